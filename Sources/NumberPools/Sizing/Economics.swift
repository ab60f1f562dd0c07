/// What numbers cost and what they bring, scaled to a month of 30 days.
public struct Economics: Hashable, Sendable {
  /// Rent of one number a month, in hundredths of the currency's unit.
  public var monthlyPrice: Int?
  /// What a call credited rightly is worth, in hundredths.
  public var valuePerCall: Int?
  /// Numbers that can only be rented together; 1 for single numbers.
  public var blockSize: Int
  /// The time that the counts come from: that of the log less its gaps of over a day.
  public var covered: Interval

  /// Creates the terms.
  ///
  /// - Parameters:
  ///   - monthlyPrice: Rent of one number a month, in hundredths of a currency.
  ///   - valuePerCall: What a call credited rightly is worth, in hundredths.
  ///   - blockSize: Numbers that can only be rented together, from 1.
  ///   - covered: The time that the figures are of; less than a millisecond is taken for one.
  public init(
    monthlyPrice: Int? = nil, valuePerCall: Int? = nil, blockSize: Int = 1,
    covered: Interval = .days(1)
  ) {
    precondition(blockSize > 0, "Numbers come in blocks of at least one")
    self.monthlyPrice = monthlyPrice
    self.valuePerCall = valuePerCall
    self.blockSize = blockSize
    self.covered = max(.milliseconds(1), covered)
  }

  /// Whether the log is long enough to say anything of a month: most of a day at least.
  public var tellsMonths: Bool { covered >= .hours(20) }

  /// A count of the log as one of a month of 30 days.
  ///
  /// - Parameter count: How many in the whole log.
  /// - Complexity: O(1).
  public func monthly(_ count: Double) -> Double { count / coveredSeconds * Self.secondsOfMonth }

  private static let secondsOfMonth = 30.0 * 86_400

  private var coveredSeconds: Double { Double(covered.milliseconds) / 1000 }

  /// How many numbers have to be rented to have so many: whole blocks.
  ///
  /// - Complexity: O(1).
  public func rented(for numbers: Int) -> Int { (numbers + blockSize - 1) / blockSize * blockSize }

  /// What a pool costs a month in hundredths, in whole blocks; `nil` without a price.
  ///
  /// - Complexity: O(1).
  public func cost(of numbers: Int) -> Int? { monthlyPrice.map { $0 * rented(for: numbers) } }

  /// The size of least total cost among those that can be rented: rent less what the calls credited
  /// rightly are worth.
  ///
  /// - Parameter curve: What every size does with the calls.
  /// - Returns: The smallest of equally good sizes; `nil` without a price, a value, or calls, or
  ///   where a size that wasn't worked out may be better.
  /// - Complexity: O(sizes).
  public func cheapest(on curve: PoolCurve) -> Int? {
    gaps(on: curve)?.isEmpty == true ? best(on: curve)?.size : nil
  }
}

extension Economics {
  /// The best of the sizes that are known and can be rented, the smallest of equals.
  ///
  /// Totals are of the whole log rather than of a month: of counts they are exact.
  private func best(on curve: PoolCurve) -> (size: Int, total: Double)? {
    var best: (size: Int, total: Double)?
    for size in rentableSizes(of: curve) {
      guard let correct = curve.calls?.correct[size] else { continue }
      let total = total(rent: size, correct: correct)
      if best.map({ total < $0.total }) ?? true { best = (size, total) }
    }
    return best
  }

  private func total(rent numbers: Int, correct: Double) -> Double {
    Double(monthlyPrice ?? 0) * Double(numbers) * coveredSeconds
      - Double(valuePerCall ?? 0) * correct * Self.secondsOfMonth
  }

  private func rentableSizes(of curve: PoolCurve) -> [Int] {
    curve.isExpected
      ? curve.sizes.filter { $0.isMultiple(of: blockSize) }
      : Array(stride(from: 0, through: rented(for: curve.largestSize), by: blockSize))
  }

  /// Sizes that have to be worked out to tell the cheapest: where more numbers are never worse,
  /// those of a gap cost at least as much as its least and bring at most as much as its end.
  ///
  /// - Returns: The middle of each gap that may hold the cheapest size, or a size beyond the last;
  ///   `nil` where nothing is cheapest.
  func gaps(on curve: PoolCurve) -> [Int]? {
    guard let monthlyPrice, valuePerCall != nil, let calls = curve.calls else { return nil }
    guard let limit = calls.correct.limit else { return [] }
    let sizes = rentableSizes(of: curve)
    guard let best = best(on: curve), let last = sizes.last else { return [0] }
    func mayBeBetter(from size: Int, bringing correct: Double) -> Bool {
      let least = total(rent: size, correct: correct)
      return least < best.total || (least == best.total && size < best.size)
    }
    var gaps: [Int] = []
    for (size, next) in zip(sizes, sizes.dropFirst()) where next - size > blockSize {
      guard mayBeBetter(from: size + blockSize, bringing: calls.correct[next] ?? limit) else {
        continue
      }
      gaps.append(size + (next - size) / blockSize / 2 * blockSize)
    }
    if mayBeBetter(from: last + blockSize, bringing: limit) {
      // Where numbers cost nothing more of them are better forever.
      guard monthlyPrice > 0 else { return nil }
      gaps.append(max(blockSize, 2 * last))
    }
    return gaps
  }
}
