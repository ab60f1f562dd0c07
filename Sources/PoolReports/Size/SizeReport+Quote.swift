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
    let cost =
      economics.cost(of: abs(quote - numbers)).map { ", \(Figures.money($0)) a month" } ?? ""
    switch (isMet, quote >= numbers) {
    case (true, true):
      return "\(offer) meets the target with \(Figures.count(quote - numbers)) to spare\(cost)."
    case (true, false) where isMetByAll(from: quote):
      return "\(offer) meets the target; in blocks of \(study.question.blockSize) it takes"
        + " \(Figures.count(numbers))."
    case (true, false):
      return "\(offer) meets the target, but some larger pools miss it:"
        + " from \(Figures.count(numbers)) on all meet it."
    default:
      return "\(offer) misses the target: \(Figures.count(numbers - quote)) too few\(cost)."
    }
  }

  /// Whether every size from one on meets the target.
  private func isMetByAll(from size: Int) -> Bool {
    ([study.curve] + study.otherCurves).allSatisfy { curve in
      (try? MinimumPool(for: study.question.target, on: curve)).map { $0.numbers <= size } ?? false
    }
  }
}
