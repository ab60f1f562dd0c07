/// Wrong use of the command line.
struct UsageError: Error {
  /// What is wrong, in one sentence.
  let message: String
  /// What to do instead, in one sentence.
  let hint: String
}
