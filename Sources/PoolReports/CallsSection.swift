public import NumberPools

/// What reports say of the calls that were read: how many rows there are, and why some aren't
/// judged.
public struct CallsSection: Sendable {
  /// What was found in the file.
  public var summary: LogSummary
  /// Calls that can't be judged, by reason.
  public var excluded: [(reason: String, calls: Int)]
  /// Whether rows that can't be read may be shown.
  public var showsPersonalData: Bool

  /// Creates the section.
  ///
  /// - Parameters:
  ///   - summary: What was found in the file.
  ///   - excluded: Calls that can't be judged, by reason.
  ///   - showsPersonalData: Whether rows that can't be read may be shown.
  public init(
    summary: LogSummary, excluded: [(reason: String, calls: Int)], showsPersonalData: Bool = false
  ) {
    self.summary = summary
    self.excluded = excluded
    self.showsPersonalData = showsPersonalData
  }
}

extension CallsSection {
  /// Every row that isn't judged, by reason.
  func write(to page: inout TextPage) {
    for reason in excluded { page.add(item: Self.sentence(reason)) }
    for reason in LogSummary.LeftOut.allCases {
      guard let count = summary.leftOut[reason], count > 0 else { continue }
      page.add(item: "\(Figures.count(count, "row")) left out: \(reason.remark).")
    }
    if summary.unreadable > 0 {
      page.add(
        item: "\(Figures.count(summary.unreadable, "row")) of"
          + " \(Figures.count(summary.lines)) can't be understood:")
      summary.writeProblems(to: &page, showsPersonalData: showsPersonalData)
    }
  }

  /// How many calls are left out, and why, for people.
  private static func sentence(_ excluded: (reason: String, calls: Int)) -> String {
    let reason =
      switch excluded.reason {
      case "no_truth": "they name neither a session nor a visitor"
      case "unknown_truth": "they name a session or a visitor that the traffic doesn't have"
      case "shared_name": "several visitors have a session of the name that they give"
      case "before_first_page_view": "they come before the first page view of who called"
      case "ineligible": "their sessions aren't eligible for a number"
      default: excluded.reason
      }
    return "\(Figures.count(excluded.calls, "call")) left out: \(reason)."
  }

  /// The `calls_read` object of every report.
  var json: JSONValue {
    let reasons = LogSummary.LeftOut.allCases.compactMap { reason in
      summary.leftOut[reason].map { (reason.rawValue, JSONValue.integer($0)) }
    }
    return [
      "rows": .integer(summary.lines),
      "unreadable": .integer(summary.unreadable),
      "left_out": .object(reasons),
      "excluded": excludedJSON,
    ]
  }

  /// Calls that can't be judged, by reason.
  var excludedJSON: JSONValue { .object(excluded.map { ($0.reason, .integer($0.calls)) }) }
}

extension LogSummary {
  /// The first rows or lines that can't be understood.
  func writeProblems(to page: inout TextPage, showsPersonalData: Bool) {
    for problem in problems {
      let place = "\(Privacy.printable(problem.file)), line \(Figures.count(problem.line))"
      page.add(item: "\(place): \(problem.reason).")
      if showsPersonalData { page.add(line: "  \(Privacy.printable(problem.excerpt))") }
    }
    if unreadable > problems.count, !problems.isEmpty {
      page.add(item: "and \(Figures.count(unreadable - problems.count)) more.")
    }
  }
}
