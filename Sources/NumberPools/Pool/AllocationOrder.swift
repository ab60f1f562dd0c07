/// Chooses which free number is lent next. The replay keeps the books.
///
/// To add an order, write one type that conforms and hand it to ``HoldReplay/run(_:order:)``. An
/// order of another module works the same, only slower: its calls are not compiled into the loop.
public protocol AllocationOrder: Sendable {
  /// Begins with a pool in which no number has been lent; called once, before all else.
  ///
  /// - Parameter size: How many numbers there are, with indices from 0.
  mutating func begin(size: Int)

  /// Takes back a number. Coinciding releases arrive by ordinal of their holds.
  ///
  /// - Parameters:
  ///   - number: A number that was taken earlier.
  ///   - time: When it was released, never before an earlier call.
  mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp)

  /// Chooses a free number and forgets it.
  ///
  /// - Parameter time: When it is asked for, never before an earlier call.
  /// - Returns: `nil` when, and only when, no number is free.
  mutating func takeNumber(at time: Timestamp) -> TrackingNumber?
}
