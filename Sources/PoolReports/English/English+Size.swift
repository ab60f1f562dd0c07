import NumberPools

/// How many numbers to rent.
extension English {
  func words(_ finding: SizeFinding) -> String {
    switch finding {
    case .answer(let answer): words(answer)
    case .noAnswer(let target, let failure): "No answer for '\(target)': \(words(failure))."
    case .peak(let peak, let moment):
      "At most \(count(peak, .number)) \(peak == 1 ? "was" : "were") in use at once, first at"
        + " \(time(moment)): so many never refuse anyone."
    case .marginal(let marginal, let blockSize, let isMonthly):
      words(marginal, blockSize, isMonthly)
    case .offer(let offer): words(offer)
    case .cheapest(let cheapest): words(cheapest)
    }
  }

  private func words(_ answer: SizeFinding.Answer) -> String {
    var sentence =
      "\(count(answer.numbers, .number)) would have been enough for \(these(answer.time))"
      + (answer.cost.map { ", at \(money($0)) a month" } ?? "")
      + ": \(percent(answer.covered, of: answer.sessions)) of"
      + " \(count(answer.sessions, .session)) would have seen a number of their own"
    if let credit = answer.credit {
      let isSame = credit.correct == Double(answer.covered) && credit.calls == answer.sessions
      sentence +=
        isSame
        ? ", and kept it for a call \(length(credit.lag)) after their last page view"
        : "; had each called \(length(credit.lag)) after its last page view,"
          + " \(percent(credit.correct, of: credit.calls)) of these calls would have been"
          + " credited to the right one"
    }
    if let calls = answer.calls {
      sentence +=
        ", and \(part(calls.correct, of: calls.known)) calls known would have been credited to"
        + " their session"
    }
    return sentence + " (target: \(answer.target))."
  }

  /// So many of so many calls; of few of them without percents, which would say nothing.
  func part(_ correct: Double?, of calls: Int) -> String {
    guard let correct, calls < LogWarning.fewestCalls else {
      return "\(percent(correct, of: calls)) of the \(count(calls))"
    }
    return "\(decimal(correct)) of the \(count(calls))"
  }

  private func words(_ cheapest: SizeFinding.Cheapest) -> String {
    let best =
      "At \(money(cheapest.valuePerCall)) a call \(count(cheapest.numbers, .number)) for"
      + " \(money(cheapest.cost)) a month are worth most"
    guard let answer = cheapest.answer else { return best + "; the target can't be met." }
    guard let difference = cheapest.difference else {
      return best + ", as many as the target asks."
    }
    let calls = "\(decimal(difference.calls)) right calls"
    return cheapest.numbers < answer
      ? best
        + ": the \(count(answer)) that the target asks for cost \(money(difference.cost)) more,"
        + " and what they add, \(calls), is worth less."
      : best + ": they cost \(money(difference.cost)) more than the \(count(answer)) that the"
        + " target asks for, and what they add, \(calls), is worth more."
  }

  func words(_ failure: MinimumPool.Failure) -> String {
    switch failure {
    case .noSessions: "there is no session to cover"
    case .unreachable(let condition): "even the largest pool misses '\(condition)'"
    case .notWorkedOut(let condition):
      "the sizes that tell where '\(condition)' is met weren't worked out"
    case .notMeasured(let metric): "the input doesn't tell '\(metric)'"
    }
  }

  private func words(
    _ marginal: SizeReport.Marginal, _ block: Int, _ isMonthly: Bool
  ) -> String {
    let isOne = block == 1
    let month = isMonthly ? " a month" : " in this time"
    let price = marginal.cost.map { cost in
      "\(isOne ? "costs" : "cost") \(money(cost)) a month and "
    }
    var gains: [String] = []
    if let calls = marginal.calls {
      let noun = form(of: .call, beside: calls == 1 ? 1 : 2)
      gains.append("\(isOne ? "makes" : "make") \(decimal(calls)) more \(noun)\(month) right")
    } else {
      let sessions = form(of: .session, beside: marginal.sessions == 1 ? 1 : 2)
      gains.append(
        "\(isOne ? "serves" : "serve") \(decimal(marginal.sessions)) more \(sessions)\(month)")
      if let credit = marginal.credit, abs(credit - marginal.sessions) >= 0.05 {
        gains.append("keeps a number for \(decimal(credit)) more that call 15 min later")
      }
    }
    let last = count(marginal.numbers)
    let which =
      isOne ? "Number \(last)" : "Numbers \(count(marginal.numbers - block + 1)) to \(last)"
    return "\(which) \(price ?? "")" + gains.joined(separator: " and ") + "."
  }

