public import NumberPools

/// The calls of a log whose true session is among those of some traffic.
public struct LinkedCalls: Sendable {
  /// The calls, in the order of the log.
  public internal(set) var calls: [Call] = []
  /// For each of them its row in the log.
  public internal(set) var rows: [Int] = []
  /// The other calls, by why they can't be judged.
  public internal(set) var excluded: [CallExclusion: Int] = [:]

  /// Creates an empty set of calls.
  public init() {}
}
