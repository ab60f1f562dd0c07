public import NumberPools

/// Forecasts of the parts of a log, each against the next part.
public struct BackTestReport: Sendable {
  /// What came of it.
  public var test: BackTest
  /// What was read.
  public var section: TrafficSection

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - test: What came of the forecasts.
  ///   - section: What was read.
  public init(_ test: BackTest, section: TrafficSection) {
    self.test = test
    self.section = section
  }

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - test: What came of the forecasts.
  ///   - dataset: The log that they were tried on.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  /// - Complexity: O(page views).
  public init(_ test: BackTest, of dataset: Dataset, showsPersonalData: Bool = false) {
    self.init(
      test,
      section: TrafficSection(of: dataset, warnings: [], showsPersonalData: showsPersonalData))
  }
}

extension BackTestReport: Report {
  /// How often forecasts were enough, and each of them.
  public var document: Document {
    let outcome = test.outcome(of: .forecast)
    var parts: [Part] = []
    if outcome.pairs > 0 {
      parts.append(
        .verdict(
          BackTestPhrase.verdict(
            met: outcome.met, of: outcome.pairs, length: test.length,
            confidence: test.confidence)))
      if outcome.pairs < 20 { parts.append(.finding(BackTestPhrase.fewPairs)) }
    } else {
      parts.append(
        .verdict(BackTestPhrase.nothing(parts: test.length, pairs: test.pairs.count)))
    }
    parts += section.doubts
    if !test.pairs.isEmpty {
      parts += [.table(waysTable), .table(pairsTable), .note(BackTestPhrase.columns)]
    }
    let data: Record = [
      "split": .name(test.length.rawValue),
      "confidence": .value(.share(test.confidence, of: 1)),
      "pairs": .rows(pairsTable),
      "ways": .rows(waysTable),
      "warnings": .phrases(section.warnings),
    ]
    return Document(sections: [Section(parts: parts), section.section], data: data)
  }

  private var waysTable: Table {
    Table(
      BackTest.Way.allCases,
      [
        Column("way", .way, .words) { .words(BackTestPhrase.way($0)) },
        Column("enough", .enough, .count) { .count(test.outcome(of: $0).met) },
        Column("of", .ofPairs, .count) { .count(test.outcome(of: $0).pairs) },
        Column("bought", .numbers, .count) { .count(test.outcome(of: $0).bought) },
        Column("needed", .neededByAll, .count) { .count(test.outcome(of: $0).needed) },
      ])
  }

  private var pairsTable: Table {
    Table(
      test.pairs,
      [
        Column("from", .from, .time) { .time($0.from) },
        .data("until", .time) { .time($0.until) },
        .data("days_foretold", .count) { .count($0.days) },
        Column("sessions", .sessions, .count) { .count($0.sessions) },
        .data("next_sessions", .count) { .count($0.nextSessions) },
        Column("forecast", .forecast, .count) { Value(count: $0.forecast) },
        Column("answer", .enough, .count) { Value(count: $0.answer) },
        Column("peak", .peak, .count) { .count($0.peak) },
        Column("next_needed", .nextNeeded, .count) { Value(count: $0.needed) },
      ])
  }
}
