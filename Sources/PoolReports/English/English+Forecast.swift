import NumberPools

/// The coming days.
extension English {
  func words(_ phrase: ForecastPhrase) -> String {
    switch phrase {
    case .answer(let answer): words(answer)
    case .noAnswer(let days, let confidence):
      "For the next \(count(days, .day)): no pool meets the target in \(whole(confidence)) of the"
        + " futures drawn from this log."
    case .margin(let more, let reasons): margin(more, reasons)
    case .laterHalf(let days, let numbers):
      "From the last \(count(days, .day)) alone the forecast would be"
        + " \(count(numbers, .number)): that is what a shorter log says."
    case .unknown:
      "The forecast knows no campaign that isn't in the log, and no change of season."
    case .scaled:
      "It was played for the longest idle number, and taken times what these rules needed more in"
        + " the log."
    case .absent(let absence, let least): words(absence, least)
    }
  }

  private func words(_ answer: ForecastPhrase.Answer) -> String {
    let price = answer.cost.map { " for \(money($0)) a month" } ?? ""
    let own = count(answer.logsAnswer, .number)
    let share = Double(answer.futuresMetByLogsAnswer) / Double(answer.futures)
    return "For the next \(count(answer.days, .day)): \(count(answer.numbers, .number))\(price),"
      + " enough in \(whole(answer.confidence)) of \(count(answer.futures)) futures drawn from"
      + " these \(count(answer.daysKnown, .day)); \(own), enough for this log,"
      + " \(answer.logsAnswer == 1 ? "is" : "are") enough in \(whole(share)) of them."
  }

  private func margin(_ more: Int, _ reasons: [ForecastFindings.Reason]) -> String {
    let listed = reasons.map { words($0) }
    if more <= 0 {
      return "That is no more than the log itself needed"
        + (listed.isEmpty ? "." : ", though \(joined(listed)).")
    }
    return "The \(count(more)) more \(more == 1 ? "is" : "are") for what the log leaves open"
      + (listed.isEmpty ? "." : ": \(joined(listed)).")
  }

  private func words(_ reason: ForecastFindings.Reason) -> String {
    switch reason {
    case .fewDays(let days, true):
      "\(count(days, .day)) \(days == 1 ? "says" : "say") little of the weeks to come"
    case .fewDays(let days, false):
      "\(count(days, .day)) can't tell a weekday from chance"
    case .daysDiffer(let factor):
      "days of one kind differ by \(whole(factor - 1)) or more"
    case .bursts(let worst, let usual):
      "the worst day needed \(count(worst)), a usual one \(count(usual))"
    case .weeksDiffer(let factor):
      "the last 7 days had \(whole(abs(factor - 1))) \(factor > 1 ? "more" : "fewer") sessions than"
        + " the 7 before"
    }
  }

  private func words(_ absence: ForecastFindings.Absence, _ least: Int) -> String {
    let reason =
      switch absence {
      case .tooFewDays(let days):
        "the log has \(count(days, .day)) with traffic, and a forecast takes"
          + " \(count(least, .day)) at least"
      case .targetOfCalls: "the target speaks of calls, and who will call isn't known"
      case .noAnswer: "no pool would have been enough for the log itself"
      }
    return "Nothing is said of the coming weeks: \(reason)."
  }

  /// A share in whole percents, rounded down but for what is the next but for a rounding error.
  private func whole(_ share: Double) -> String { "\(Int((share * 100 + 1e-6).rounded(.down))) %" }

  private func joined(_ parts: [String]) -> String {
    parts.count < 2
      ? parts.joined()
      : parts.dropLast().joined(separator: ", ") + ", and " + parts[parts.count - 1]
  }
}

/// Forecasts that were tried on the log itself.
extension English {
  func words(_ phrase: BackTestPhrase) -> String {
    switch phrase {
    case .verdict(let met, let pairs, let length, let confidence):
      "The forecast of one \(name(of: length)) was enough for the next in \(count(met)) of"
        + " \(count(pairs)) (it aims at \(Int((confidence * 100).rounded())) %)."
    case .nothing(let length, 0):
      "There aren't two whole \(plural(of: length)) in the log that follow each other."
    case .nothing(let length, _):
      "Nothing can be foretold from the \(plural(of: length)) of this log: seven days with traffic"
        + " are needed, and a target that doesn't speak of calls."
    case .fewPairs:
      "So few pairs say little: of 20, one may be missed by chance."
    case .columns:
      "Each row is a part of the log: what its forecast would have bought, what would have been"
        + " enough for itself, its most numbers in use at once, and what the next part needed."
    case .way(.forecast): "forecast"
    case .way(.answer): "enough for the part before"
    case .way(.peak): "most in use at once before"
    case .way(.quarterMore): "enough before, and a quarter"
    }
  }

  private func name(of length: TrafficPart.Length) -> String {
    switch length {
    case .week: "week"
    case .month: "month"
    case .half: "half"
    }
  }

  private func plural(of length: TrafficPart.Length) -> String {
    switch length {
    case .week: "weeks"
    case .month: "months"
    case .half: "halves"
    }
  }
}

/// The headings of columns of forecasts.
extension English {
  func wordsOnForecasts(_ heading: Heading) -> String {
    switch heading {
    case .way: "bought"
    case .enough: "enough"
    case .ofPairs: "of"
    case .neededByAll: "needed"
    case .forecast: "forecast"
    case .nextNeeded: "next needed"
    default: ""
    }
  }
}
