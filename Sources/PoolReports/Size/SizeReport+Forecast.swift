import NumberPools

extension SizeReport {
  /// The coming days, or why nothing is said of them; never mixed with what is true of the log.
  var forecastParts: [Part] {
    switch forecast {
    case nil: []
    case .failure(let absence):
      [.note(ForecastPhrase.absent(absence, days: ForecastPlan.leastDays))]
    case .success(let findings): phrases(on: findings).map { .finding($0) }
    }
  }

  private func phrases(on findings: ForecastFindings) -> [ForecastPhrase] {
    let question = findings.forecast.question
    guard let numbers = findings.numbers else {
      return [.noAnswer(days: question.days, confidence: question.confidence)]
    }
    let futures = findings.forecast.needs.count
    var phrases: [ForecastPhrase] = [
      .answer(
        ForecastPhrase.Answer(
          days: question.days, numbers: numbers, cost: economics.cost(of: numbers),
          confidence: question.confidence, futures: futures, daysKnown: findings.forecast.days,
          logsAnswer: findings.answer, futuresMetByLogsAnswer: findings.futuresMetByAnswer)),
      .margin(numbers - findings.answer, because: findings.reasons),
    ]
    if let half = findings.numbersOfLaterHalf {
      phrases.append(.laterHalf(days: findings.daysOfLaterHalf, numbers: half))
    }
    if findings.isScaled { phrases.append(.scaled) }
    return phrases + [.unknown]
  }

  /// The coming days for programs.
  func addForecast(to data: inout Record) {
    switch forecast {
    case nil: return
    case .failure(let absence):
      data.add("forecast", .value(.unknown))
      data.add(
        "forecast_reason", .words(ForecastPhrase.absent(absence, days: ForecastPlan.leastDays)))
    case .success(let findings): data.add("forecast", .record(record(of: findings)))
    }
  }

  private func record(of findings: ForecastFindings) -> Record {
    let forecast = findings.forecast
    var record: Record = [
      "days": .count(forecast.question.days),
      "confidence": .value(.share(forecast.question.confidence, of: 1)),
      "numbers": .count(findings.numbers),
      "numbers_for_log": .count(findings.answer),
      "futures": .count(forecast.needs.count),
      "futures_met_by_log": .count(findings.futuresMetByAnswer),
      "numbers_if_days_repeat": .count(forecast.ifDaysRepeat),
      "numbers_of_later_half": .count(findings.numbersOfLaterHalf),
      "days_of_log": .count(forecast.days),
      "whole_days_of_log": .count(forecast.wholeDays),
      "spread_of_days": .value(.mean(forecast.spreadOfDays)),
      "spread_of_weeks": .value(.mean(forecast.spreadOfWeeks)),
      "spread_of_peaks": .value(.mean(forecast.spreadOfPeaks)),
      "is_scaled": .value(.flag(findings.isScaled)),
    ]
    if let cost = findings.numbers.flatMap(economics.cost) {
      record.add("monthly_cost", .value(.money(cost)))
    }
    record.add("points", .rows(points(of: findings)))
    return record
  }

  /// What meets the target in other shares of the futures.
  private func points(of findings: ForecastFindings) -> Table {
    Table(
      [50, 80, 90, 95, 99],
      [
        .data("share", .share) { .percents($0, of: 100) },
        .data("numbers", .count) {
          Value(count: findings.numbers(in: Double($0) / 100, economics))
        },
      ])
  }
}
