public import NumberPools

/// The answer to the same question, had the input been read in another way that may be right too.
public struct OtherReading: Sendable {
  /// How the input is read then.
  public var way: ReadingWay
  /// The sessions that count then.
  public var sessions: Int
  /// The most numbers in use at once.
  public var peak: Int
  /// The minimum pool; `nil` when no size meets the target.
  public var numbers: Int?

  /// Creates a reading.
  ///
  /// - Parameters:
  ///   - way: How the input is read.
  ///   - sessions: The sessions that count then.
  ///   - peak: The most numbers in use at once.
  ///   - numbers: The minimum pool.
  public init(way: ReadingWay, sessions: Int, peak: Int, numbers: Int?) {
    self.way = way
    self.sessions = sessions
    self.peak = peak
    self.numbers = numbers
  }
}

extension SizeReport {
  /// The answers of other readings, where any of them isn't the same for all purposes.
  var otherReadingParts: [Part] {
    otherReadings.contains(where: isNoticeable) ? [.table(otherReadingsTable)] : []
  }

  /// The answers of other readings.
  var otherReadingsTable: Table {
    Table(
      otherReadings,
      [
        Column("name", .reading, .words) { .words(Label.reading($0.way)) },
        Column("sessions", .sessions, .count) { .count($0.sessions) },
        Column("peak", .peak, .count) { .count($0.peak) },
        Column("numbers", .numbers, .count) { Value(count: $0.numbers) },
      ])
  }

  /// Whether a reading has another answer, another peak, or a twentieth more sessions or fewer.
  private func isNoticeable(_ reading: OtherReading) -> Bool {
    let sessions = curve.sessions
    return reading.numbers != numbers || reading.peak != curve.peak
      || abs(reading.sessions - sessions) * 20 > sessions
  }
}
