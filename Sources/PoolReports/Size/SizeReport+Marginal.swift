import NumberPools

extension SizeReport {
  /// What one number more, or one block of numbers more, buys a month.
  struct Marginal {
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
          return economics.monthly(after - before)
        }
        return Marginal(
          numbers: size, cost: economics.cost(of: block),
          sessions: economics.monthly(
            Double(curve.sessionsCovered(at: size) - curve.sessionsCovered(at: size - block))),
          calls: gain(curve.calls), credit: gain(curve.credit(at: Self.usualLag)))
      }
  }

  /// What the last number of the answer, and the next, buy: a sentence each.
  var marginalSentences: [String] {
    guard let numbers else { return [] }
    let block = economics.blockSize
    return marginal.filter { $0.numbers == numbers || $0.numbers == numbers + block }
      .map { marginal in
        let isOne = block == 1
        let price = marginal.cost.map { cost in
          "\(isOne ? "costs" : "cost") \(Figures.money(cost)) a month and "
        }
        var gains: [String] = []
        if let calls = marginal.calls {
          gains.append(
            "\(isOne ? "makes" : "make") \(Figures.decimal(calls)) more calls a month right")
        } else {
          gains.append(
            "\(isOne ? "covers" : "cover") \(Figures.decimal(marginal.sessions)) more sessions a"
              + " month")
          if let credit = marginal.credit {
            gains.append(
              "would credit \(Figures.decimal(credit)) more of those that call 15 min later")
          }
        }
        let last = Figures.count(marginal.numbers)
        let which =
          isOne
          ? "Number \(last)" : "Numbers \(Figures.count(marginal.numbers - block + 1)) to \(last)"
        return "\(which) \(price ?? "")" + gains.joined(separator: " and ") + "."
      }
  }
}
