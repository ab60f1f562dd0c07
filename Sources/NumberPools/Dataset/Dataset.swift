/// What studies are made of: some traffic, the calls of its sessions, and where both came from.
public struct Dataset: Sendable {
  /// The sessions that get numbers, with how each arrived where that was asked for.
  public var traffic: Traffic
  /// Calls whose true session is among them; empty where none are known.
  public var calls: [Call]
  /// Where the traffic came from.
  public var origin: TrafficOrigin
  /// Where the calls came from; `nil` where none were read.
  public var callOrigin: CallOrigin?
  /// The same input, read in other ways that may be right too.
  public var otherReadings: [OtherReading] = []

  /// Creates a dataset.
  ///
  /// - Parameters:
  ///   - traffic: The sessions that get numbers.
  ///   - calls: Calls whose true session is among them.
  ///   - origin: Where the traffic came from.
  ///   - callOrigin: Where the calls came from.
  public init(
    traffic: Traffic, calls: [Call] = [], origin: TrafficOrigin = TrafficOrigin(),
    callOrigin: CallOrigin? = nil
  ) {
    self.traffic = traffic
    self.calls = calls
    self.origin = origin
    self.callOrigin = callOrigin
  }

  /// The same input, read in another way.
  public struct OtherReading: Sendable {
    /// How it is read.
    public var way: ReadingWay
    /// What it is then.
    public var dataset: Dataset

    /// Creates a reading.
    ///
    /// - Parameters:
    ///   - way: How the input is read.
    ///   - dataset: What it is then.
    public init(way: ReadingWay, dataset: Dataset) {
      self.way = way
      self.dataset = dataset
    }
  }
}

extension Dataset {
  /// The name of a session for output: the input's own, or where it has none its position from 1.
  ///
  /// Names made of a visitor's address are never given out.
  ///
  /// - Complexity: O(1).
  public func name(of session: SessionID) -> String {
    origin.sessionNames.isEmpty
      ? "\(session.index + 1)" : origin.sessionNames[Int(session.index)]
  }

  /// The sessions that a condition holds for, and their calls; origins are those of the whole.
  ///
  /// - Parameter isIncluded: Asked once a session, in order.
  /// - Complexity: O(page views + calls).
  public func selecting(where isIncluded: (SessionID, Session) -> Bool) -> Dataset {
    let selection = TrafficSelection(of: traffic, where: isIncluded)
    return Dataset(traffic: selection.traffic, calls: selection.calls(calls))
  }

  /// A dataset for each pool that page views belong to, by number; none where there is only one
  /// pool.
  ///
  /// - Complexity: O(page views + calls x log(calls)).
  public func pools() -> (datasets: [Dataset], partition: TrafficPartition)? {
    guard !origin.pools.isEmpty else { return nil }
    let partition = TrafficPartition(
      of: traffic, into: origin.pools.count, by: Sessionizer(timeout: origin.sessionTimeout))
    let calls = partition.calls(calls)
    return (zip(partition.pools, calls).map { Dataset(traffic: $0, calls: $1) }, partition)
  }
}

extension TrafficProfile {
  /// Describes the traffic of a dataset, by days of the clock that most lines were written by.
  ///
  /// - Parameter dataset: What to describe.
  /// - Complexity: O(page views + sessions x log(sessions)).
  public init(of dataset: Dataset) {
    self =
      dataset.origin.profile
      ?? TrafficProfile(of: dataset.traffic, dayOffset: dataset.origin.summary.clock)
  }
}
