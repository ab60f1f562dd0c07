import NumberPools

extension SizeReport {
  /// What one number more, or one block of numbers more, buys a month.
  struct Marginal: Sendable {
    /// How many numbers there are with it.
    var numbers: Int
    /// What it costs, in hundredths; `nil` without a price.
    var cost: Int?
    /// Sessions covered that weren't without it.
    var sessions: Double
    /// Calls credited rightly that weren't; `nil` without calls.
    var calls: Double?
    /// Sessions that would be credited rightly with a call at the usual lag, and weren't.
    var credit: Double?
  }

  /// A count as one of a month, where the log is long enough to tell; else as it is.
  private func scaled(_ count: Double) -> Double {
    economics.tellsMonths ? economics.monthly(count) : count
  }

  /// What each of the numbers around the answer buys, or of the blocks that numbers come in.
  var marginal: [Marginal] {
    guard let numbers else { return [] }
    let curve = study.curve
    let block = economics.blockSize
    return stride(from: max(block, numbers - 5 * block), through: numbers + 5 * block, by: block)
      .map { size in
        /// What a block adds to a count of calls.
        func gain(_ counts: AttributionCurve?) -> Double? {
          guard let before = counts?.correct[size - block], let after = counts?.correct[size]
          else { return nil }
          return scaled(after - before)
        }
        return Marginal(
          numbers: size, cost: economics.cost(of: block),
          sessions: scaled(
            Double(curve.sessionsCovered(at: size) - curve.sessionsCovered(at: size - block))),
          calls: gain(curve.calls), credit: gain(curve.credit(at: Self.usualLag)))
      }
  }

  /// What the last number of the answer, and the next, buy.
  var marginalFindings: [SizeFinding] {
    guard let numbers else { return [] }
    let block = economics.blockSize
    return marginal.filter { $0.numbers == numbers || $0.numbers == numbers + block }
      .map { .marginal($0, blockSize: block, isMonthly: economics.tellsMonths) }
  }

  /// What numbers around the answer buy.
  var marginalTable: Table {
    var columns: [Column<Marginal>] = [.data("numbers", .count) { .count($0.numbers) }]
    if economics.monthlyPrice != nil {
      columns.append(.data("monthly_cost", .money) { Value(money: $0.cost) })
    }
    // Nothing is said of a month by a log of minutes.
    guard economics.tellsMonths else { return Table([], columns) }
    columns.append(.data("sessions_covered_per_month", .count) { .mean($0.sessions) })
    let marginal = marginal
    if curve.calls != nil {
      columns.append(
        .data("calls_correct_per_month", .count) { $0.calls.map(Value.mean) ?? .blank })
    }
    if curve.credit(at: Self.usualLag) != nil {
      columns.append(.data("credit_15m_per_month", .count) { $0.credit.map(Value.mean) ?? .blank })
    }
    return Table(marginal, columns)
  }
}
