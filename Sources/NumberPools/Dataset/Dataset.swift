/// What studies are made of: some traffic, and the calls of its sessions.
public struct Dataset: Sendable {
  /// The sessions that get numbers.
  public var traffic: Traffic
  /// Calls whose true session is among them; empty where none are known.
  public var calls: [Call]

  /// Creates a dataset.
  ///
  /// - Parameters:
  ///   - traffic: The sessions that get numbers.
  ///   - calls: Calls whose true session is among them.
  public init(traffic: Traffic, calls: [Call] = []) {
    self.traffic = traffic
    self.calls = calls
  }
}
