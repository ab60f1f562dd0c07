import Testing

/// A situation that somebody reported from the field, as a small made-up input: the command that is
/// given it, and what is right.
struct FieldCase: CustomTestStringConvertible, Sendable {
  /// What the input is like.
  let name: String
  /// The files by name, each in a folder of its own.
  let files: [String: [UInt8]]
  /// The command's arguments; a name of a file stands for its path.
  let arguments: [String]
  /// What is right.
  let right: Outcome

  /// Describes a case.
  ///
  /// - Parameters:
  ///   - name: What the input is like.
  ///   - files: The files by name.
  ///   - arguments: The command line, separated by single spaces.
  ///   - right: What is right.
  init(_ name: String, _ files: [String: String], _ arguments: String, _ right: Outcome) {
    self.init(name, bytes: files.mapValues { Array($0.utf8) }, arguments, right)
  }

  /// Describes a case whose files aren't text.
  init(_ name: String, bytes: [String: [UInt8]], _ arguments: String, _ right: Outcome) {
    self.name = name
    files = bytes
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.right = right
  }

  var testDescription: String { name }

  /// What a run must come to.
  struct Outcome: Sendable {
    /// Figures by their place in the JSON report, such as `traffic.visitors`; `nil` for one that
    /// must be absent.
    var figures: [String: Int?] = [:]
    /// Beginnings or parts of sentences that must be among the warnings, or the complaint.
    var said: [String] = []
    /// Parts of sentences that must not be there.
    var unsaid: [String] = []
    /// The exit code.
    var code: Int32 = 0

    /// These figures.
    static func figures(_ figures: [String: Int?]) -> Self { Self(figures: figures) }

    /// So many visitors, sessions and page views, so many of them at once.
    static func traffic(visitors: Int, sessions: Int, pageViews: Int, peak: Int) -> Self {
      Self(figures: [
        "traffic.visitors": visitors, "traffic.sessions": sessions,
        "traffic.page_views": pageViews, "peak.numbers": peak,
      ])
    }

    /// No answer, but these words.
    static func refused(_ code: Int32, _ said: String...) -> Self { Self(said: said, code: code) }

    /// An answer under a warning with these words.
    static func warned(_ said: String...) -> Self { Self(said: said) }

    /// The same, with these words in a warning.
    func saying(_ words: String...) -> Self {
      var outcome = self
      outcome.said += words
      return outcome
    }

    /// The same, without these words in any warning.
    func notSaying(_ words: String...) -> Self {
      var outcome = self
      outcome.unsaid += words
      return outcome
    }
  }
}
