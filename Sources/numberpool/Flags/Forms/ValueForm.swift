/// How a value is written on a command line.
struct ValueForm<Value: Sendable>: Sendable {
  /// What stands for it in help, such as `TIME`.
  let placeholder: String
  /// What a shell may complete it with.
  var completion = Completion.nothing
  /// Reads what was typed behind a flag of a name.
  let read: @Sendable (_ text: String, _ flag: String) throws(UsageError) -> Value
  /// Writes a value as it would be typed; `nil` where there is nothing to type.
  var write: @Sendable (Value) -> String? = { _ in nil }
}

extension ValueForm<String> {
  /// The name of a file.
  static let file = ValueForm(
    placeholder: "FILE", completion: .file,
    read: { (text, flag) throws(UsageError) in try named(text, flag) })

  /// The name of a folder.
  static let folder = ValueForm(
    placeholder: "FOLDER", completion: .folder,
    read: { (text, flag) throws(UsageError) in try named(text, flag) })

  private static func named(_ text: String, _ flag: String) throws(UsageError) -> String {
    guard !text.isEmpty else {
      throw UsageError(message: "\(flag) names nothing.", hint: "Write the name behind it.")
    }
    return text
  }
}
