/// One loan of one number to one hold.
public struct Assignment: Hashable, Sendable {
  /// The number lent.
  public var number: TrackingNumber
  /// The ordinal of the hold.
  public var hold: Int32
  /// The page view that first showed the number.
  public var from: Timestamp
  /// The release: the first moment at which somebody else may get the number.
  public var until: Timestamp

  /// Creates an assignment.
  ///
  /// - Parameters:
  ///   - number: Which number.
  ///   - hold: The ordinal of the hold that it is lent to.
  ///   - from: The page view that got it.
  ///   - until: The release of the hold.
  public init(number: TrackingNumber, hold: Int32, from: Timestamp, until: Timestamp) {
    self.number = number
    self.hold = hold
    self.from = from
    self.until = until
  }
}
