/// A command of `numberpool`, one file each.
///
/// What is said of it here is what help, completions and the man page say.
protocol Command: SendableMetatype {
  /// Its name on the command line: a word, or two where it is one of several alike.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// What follows its name, such as `[options] FILE...`; empty where nothing does.
  static var synopsis: String { get }
  /// What more there is to know: paragraphs.
  static var remarks: [String] { get }
  /// Command lines to begin with.
  static var examples: [String] { get }
  /// The flags that it knows, in the order of help.
  static var flags: [FlagGroup] { get }
  /// What its operands may be completed with.
  static var operands: Completion { get }

  /// Whether it takes a scenario, or a folder made of one, in place of a log.
  static var takesScenarios: Bool { get }

  /// Checks what was typed; reads no log yet.
  init(_ values: FlagValues) throws(UsageError)

  /// Does the work.
  ///
  /// - Returns: What goes to standard output.
  func run() throws(Failure) -> String
}

extension Command {
  static var synopsis: String { "[options] FILE..." }
  static var remarks: [String] { [] }
  static var flags: [FlagGroup] { [] }
  static var operands: Completion { .file }
  static var takesScenarios: Bool { false }

  /// The words of its name.
  static var words: [String] { name.split(separator: " ").map(String.init) }

  /// What follows its name, where anything does.
  static var usage: [String] { synopsis.isEmpty ? [] : [synopsis] }

  /// The flags as they are listed: help comes last.
  static var spellings: [(heading: String, flags: [FlagSpelling])] {
    var groups = flags.map { (heading: $0.heading, flags: $0.flags.map(\.spelling)) }
    if groups.isEmpty { groups = [("Options", [])] }
    groups[groups.count - 1].flags.append(.help)
    return groups
  }
}
