import NumberPools

extension SizeReport {
  /// What the report comes to.
  var verdict: any Phrase {
    if let reason = section.noAnswer { return reason }
    return finding
  }

  private var finding: SizeFinding {
    switch study.minimum {
    case .failure(let failure): .noAnswer(study.question.target, failure)
    case .success(let minimum): .answer(answer(minimum.numbers))
    }
  }

  private func answer(_ size: Int) -> SizeFinding.Answer {
    SizeFinding.Answer(
      numbers: size, time: section.profile.covered, cost: economics.cost(of: size),
      covered: curve.sessionsCovered(at: size),
      sessions: curve.sessions,
      credit: curve.credit(at: Self.usualLag).map { credit in
        (Self.usualLag, credit.correct[size], credit.calls)
      },
      calls: curve.calls.map { calls in (calls.correct[size], calls.calls) },
      target: study.question.target)
  }

  /// What else is worth to know at once.
  var findings: [any Phrase] {
    var findings: [any Phrase] = needFindings
    if let offer { findings.append(SizeFinding.offer(offer)) }
    if let cheapest { findings.append(SizeFinding.cheapest(cheapest)) }
    findings += cheaperFindings as [any Phrase] + marginalFindings
    if let time = curve.peakTime { findings.append(SizeFinding.peak(curve.peak, at: time)) }
    return findings
  }

  /// The size of least total cost, and what it has to do with the target's.
  private var cheapest: SizeFinding.Cheapest? {
    guard economics.tellsMonths, let size = economics.cheapest(on: curve),
      let cost = economics.cost(of: size), let value = economics.valuePerCall
    else { return nil }
    var cheapest = SizeFinding.Cheapest(
      numbers: size, cost: cost, valuePerCall: value, answer: numbers)
    if let numbers, numbers != size, let other = economics.cost(of: numbers),
      let here = curve.calls?.correct[size], let there = curve.calls?.correct[numbers]
    {
      cheapest.difference = (abs(other - cost), economics.monthly(abs(there - here)))
    }
    return cheapest
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

extension SizeReport {
  /// What a script has to be told: that no pool is the answer, or that the offer misses the target;
  /// `nil` where all is well.
  public var complaint: String? {
    if section.noAnswer != nil || numbers == nil {
      return "No pool is known to meet the target '\(study.question.target)'."
    }
    if let quote, study.meetsTarget(with: quote) != true {
      return "The offer of \(quote) misses the target '\(study.question.target)'."
    }
    return nil
  }
}
