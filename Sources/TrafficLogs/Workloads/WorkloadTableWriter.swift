public import NumberPools

/// Writes a table of what a scenario made, some rows at a time.
public struct WorkloadTableWriter: Sendable {
  let workload: Workload
  private let table: WorkloadTable
  private var next = 0
  private let rows: Int
  private var hasHeading = false
  /// For each session how many of its page views were written.
  var written: [Int32] = []
  private let costs: [CampaignCost]

  /// Creates a writer at the beginning of a table.
  public init(_ table: WorkloadTable, of workload: Workload) {
    self.table = table
    self.workload = workload
    costs = table == .costs ? CampaignCost.all(in: workload) : []
    switch table {
    case .pageViews, .accessLog:
      rows = workload.pageViewTimes.count
      written = [Int32](repeating: 0, count: workload.sessions.count)
    case .sessions: rows = workload.sessions.count
    case .calls: rows = workload.calls.count
    case .costs: rows = costs.count
    }
  }

  /// How much of the table is written, from 0 to 1.
  public var progress: Double { rows == 0 ? 1 : Double(next) / Double(rows) }

  /// Writes on.
  ///
  /// - Parameter bytes: Where rows are added.
  /// - Returns: Whether there was anything left to write.
  /// - Complexity: O(length of some hundred rows).
  public mutating func write(to bytes: inout [UInt8]) -> Bool {
    if !hasHeading {
      hasHeading = true
      if table != .accessLog { bytes.append(contentsOf: Self.row(table.columns).utf8) }
      return true
    }
    if next >= rows { return false }
    let end = min(next + 500, rows)
    for row in next..<end {
      switch table {
      case .pageViews: bytes.append(contentsOf: Self.row(pageView(row)).utf8)
      case .sessions: bytes.append(contentsOf: Self.row(session(row)).utf8)
      case .calls: bytes.append(contentsOf: Self.row(call(row)).utf8)
      case .costs: bytes.append(contentsOf: Self.row(costs[row].fields).utf8)
      case .accessLog: bytes.append(contentsOf: lines(ofPageView: row).utf8)
      }
    }
    next = end
    return true
  }

  /// Fields with commas between them, and quotes where they are needed.
  private static func row(_ fields: [String]) -> String {
    var row = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { row += "," }
      let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
      row += needsQuotes ? quoted(field) : field
    }
    return row + "\n"
  }

  /// A field between quotes, those within it doubled.
  private static func quoted(_ field: String) -> String {
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
