public import NumberPools

/// What was spent on campaigns.
public struct CostTable: Sendable {
  /// What the files held.
  public internal(set) var summary = LogSummary()
  /// The rows, in the order of the file.
  public internal(set) var rows: [Row] = []

  /// What was spent on a campaign, or on a part of it.
  public struct Row: Hashable, Sendable {
    /// Its source.
    public var source: String?
    /// Its medium.
    public var medium: String?
    /// Its name.
    public var campaign: String?
    /// How much, in whatever currency.
    public var amount: Double
  }
}

/// Collects the rows of a table of costs.
struct CostBuilder: RowSink {
  private(set) var costs = CostTable()
  private let file: LogInput

  private enum Slot: Int, CaseIterable {
    case source
    case medium
    case campaign
    case amount
  }

  static let slotCount = Slot.allCases.count

  static let columns = [
    WantedColumn(slot: Slot.source.rawValue, name: "source", otherNames: ["utm_source"]),
    WantedColumn(slot: Slot.medium.rawValue, name: "medium", otherNames: ["utm_medium"]),
    WantedColumn(slot: Slot.campaign.rawValue, name: "campaign", otherNames: ["utm_campaign"]),
    WantedColumn(
      slot: Slot.amount.rawValue, name: "cost",
      otherNames: ["spend", "costs", "amount", "spent"], isNeeded: true),
  ]

  init(_ file: LogInput) {
    self.file = file
    costs.summary.files.append(file.name)
  }

  mutating func begin(_ header: DelimitedHeader) throws(TableError) {}

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    func text(_ slot: Slot) -> String? { TruthBuilder.text(row, fields[slot.rawValue]) }
    guard let amount = text(.amount).flatMap({ Double($0) }), amount >= 0, amount.isFinite else {
      throw .unreadable("its cost is no amount")
    }
    costs.summary.lines += 1
    costs.rows.append(
      CostTable.Row(
        source: text(.source), medium: text(.medium), campaign: text(.campaign), amount: amount))
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    costs.summary.lines += lines
    costs.summary.noteUnreadable(row, of: file.name, line: line, count: lines, reason: reason)
  }
}
