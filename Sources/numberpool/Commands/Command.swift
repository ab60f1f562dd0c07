/// A command of `numberpool`, one file each.
protocol Command {
  /// Its name on the command line.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// How it is called, and examples, for help.
  static var usage: String { get }
  /// The options that it knows.
  static var options: [Option] { get }

  /// Checks the arguments; reads nothing yet.
  init(_ arguments: Arguments) throws(UsageError)

  /// Does the work.
  ///
  /// - Returns: What goes to standard output.
  func run() async throws(Failure) -> String
}

extension Command {
  /// What `--help` prints.
  static var help: String {
    var lines = ["\(summary)", "", usage, "", "Options, with their defaults where they have one:"]
    let options = options + [Option("--help", help: "print this")]
    for option in options {
      let head = "  " + ([option.name] + (option.value.map { [$0] } ?? [])).joined(separator: " ")
      let texts = option.help.split(separator: "\n", omittingEmptySubsequences: false)
      if head.count > 30 {
        lines.append(head)
      }
      for (index, text) in texts.enumerated() {
        let isBesideHead = index == 0 && head.count <= 30
        let left = isBesideHead ? head : ""
        lines.append(left + String(repeating: " ", count: 32 - left.count) + text)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
