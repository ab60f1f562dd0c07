import NumberPools

extension SizeReport {
  /// What one number more buys a month.
  struct Marginal {
    /// Which number it is.
    var numbers: Int
    /// Sessions covered that weren't with one fewer.
    var sessions: Double
    /// Calls credited rightly that weren't; `nil` without calls.
    var calls: Double?
    /// Sessions that would be credited rightly with a call at the usual lag, and weren't.
    var credit: Double?
  }

  /// What each of the numbers around the answer buys.
  var marginal: [Marginal] {
    guard let numbers else { return [] }
    let curve = study.curve
    let credit = curve.credit(at: Self.usualLag)
    return (max(1, numbers - 5)...(numbers + 5)).map { size in
      Marginal(
        numbers: size,
        sessions: economics.monthly(
          Double(curve.sessionsCovered(at: size) - curve.sessionsCovered(at: size - 1))),
        calls: curve.calls.map { economics.monthly($0.correct[size] - $0.correct[size - 1]) },
        credit: credit.map { economics.monthly($0.correct[size] - $0.correct[size - 1]) })
    }
  }

  /// What the last number of the answer, and the next, buy: a sentence each.
  var marginalSentences: [String] {
    guard let numbers else { return [] }
    return marginal.filter { $0.numbers == numbers || $0.numbers == numbers + 1 }.map { marginal in
      let price = economics.monthlyPrice.map { "costs \(Figures.money($0)) a month and " } ?? ""
      var gains: [String] = []
      if let calls = marginal.calls {
        gains.append("makes \(Figures.decimal(calls)) more calls a month right")
      } else {
        gains.append("covers \(Figures.decimal(marginal.sessions)) more sessions a month")
        if let credit = marginal.credit {
          gains.append(
            "would credit \(Figures.decimal(credit)) more of those that call 15 min later")
        }
      }
      return "Number \(Figures.count(marginal.numbers)) \(price)"
        + gains.joined(separator: " and ") + "."
    }
  }
}
