import NumberPools

extension SizeReport {
  /// What to think of the offer. A target needn't be met by every size above one that meets it.
  var quoteSentence: String? {
    guard let quote, let isMet = study.meetsTarget(with: quote) else { return nil }
    let offer = "The offer of \(Figures.count(quote, "number"))"
    guard let numbers else {
      return isMet
        ? "\(offer) meets the target, but larger pools miss it."
        : "\(offer) misses the target."
    }
    let cost = Self.rent(between: economics.cost(of: quote), and: economics.cost(of: numbers))
    switch (isMet, quote >= numbers) {
    case (true, true):
      return "\(offer) meets the target with \(Figures.count(quote - numbers)) to spare\(cost)."
    case (true, false) where isMetByAll(from: quote):
      return "\(offer) meets the target; in blocks of \(economics.blockSize) it takes"
        + " \(Figures.count(numbers))\(cost)."
    case (true, false):
      return "\(offer) meets the target, but some larger pools miss it:"
        + " from \(Figures.count(numbers)) on all meet it."
    default:
      return "\(offer) misses the target: \(Figures.count(numbers - quote)) too few\(cost)."
    }
  }

  /// What the rent of an offer and that of the answer differ by; nothing without a price.
  private static func rent(between offer: Int?, and answer: Int?) -> String {
    guard let offer, let answer else { return "" }
    if offer == answer { return ", at the same rent" }
    return ", \(Figures.money(abs(offer - answer))) a month"
  }

  /// Whether every size from one on meets the target.
  private func isMetByAll(from size: Int) -> Bool {
    ([study.curve] + study.otherCurves).allSatisfy { curve in
      (try? MinimumPool(for: study.question.target, on: curve)).map { $0.numbers <= size } ?? false
    }
  }
}
