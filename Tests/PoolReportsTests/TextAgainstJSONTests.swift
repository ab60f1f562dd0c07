import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import PoolReports

/// Every figure in a table of the text is in JSON, under the column that it belongs to: both are
/// read back by readers that know neither the columns' definitions nor each other.
@Suite("Text against JSON")
struct TextAgainstJSONTests {
  /// Where JSON has what a heading says, and in what unit.
  private static let keys: [String: (key: String, unit: Unit)] = [
    "numbers": ("numbers", .count), "coverage": ("coverage", .share),
    "refused": ("page_views_refused", .count), "right": ("calls_correct", .mean),
    "wrong": ("calls_wrong", .mean), "unknown": ("calls_unknown", .mean),
    "a month": ("monthly_cost", .money), "page stays open": ("numbers_tab_open", .count),
    "only page views": ("numbers_views", .count), "15 min": ("credit_15m", .share),
    "sessions": ("sessions", .count), "peak": ("peak", .count), "paid": ("paid", .count),
    "loans": ("loans", .count), "calls": ("calls", .count), "number": ("number", .count),
    "sessions begun": ("sessions", .count),
  ]

  private enum Unit { case count, mean, share, money }

  /// The title of a table in the text, and its rows in JSON.
  private static let tables = [
    "What fewer numbers lose, and more buy": "neighbours",
    "Numbers needed for the same target at other reuse timeouts": "timeouts",
    "What published rules would buy for the same traffic, and what that does": "rules_of_thumb",
    "Channels": "channels", "Busiest minutes": "busiest_minutes", "Use of each number": "use",
  ]

  private typealias Rows = [[String: Any]]

  @Test("Reports of random studies", arguments: UInt64(0)..<30)
  func studies(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    guard let random = RandomQuestion(&generator) else { return }
    let reports = RandomReports(random, &generator)
    for report in [reports.size, reports.inspect, reports.replay] as [any Report] {
      let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
      let json = try #require(object as? [String: Any])
      // So wide that no table is cut.
      let text = report.text(TextPage.Style(width: 400))
      for (title, key) in Self.tables where text.contains("\n\(title)\n") {
        let rows = try #require(json[key] as? Rows)
        try check(TextColumns(below: title, in: text), rows, "\(seed) \(title)")
      }
    }
  }

  @Test("Credit by lag is that of the curve", arguments: UInt64(0)..<30)
  func credit(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    guard let random = RandomQuestion(&generator) else { return }
    let report = RandomReports(random, &generator).size
    let title = "Credit by lag: calls credited rightly so long after the last page view"
    let text = report.text(TextPage.Style(width: 400))
    guard text.contains("\n\(title)\n") else { return }
    let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
    let json = try #require(object as? [String: Any])
    let curve = try #require(json["curve"] as? [String: Any])
    let sizes = try #require(curve["numbers"] as? [Int])
    let counts = try #require(curve["credit_by_lag"] as? [String: [Double]])
    let sessions = try #require((json["traffic"] as? [String: Any])?["sessions"] as? Int)
    let columns = TextColumns(below: title, in: text)
    for lag in random.question.lags {
      let shown = try #require(columns["\(lag)"])
      let column = try #require(counts[lag.shorthand])
      for (size, cell) in zip(try #require(columns["numbers"]), shown) where cell != "-" {
        let size = try #require(Int(size))
        let row = sizes.lastIndex { $0 <= size } ?? 0
        #expect(matches(cell, column[row] / Double(sessions), .share), "\(seed) \(lag) \(size)")
      }
    }
  }

  /// Compares the columns of a table whose headings are known with rows of JSON.
  private func check(_ columns: TextColumns, _ rows: Rows, _ place: String) throws {
    var compared = 0
    for (heading, cells) in columns.all {
      guard let (key, unit) = Self.keys[heading] else { continue }
      #expect(cells.count <= rows.count, "\(place): \(heading)")
      for (cell, row) in zip(cells, rows) {
        let number = (row[key] as? NSNumber)?.doubleValue
        #expect(matches(cell, number, unit), "\(place): \(heading) \(cell)")
        compared += 1
      }
    }
    #expect(compared > 0 || rows.isEmpty, "\(place)")
  }

  /// Whether a cell shows a number.
  private func matches(_ cell: String, _ number: Double?, _ unit: Unit) -> Bool {
    guard let number else { return cell == "-" }
    guard let shown = Double(cell.filter { $0 != "," && $0 != "%" && $0 != " " }) else {
      return false
    }
    return switch unit {
    case .count: shown == number
    case .mean: abs(shown - number) <= 0.05 + 1e-9
    case .money: abs(shown - number) < 1e-6
    // Rounded down, by less than a hundredth of a percent.
    case .share: shown <= number * 100 + 1e-6 && shown > number * 100 - 0.010_001
    }
  }
}

/// The columns of a table as they stand below a title: told apart by where headings end or begin.
private struct TextColumns {
  private(set) var all: [(heading: String, cells: [String])] = []

  /// Reads a table in which no cell is wider than two spaces allow to tell it from the next.
  init(below title: String, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: title) else { return }
    let table = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
    let width = table.map(\.count).max() ?? 0
    let rows = table.map { Array($0.padding(toLength: width, withPad: " ", startingAt: 0)) }
    // A column is a stretch between two blanks that go through all rows.
    let isBlank = (0..<width).map { place in rows.allSatisfy { $0[place] == " " } }
    var place = 0
    while place < width {
      guard !isBlank[place] else {
        place += 1
        continue
      }
      var end = place
      while end < width, !(isBlank[end] && (end + 1 == width || isBlank[end + 1])) { end += 1 }
      let cells = rows.map { String($0[place..<end]).trimmingCharacters(in: .whitespaces) }
      if let heading = cells.first { all.append((heading, Array(cells.dropFirst()))) }
      place = end
    }
  }

  subscript(heading: String) -> [String]? { all.first { $0.heading == heading }?.cells }
}
