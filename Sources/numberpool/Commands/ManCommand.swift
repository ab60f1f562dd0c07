/// `numberpool man`: the man page.
struct ManCommand: Command {
  static let name = "man"
  static let summary = "Prints the man page, for man(1) to show."
  static let synopsis = ""
  static let examples = [
    "numberpool man > numberpool.1 && man ./numberpool.1",
    "numberpool man > /usr/local/share/man/man1/numberpool.1",
  ]
  static let operands = Completion.nothing

  init(_ values: FlagValues) throws(UsageError) {
    if let superfluous = values.operands.first {
      throw UsageError(
        message: "There is one page for everything, and none for '\(superfluous)'.",
        hint: "Write just numberpool man.")
    }
  }

  func run() throws(Failure) -> String {
    ManPage(of: NumberPool.catalog, version: NumberPool.version).text
  }
}
