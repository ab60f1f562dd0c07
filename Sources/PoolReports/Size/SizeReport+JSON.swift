import NumberPools

extension SizeReport {
  /// The report for programs; the manual lists every key.
  ///
  /// - Throws: What encoding throws, which finite numbers never make it do.
  public func json() throws -> String {
    try JSONText.text(of: SizeDocument(self))
  }
}

/// The JSON form of a size report.
private struct SizeDocument: Encodable {
  private let report: SizeReport

  init(_ report: SizeReport) {
    self.report = report
  }

  func encode(to encoder: any Encoder) throws {
    let study = report.study
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(TrafficDocument(report.section), forKey: .traffic)
    try container.encode(
      PeakDocument(numbers: study.curve.peak, at: study.curve.peakTime?.description),
      forKey: .peak)
    try container.encode(report.section.warnings.map(\.sentence), forKey: .warnings)
    try container.encode(report.assumptions, forKey: .assumptions)
    try container.encode(study.question.target.description, forKey: .target)
    switch study.minimum {
    case .success(let minimum):
      try container.encode(
        SizeRow(report, study.curve, minimum.numbers), forKey: .minimum)
    case .failure(let failure):
      try container.encodeNil(forKey: .minimum)
      try container.encode(failure.description, forKey: .reason)
    }
    try container.encode(
      report.neighbours.map { SizeRow(report, study.curve, $0) }, forKey: .neighbours)
    try container.encode(study.timeouts.map { TimeoutRow(study, $0) }, forKey: .timeouts)
    if let window = study.busiestWindow, let quiet = study.withoutBusiestWindow {
      try container.encode(QuietRow(window, quiet), forKey: .withoutBusiest15Minutes)
    }
    try container.encode(CurveColumns(study.curve), forKey: .curve)
    if !report.pools.isEmpty {
      try container.encode(report.pools.map { PoolRow(report, $0) }, forKey: .pools)
      try container.encode(report.pooledNumbers, forKey: .poolsTotalNumbers)
    }
  }

  private enum Key: String, CodingKey {
    case traffic
    case peak
    case warnings
    case assumptions
    case target
    case minimum
    case reason = "minimum_reason"
    case neighbours
    case timeouts
    case withoutBusiest15Minutes = "without_busiest_15_min"
    case curve
    case pools
    case poolsTotalNumbers = "pools_total_numbers"
  }
}

/// What one size does.
private struct SizeRow: Encodable {
  var numbers: Int
  var coverage: Double?
  var sessionsCovered: Int
  var pageViewsRefused: Int
  var monthlyCost: Double?

  init(_ report: SizeReport, _ curve: PoolCurve, _ size: Int) {
    numbers = size
    coverage = curve.coverage(at: size)
    sessionsCovered = curve.sessionsCovered(at: size)
    pageViewsRefused = curve.pageViewsRefused(at: size)
    monthlyCost = report.monthlyPrice.map { Double($0 * size) / 100 }
  }

  private enum CodingKeys: String, CodingKey {
    case numbers
    case coverage
    case sessionsCovered = "sessions_covered"
    case pageViewsRefused = "page_views_refused"
    case monthlyCost = "monthly_cost"
  }
}

/// The answer at one reuse timeout; `numbers` is that under the presence asked for.
private struct TimeoutRow: Encodable {
  private let answer: SizingStudy.TimeoutAnswer
  private let presence: Presence

  init(_ study: SizingStudy, _ answer: SizingStudy.TimeoutAnswer) {
    self.answer = answer
    presence = study.question.rule.presence
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let milliseconds = answer.reuseTimeout.milliseconds
    if milliseconds % 1000 == 0 {
      try container.encode(milliseconds / 1000, forKey: .reuseTimeout)
    } else {
      try container.encode(Double(milliseconds) / 1000, forKey: .reuseTimeout)
    }
    try container.encode(presence == .tabOpen ? answer.tabOpen : answer.views, forKey: .numbers)
    try container.encode(answer.tabOpen, forKey: .tabOpen)
    try container.encode(answer.views, forKey: .views)
  }

  private enum Key: String, CodingKey {
    case reuseTimeout = "reuse_timeout_s"
    case numbers
    case tabOpen = "numbers_tab_open"
    case views = "numbers_views"
  }
}

/// The answer without the busiest window.
private struct QuietRow: Encodable {
  var from: String
  var sessions: Int
  var numbers: Int?
  var peak: Int

  init(_ window: BusiestWindow, _ quiet: SizingStudy.QuietAnswer) {
    from = window.from.description
    sessions = window.sessions
    numbers = quiet.numbers
    peak = quiet.peak
  }
}

/// The answer for one of several pools.
private struct PoolRow: Encodable {
  var name: String
  var sessions: Int
  var peak: PeakDocument
  var minimum: SizeRow?
  var reason: String?

  init(_ report: SizeReport, _ pool: SizeReport.Pool) {
    name = Privacy.masked(pool.name)
    sessions = pool.curve.sessions
    peak = PeakDocument(numbers: pool.curve.peak, at: pool.curve.peakTime?.description)
    switch pool.minimum {
    case .success(let answer): minimum = SizeRow(report, pool.curve, answer.numbers)
    case .failure(let failure): reason = failure.description
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(sessions, forKey: .sessions)
    try container.encode(peak, forKey: .peak)
    try container.encode(minimum, forKey: .minimum)
    try container.encodeIfPresent(reason, forKey: .reason)
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case sessions
    case peak
    case minimum
    case reason = "minimum_reason"
  }
}