  private func words(_ offer: SizeFinding.Offer) -> String {
    let sentence = "The offer of \(count(offer.numbers, .number))"
    guard let answer = offer.answer else {
      return offer.isMet
        ? "\(sentence) meets the target, but larger pools miss it."
        : "\(sentence) misses the target."
    }
    let cost = offer.costs.map { costs in
      costs.offer == costs.answer
        ? ", at the same rent" : ", \(money(abs(costs.offer - costs.answer))) a month"
    }
    switch (offer.isMet, offer.numbers >= answer) {
    case (true, true):
      return "\(sentence) meets the target with \(count(offer.numbers - answer)) to"
        + " spare\(cost ?? "")."
    case (true, false) where offer.isMetByLarger:
      return "\(sentence) meets the target; in blocks of \(offer.blockSize) it takes"
        + " \(count(answer))\(cost ?? "")."
    case (true, false):
      return "\(sentence) meets the target, but some larger pools miss it:"
        + " from \(count(answer)) on all meet it."
    default:
      return "\(sentence) misses the target: \(count(answer - offer.numbers)) too few"
        + "\(cost ?? "")."
    }
  }
}

/// What the figures on sizes mean.
extension English {
  func words(_ note: SizeNote) -> String {
    switch note {
    case .neighbours(let hasCalls):
      "Without: sessions that never saw a number. Refused: page views that asked in"
        + " vain." + (hasCalls ? " Right, wrong, unknown: calls." : "")
    case .memory:
      "Numbers beyond coverage buy memory: a number is credited to its last visitor"
        + " until it is lent again."
    case .presences:
      "Page stays open: within a session the number is kept over every gap. Only page"
        + " views: a gap as long as the timeout loses it."
    case .medianDelay(let delay):
      "Half of the callers called within \(length(whole(delay))) of their last page view. Numbers"
        + " that are enough for visits alone forget those who call much later."
    case .shorterTimeout(_, nil):
      "A longer timeout than needed costs numbers; here no shorter one would save any."
    case .shorterTimeout(let asked, let fewest?):
      "Keeping numbers for \(length(asked)) after the visitor instead of"
        + " \(length(fewest.timeout)) costs"
        + " \(count(fewest.numbers, .number)) for the same target. Where the longest"
        + " idle number is lent first, a freed number waits as long as it can anyway."
    case .sharedPool(let numbers):
      numbers > 0
        ? "One shared pool saves \(count(numbers, .number))."
        : "One shared pool saves nothing here."
    case .source(let publisher): "\(name(of: publisher)): \(source(of: publisher))."
    }
  }

  /// A published rule: whose it is, and what it reckons with.
  func rule(of publisher: RuleOfThumb.Publisher) -> String {
    let reckoning =
      switch publisher {
      case .callMatrix: "peak hour's visitors / 4"
      case .callRail: "table by sessions a month"
      case .callTrackingMetrics: "day's visitors / 20"
      case .erlang: "1 % refused in the busiest hour"
      case .nimbata: "peak hour's visitors x mean visit"
      case .matelso: "peak hour's visitors"
      }
    return "\(name(of: publisher)): \(reckoning)"
  }

  private func name(of publisher: RuleOfThumb.Publisher) -> String {
    switch publisher {
    case .callMatrix: "CallMatrix"
    case .callRail: "CallRail"
    case .callTrackingMetrics: "CallTrackingMetrics"
    case .erlang: "Erlang B"
    case .nimbata: "Nimbata"
    case .matelso: "matelso"
    }
  }

  /// Where a rule is published.
  func source(of publisher: RuleOfThumb.Publisher) -> String {
    switch publisher {
    case .callMatrix: "callmatrix.io, dynamic number insertion guide"
    case .callRail: "a third party's table of CallRail pool sizes; 25+ from 25,000 sessions"
    case .callTrackingMetrics:
      "calltrackingmetrics.com, how many tracking numbers do I need"
    case .erlang: "A. K. Erlang, 1917; load = mean occupancy of the busiest clock hour"
    case .nimbata:
      "help.nimbata.com, estimating the pool of numbers for keyword-level tracking"
    case .matelso: "knowledge.matelso.com, tracking quality: 100 % utilisation"
    }
  }
}
