/// Lends any free number, each equally likely.
public struct RandomOrder: AllocationOrder {
  private var free: [TrackingNumber] = []
  private var generator: SplitMix64

  /// Creates the order that follows from a seed.
  public init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Begins with every number free.
  ///
  /// - Complexity: O(size).
  public mutating func begin(size: Int) {
    free = (0..<Int32(size)).map(TrackingNumber.init)
  }

  /// Puts a number back.
  ///
  /// - Complexity: O(1).
  public mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp) {
    free.append(number)
  }

  /// Takes a number at random.
  ///
  /// - Complexity: O(1).
  public mutating func takeNumber(at time: Timestamp) -> TrackingNumber? {
    guard !free.isEmpty else { return nil }
    free.swapAt(generator.next(below: free.count), free.count - 1)
    return free.removeLast()
  }
}
