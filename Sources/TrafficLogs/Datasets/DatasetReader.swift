public import NumberPools

/// Reads what studies are made of: traffic, and the calls of its sessions.
///
/// Everything from bytes to a `Dataset`: lines, sessions, who is a browser, how each
/// session arrived, who is eligible for a number, and whose each call is.
public struct DatasetReader: Sendable {
  /// How traffic is read.
  public var traffic: TrafficReader
  /// How calls are read.
  public var calls: TrafficReader
  /// The format of the traffic; `nil` to have it told by the content.
  public var trafficFormat: FileFormat?
  /// The format of the calls; `nil` to have it told by the content.
  public var callFormat: FileFormat?
  /// What makes sessions of page views.
  public var sessionizer: Sessionizer
  /// Whose sessions get a number.
  public var eligibility = Eligibility.all
  /// The names of sessions that are left out, as their persons never see a substituted number.
  public var leftOutSessions: Set<String> = []
  /// What is known to be taken for granted, beside what readers find.
  public var assumptions: [Assumption] = []
  /// What is added to the time of every call.
  public var callOffset = Interval.zero
  /// Whether to keep how each session arrived; it takes memory, and is needed for some reports.
  public var keepsTouches = false
  /// Whether to keep the names that the input gives to sessions.
  public var keepsNames = false

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - traffic: How traffic is read.
  ///   - calls: How calls are read.
  ///   - sessionizer: What makes sessions of page views.
  public init(
    traffic: TrafficReader = TrafficReader(), calls: TrafficReader = TrafficReader(),
    sessionizer: Sessionizer = Sessionizer()
  ) {
    self.traffic = traffic
    self.calls = calls
    self.sessionizer = sessionizer
  }

  /// Reads traffic, and the calls of its sessions.
  ///
  /// - Parameters:
  ///   - inputs: The traffic, all of one format.
  ///   - calls: The calls, all of one format; none without a file of calls.
  ///   - progress: Told every now and then what is read, and how far, in bytes.
  /// - Throws: A ``DatasetError`` when an input can't be read, holds nothing, or something else.
  /// - Complexity: O(bytes); memory in proportion to page views and different visitors.
  public func read(
    _ inputs: [LogInput], calls callInputs: [LogInput] = [],
    progress: (FileFormat.Kind, LogInput, Int) -> Void = { _, _, _ in }
  ) throws(DatasetError) -> Dataset {
    let log = try readTraffic(inputs) { progress(.traffic, $0, $1) }
    var calls: CallLog?
    if !callInputs.isEmpty { calls = try readCalls(callInputs) { progress(.calls, $0, $1) } }
    return try dataset(of: log, calls: calls)
  }

  /// Reads traffic, of which a dataset is yet to be made.
  ///
  /// - Parameters:
  ///   - inputs: The traffic, all of one format.
  ///   - progress: Told every now and then which input is read, and how far, in bytes.
  /// - Throws: A ``DatasetError`` when an input can't be read, holds nothing, or something else.
  /// - Complexity: O(bytes).
  public func readTraffic(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> TrafficLog {
    var reader = traffic
    reader.webLogs.keepsTouches = needsTouches
    reader.tables.keepsTouches = needsTouches
    let log: TrafficLog
    do throws(TableError) {
      log = try reader.read(inputs, format: trafficFormat, progress: progress)
    } catch {
      throw .traffic(error)
    }
    try Self.check(log.summary, .traffic, inputs)
    return log
  }

  /// Reads calls, whose sessions are yet to be found.
  ///
  /// - Parameters:
  ///   - inputs: The calls, all of one format.
  ///   - progress: Told every now and then which input is read, and how far, in bytes.
  /// - Throws: A ``DatasetError`` when an input can't be read, holds nothing, or something else.
  /// - Complexity: O(bytes).
  public func readCalls(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> CallLog {
    var log: CallLog
    do throws(TableError) {
      log = try calls.readCalls(inputs, format: callFormat, progress: progress)
    } catch {
      throw .calls(error)
    }
    try Self.check(log.summary, .calls, inputs)
    log.move(by: callOffset)
    return log
  }

  /// Makes a dataset of what was read.
  ///
  /// - Parameters:
  ///   - log: What ``readTraffic(_:progress:)`` gave.
  ///   - calls: What ``readCalls(_:progress:)`` gave; `nil` without calls.
  /// - Throws: ``DatasetError/noEvidence`` or ``DatasetError/noPoolColumn(_:)``.
  /// - Complexity: O(page views + calls x log(page views of a visitor)).
  public func dataset(
    of log: TrafficLog, calls: CallLog? = nil
  ) throws(DatasetError) -> Dataset {
    if traffic.webLogs.evidence == .assets, log.evidence == nil { throw .noEvidence }
    if traffic.webLogs.grouping == .none, case .column(let column) = traffic.tables.grouping,
      log.groups.isEmpty
    {
      throw .noPoolColumn(column)
    }
    var readings = DatasetReadings(of: log, by: self)
    if let calls { readings.link(calls) }
    return readings.dataset
  }

  /// Whether it matters how sessions arrived.
  var needsTouches: Bool { keepsTouches || eligibility != .all }

  private static func check(
    _ summary: LogSummary, _ kind: FileFormat.Kind, _ inputs: [LogInput]
  ) throws(DatasetError) {
    let names = inputs.map { $0.name }
    // A header without a call is a file of calls all the same.
    if summary.lines == 0, kind == .calls, summary.hasHeader { return }
    guard summary.lines > 0 else { throw .nothing(kind, names) }
    guard summary.unreadable < summary.lines else {
      throw .unreadable(kind, names, first: summary.problems.first?.reason)
    }
  }
}
