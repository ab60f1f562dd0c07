import TrafficLogs

/// A flag of a command: one typed value.
///
/// Each is a static member, in the file of its topic, and read by it: `values[.sessionTimeout]` is
/// an `Interval`. Help, completions and the man page derive from its ``FlagSpelling``.
struct Flag<Value: Sendable>: Sendable {
  /// How it is spelled, and what is said of it.
  private(set) var spelling: FlagSpelling
  /// Reads what was typed behind it, in order; nothing was where it isn't given.
  let read: @Sendable (_ texts: [String]) throws(UsageError) -> Value
  /// Writes a value as it would be typed; `nil` where there is nothing to type.
  private(set) var write: @Sendable (Value) -> String? = { _ in nil }

  /// Creates a flag that has a value wherever it isn't given.
  ///
  /// - Parameters:
  ///   - name: The name with its dashes.
  ///   - form: How its value is written.
  ///   - standard: The value where none is given.
  ///   - help: What it does.
  init(_ name: String, _ form: ValueForm<Value>, default standard: Value, help: String) {
    spelling = FlagSpelling(
      name: name, placeholder: form.placeholder, help: help, defaultText: form.write(standard),
      repeats: false, completion: form.completion)
    write = form.write
    read = { (texts) throws(UsageError) in
      guard let text = texts.last else { return standard }
      return try form.read(text, name)
    }
  }

  /// Creates a flag that says nothing where it isn't given.
  init<Given>(_ name: String, _ form: ValueForm<Given>, help: String) where Value == Given? {
    spelling = FlagSpelling(
      name: name, placeholder: form.placeholder, help: help, defaultText: nil, repeats: false,
      completion: form.completion)
    write = { $0.flatMap(form.write) }
    read = { (texts) throws(UsageError) in
      guard let text = texts.last else { return nil }
      return try form.read(text, name)
    }
  }

  /// Creates a flag that may be given more than once.
  ///
  /// - Parameter gather: Makes one value of them.
  init<Given>(
    repeating name: String, _ form: ValueForm<Given>, help: String,
    gather: @escaping @Sendable ([Given]) throws(UsageError) -> Value
  ) {
    spelling = FlagSpelling(
      name: name, placeholder: form.placeholder, help: help, defaultText: nil, repeats: true,
      completion: form.completion)
    read = { (texts) throws(UsageError) in
      var values: [Given] = []
      for text in texts { values.append(try form.read(text, name)) }
      return try gather(values)
    }
  }

  /// Creates a switch: on where it is given.
  init(switch name: String, help: String) where Value == Bool {
    spelling = FlagSpelling(
      name: name, placeholder: nil, help: help, defaultText: nil, repeats: false,
      completion: .nothing)
    read = { (texts) throws(UsageError) in !texts.isEmpty }
  }

  /// The same flag, which had another name: who types that is told this one.
  func formerly(_ name: String) -> Self {
    var flag = self
    flag.spelling.formerName = name
    return flag
  }

  /// The same flag, which means something to some formats of traffic only.
  func only(for formats: Set<FileFormat>) -> Self {
    var flag = self
    flag.spelling.formats = formats
    return flag
  }
}
