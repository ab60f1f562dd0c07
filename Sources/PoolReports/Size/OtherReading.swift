import NumberPools

/// The answer to the same question, had the input been read in another way that may be right too.
public struct OtherReading: Sendable {
  /// How the input is read then, in a few words, with the option that does it.
  public var name: String
  /// The sessions that count then.
  public var sessions: Int
  /// The most numbers in use at once.
  public var peak: Int
  /// The minimum pool; `nil` when no size meets the target.
  public var numbers: Int?

  /// Creates a reading.
  ///
  /// - Parameters:
  ///   - name: How the input is read, in a few words, with the option that does it.
  ///   - sessions: The sessions that count then.
  ///   - peak: The most numbers in use at once.
  ///   - numbers: The minimum pool.
  public init(name: String, sessions: Int, peak: Int, numbers: Int?) {
    self.name = name
    self.sessions = sessions
    self.peak = peak
    self.numbers = numbers
  }
}

extension SizeReport {
  /// Writes the answers of other readings, where any of them isn't the same for all purposes.
  func writeOtherReadings(to page: inout TextPage) {
    guard otherReadings.contains(where: isNoticeable) else { return }
    var table = TextTable(["were the input read so", "sessions", "peak", "numbers"], words: [0])
    for reading in otherReadings {
      table.add([
        reading.name, Figures.count(reading.sessions), Figures.count(reading.peak),
        reading.numbers.map { Figures.count($0) } ?? "-",
      ])
    }
    page.add(table)
  }

  /// Whether a reading has another answer, another peak, or a twentieth more sessions or fewer.
  private func isNoticeable(_ reading: OtherReading) -> Bool {
    let sessions = study.curve.sessions
    return reading.numbers != numbers || reading.peak != study.curve.peak
      || abs(reading.sessions - sessions) * 20 > sessions
  }

  /// The `other_readings` of the report.
  var otherReadingsJSON: JSONValue {
    .array(
      otherReadings.map {
        [
          "name": .string($0.name), "sessions": .integer($0.sessions), "peak": .integer($0.peak),
          "numbers": JSONValue($0.numbers),
        ]
      })
  }
}
