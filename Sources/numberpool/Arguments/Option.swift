/// An option of a command: how it is spelled, and what help says of it.
struct Option {
  /// The name with its dashes, such as `--target`.
  let name: String
  /// What stands for the value in help; `nil` for a switch without one.
  let value: String?
  /// What it does, in a few words; a line each.
  let help: String

  /// Whether it may be given more than once.
  let repeats: Bool

  init(_ name: String, _ value: String? = nil, help: String, repeats: Bool = false) {
    self.name = name
    self.value = value
    self.help = help
    self.repeats = repeats
  }
}

/// Wrong use of the command line.
struct UsageError: Error {
  /// What is wrong, in one sentence.
  let message: String
  /// What to do instead, in one sentence.
  let hint: String
}
