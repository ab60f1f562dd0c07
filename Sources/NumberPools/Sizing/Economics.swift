/// What numbers cost and what they bring, scaled to a month of 30 days with traffic.
public struct Economics: Hashable, Sendable {
  /// Rent of one number a month, in hundredths of the currency's unit.
  public var monthlyPrice: Int?
  /// What a call credited rightly is worth, in hundredths.
  public var valuePerCall: Int?
  /// Days with traffic that the counts come from; at least 1.
  public var days: Int

  /// Creates the terms.
  ///
  /// - Parameters:
  ///   - monthlyPrice: Rent of one number a month, in hundredths of a currency.
  ///   - valuePerCall: What a call credited rightly is worth, in hundredths.
  ///   - days: Days with traffic that the figures are of.
  public init(monthlyPrice: Int? = nil, valuePerCall: Int? = nil, days: Int) {
    self.monthlyPrice = monthlyPrice
    self.valuePerCall = valuePerCall
    self.days = max(1, days)
  }

  /// A count of the log as one of a month.
  ///
  /// - Parameter count: How many in the whole log.
  /// - Complexity: O(1).
  public func monthly(_ count: Double) -> Double { count / Double(days) * 30 }

  /// What a pool costs a month in hundredths; `nil` without a price.
  ///
  /// - Complexity: O(1).
  public func cost(of numbers: Int) -> Int? { monthlyPrice.map { $0 * numbers } }

  /// The size of least total cost: rent less what the calls credited rightly are worth.
  ///
  /// - Parameter curve: What every size does with the calls.
  /// - Returns: The smallest of equally good sizes; `nil` without a price, a value, or calls.
  /// - Complexity: O(sizes).
  public func cheapest(on curve: PoolCurve) -> Int? {
    guard let monthlyPrice, let valuePerCall, let calls = curve.calls else { return nil }
    var best = (size: 0, total: Double.infinity)
    for size in 0...curve.largestSize {
      let total =
        Double(monthlyPrice * size) - Double(valuePerCall) * monthly(calls.correct[size])
      if total < best.total { best = (size, total) }
    }
    return best.size
  }
}
