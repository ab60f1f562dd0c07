/// What a scheme makes of the calls.
public struct SchemeResult: Sendable {
  /// Which scheme.
  public let scheme: Scheme
  /// The numbers that it uses, besides the printed one.
  public internal(set) var numbersUsed = 0
  /// The numbers that it needs: a pool its minimum, `nil` where there is none; a static scheme the
  /// fewest keys that hold 99 % of the sessions that have one.
  public internal(set) var numbersNeeded: Int?
  /// The different keys that sessions have; `nil` where there are none.
  public internal(set) var keys: Int?
  /// How many sessions may have made a call; `nil` without a call.
  public internal(set) var oneOfN: CountSpread?
  /// What becomes of the calls, by ``LabelLevel``.
  public internal(set) var levels = [LevelTally](
    repeating: LevelTally(), count: LabelLevel.allCases.count)
  /// The calls by the channel that is said of them, in the order of the channels.
  public internal(set) var channels = [Int](repeating: 0, count: Channel.allCases.count)
  /// The calls to the default number, which a system without a word for that books as direct.
  public internal(set) var callsToDefault = 0
  /// The calls to a number of the scheme of which nothing is said.
  public internal(set) var callsUnmatched = 0
  /// Of a static scheme the smallest lag from which on it is right about more campaigns than the
  /// pool; `nil` where there is none.
  public internal(set) var breakEvenLag: Interval?
  /// Of a static scheme the calls that it would be right about with a number for every key, by
  /// ``LabelLevel``; else `nil`.
  public internal(set) var rightWithEveryKey: [Int]?
  /// Of a static scheme the smallest budget with which it is right about as many campaigns as the
  /// pool; `nil` where there is none.
  public internal(set) var budgetEqualToPool: Int?
  /// What is said of each call.
  private(set) var readings: [NumberReading] = []
  /// For each call and level what becomes of it.
  private(set) var verdicts: [CallVerdict] = []
  /// For each call and level why it isn't right.
  private(set) var causes: [SchemeCause?] = []

  /// Begins with no call.
  init(_ scheme: Scheme) {
    self.scheme = scheme
  }

  /// What becomes of the calls at a level.
  ///
  /// - Complexity: O(1).
  public subscript(level: LabelLevel) -> LevelTally { levels[level.rawValue] }

  /// What becomes of a call at a level.
  ///
  /// - Parameters:
  ///   - call: Its place among the calls compared.
  ///   - level: Which level.
  /// - Complexity: O(1).
  public func verdict(ofCall call: Int, _ level: LabelLevel) -> CallVerdict {
    verdicts[call * LabelLevel.allCases.count + level.rawValue]
  }

  /// Why a call isn't right at a level; `nil` where it is, or where there is nothing to say.
  ///
  /// - Parameters:
  ///   - call: Its place among the calls compared.
  ///   - level: Which level.
  /// - Complexity: O(1).
  public func cause(ofCall call: Int, _ level: LabelLevel) -> SchemeCause? {
    causes[call * LabelLevel.allCases.count + level.rawValue]
  }

  /// Takes the calls in, in order.
  mutating func count(
    _ readings: [NumberReading], truths: [CallTruth], finder: CauseFinder
  ) {
    verdicts.reserveCapacity(readings.count * LabelLevel.allCases.count)
    causes.reserveCapacity(readings.count * LabelLevel.allCases.count)
    for (reading, truth) in zip(readings, truths) {
      for level in LabelLevel.allCases {
        let verdict = truth.verdict(on: reading, level, in: finder.input.traffic)
        var cause: SchemeCause?
        switch verdict {
        case .right, .silence: break
        case .wrong, .nothing, .invented:
          cause = finder.cause(reading, level, session: Int(truth.session))
        }
        levels[level.rawValue].add(verdict, cause)
        verdicts.append(verdict)
        causes.append(cause)
      }
      if reading.labels.channel >= 0 {
        channels[Int(reading.labels.channel)] += 1
      } else if reading.number < 0 {
        callsToDefault += 1
      } else {
        callsUnmatched += 1
      }
    }
    self.readings = readings
  }
}

/// What is true of a call.
struct CallTruth: Sendable {
  /// The session that called; -1 where no visit caused the call.
  var session: Int32 = -1
  /// The true labels.
  var labels = TouchLabels.silence

  /// What becomes of the call under a scheme at a level.
  func verdict(
    on reading: NumberReading, _ level: LabelLevel, in traffic: Traffic
  ) -> CallVerdict {
    var label: Int32
    var said: Int32
    if level.isOfTouches {
      label = labels[level]
      said = reading.labels[level]
    } else {
      label = session
      said = reading.session
      if level == .visitor {
        if label >= 0 { label = traffic.sessions[Int(label)].visitor.index }
        if said >= 0 { said = traffic.sessions[Int(said)].visitor.index }
      }
    }
    if label == TouchLabels.none { return said == TouchLabels.none ? .silence : .invented }
    if said == TouchLabels.none { return .nothing }
    return said == label ? .right : .wrong
  }
}
