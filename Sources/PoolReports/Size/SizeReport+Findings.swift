import NumberPools

extension SizeReport {
  /// What the report comes to.
  var verdict: SizeFinding {
    switch study.minimum {
    case .failure(let failure): .noAnswer(study.question.target, failure)
    case .success(let minimum): .answer(answer(minimum.numbers))
    }
  }

  private func answer(_ size: Int) -> SizeFinding.Answer {
    SizeFinding.Answer(
      numbers: size, cost: economics.cost(of: size), covered: curve.sessionsCovered(at: size),
      sessions: curve.sessions,
      credit: curve.credit(at: Self.usualLag).map { credit in
        (Self.usualLag, credit.correct[size], credit.calls)
      },
      calls: curve.calls.map { calls in (calls.correct[size], calls.calls) },
      target: study.question.target)
  }

  /// What else is worth to know at once.
  var findings: [SizeFinding] {
    var findings: [SizeFinding] = []
    if let time = curve.peakTime { findings.append(.peak(curve.peak, at: time)) }
    // A burst that sets the peak has a warning of its own.
    if let window = study.busiestWindow, let quiet = study.withoutBusiestWindow,
      quiet.numbers != numbers, !study.burstSetsPeak
    {
      findings.append(
        .quiet(sessions: window.sessions, from: window.from, numbers: quiet.numbers))
    }
    findings += marginalFindings
    if let offer { findings.append(.offer(offer)) }
    if let cheapest = economics.cheapest(on: curve) { findings.append(.cheapest(cheapest)) }
    return findings
  }

  /// What to think of the offer. A target needn't be met by every size above one that meets it.
  private var offer: SizeFinding.Offer? {
    guard let quote, let isMet = study.meetsTarget(with: quote) else { return nil }
    return SizeFinding.Offer(
      numbers: quote, isMet: isMet, isMetByLarger: isMetByAll(from: quote), answer: numbers,
      blockSize: economics.blockSize,
      costs: economics.cost(of: quote).flatMap { offer in
        numbers.flatMap(economics.cost).map { (offer, $0) }
      })
  }

  /// Whether every size from one on meets the target.
  private func isMetByAll(from size: Int) -> Bool {
    ([study.curve] + study.otherCurves).allSatisfy { curve in
      (try? MinimumPool(for: study.question.target, on: curve)).map { $0.numbers <= size } ?? false
    }
  }
}
