/// A command that ends early: with what code, and why.
struct Failure: Error {
  let code: ExitCode
  /// One sentence for standard error.
  let message: String
  /// What to do next.
  let hint: String?
  /// What was found all the same, for standard output; mostly empty.
  var report = ""

  init(_ code: ExitCode, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
