public import NumberPools

/// What is known of sessions beyond what their pages show, by the names of the sessions: what was
/// paid for, who the person is, how the session came about.
public struct VisitTruths: Sendable {
  /// What the files held.
  public internal(set) var summary = LogSummary()
  /// The sessions by name: the number of a name is its place among the rows.
  var names = ByteInterner()
  var rows: [Row] = []
  /// The persons by name.
  var persons = ByteInterner()
  /// The touches that rows name.
  var touches: [NamedTouch] = []
  /// Rows of a session that an earlier row has.
  public internal(set) var repeated = 0

  /// What is known of a session.
  struct Row {
    /// The place of its touch; -1 where nothing was paid for.
    var touch: Int32
    /// The number of its person; -1 where that isn't said.
    var person: Int32
    var arrival: ComparedTraffic.Arrival
    var isNotSwapped: Bool
  }

  /// A touch in words.
  struct NamedTouch {
    var source: String?
    var medium: String?
    var campaign: String?
    var term: String?
    var content: String?
    var clickID: String?
  }
}

/// What a column of a table of truths can hold.
enum TruthColumn: Int, CaseIterable {
  case session
  case person
  case source
  case medium
  case campaign
  case term
  case content
  case clickID
  case via
  case notSwapped
}

extension TruthColumn {
  static let columns = [
    column(.session, "session_id", needed: true), column(.person, "person_id"),
    column(.source, "source", ["utm_source"]), column(.medium, "medium", ["utm_medium"]),
    column(.campaign, "campaign", ["utm_campaign"]), column(.term, "term", ["utm_term"]),
    column(.content, "content", ["utm_content"]), column(.clickID, "click_id"),
    column(.via, "via"), column(.notSwapped, "not_swapped"),
  ]

  private static func column(
    _ column: Self, _ name: String, _ others: [String] = [], needed: Bool = false
  ) -> WantedColumn {
    WantedColumn(slot: column.rawValue, name: name, otherNames: others, isNeeded: needed)
  }
}
