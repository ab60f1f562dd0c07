/// Lends the free number with the lowest index, so that the high ones rest.
public struct LowestFirst: AllocationOrder {
  private var free = FreeLevels(count: 0)

  /// Creates the order.
  public init() {}

  /// Begins with every number free.
  ///
  /// - Complexity: O(size).
  public mutating func begin(size: Int) {
    free = FreeLevels(count: size)
  }

  /// Puts a number back.
  ///
  /// - Complexity: O(1).
  public mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp) {
    free.withBits { $0.free(Int(number.index) + 1) }
  }

  /// Takes the lowest number.
  ///
  /// - Complexity: O(1) for up to 4096 numbers, then O(numbers / 4096).
  public mutating func takeNumber(at time: Timestamp) -> TrackingNumber? {
    free.withBits { free in
      guard let lowest = free.lowest else { return nil }
      free.take(lowest)
      return TrackingNumber(Int32(lowest - 1))
    }
  }
}
