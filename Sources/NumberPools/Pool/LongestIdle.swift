/// Lends the number that has been free for longest. Unused numbers count as free for longest, in
/// order of index.
public struct LongestIdle: AllocationOrder {
  /// A ring: a pool never has more free numbers than numbers.
  private var queue: [TrackingNumber] = []
  private var head = 0
  private var count = 0

  /// Creates the order.
  public init() {}

  /// Begins with every number free.
  ///
  /// - Complexity: O(size).
  public mutating func begin(size: Int) {
    queue = (0..<Int32(size)).map(TrackingNumber.init)
    head = 0
    count = size
  }

  /// Puts a number at the end of the queue.
  ///
  /// - Complexity: O(1).
  public mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp) {
    var slot = head + count
    if slot >= queue.count { slot -= queue.count }
    queue[slot] = number
    count += 1
  }

  /// Takes the number at the front of the queue.
  ///
  /// - Complexity: O(1).
  public mutating func takeNumber(at time: Timestamp) -> TrackingNumber? {
    guard count > 0 else { return nil }
    let number = queue[head]
    head = head + 1 == queue.count ? 0 : head + 1
    count -= 1
    return number
  }
}
