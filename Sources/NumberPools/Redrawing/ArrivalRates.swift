/// How many sessions begin in each half hour of some traffic, with the noise of counting taken out
/// as far as the traffic itself tells how much of it is noise.
///
/// A half hour is expected to bring what it brings in the week's rhythm, times what its day is
/// above or below. Where counts differ from that by more than chance explains, so do the rates: a
/// burst stays one, and a handful of sessions in a quiet hour don't become a rule.
struct ArrivalRates: Sendable {
  /// The half hours, in order of time; those before the traffic begins or after it ends are left
  /// out.
  private(set) var slots: [Slot] = []
  /// How much days differ beyond chance: 1 / the shape of their law; 0 for not at all.
  let spreadOfDays: Double
  /// How much half hours differ beyond chance and their days.
  let spreadOfSlots: Double
  private var days: [Day] = []

  /// A stretch of half an hour, or less at an end.
  struct Slot: Sendable {
    /// Its beginning and end in milliseconds since 1970, in UTC.
    var time: Range<Int64>
    /// How many sessions begin in it.
    var count: Int
    /// How many the rhythm of the week lets expect.
    var expected: Double
    /// Its day among the days.
    var day: Int
  }

  private struct Day {
    var count = 0
    var expected = 0.0
  }

  /// The length of a slot in milliseconds.
  static let slotLength: Int64 = 1_800_000

  /// Counts sessions.
  ///
  /// - Parameters:
  ///   - starts: When sessions begin, ascending.
  ///   - span: From when to when anything was counted, the end included.
  ///   - offset: How far ahead of UTC the clock is by which days begin.
  /// - Complexity: O(sessions + half hours).
  init(of starts: [Timestamp], in span: ClosedRange<Timestamp>, offset: Interval) {
    let first = (span.lowerBound + offset).milliseconds
    let last = (span.upperBound + offset).milliseconds
    let firstDay = (span.lowerBound + offset).day
    let apart = last - first >= 13 * LogDay.length
    var time = first
    while time <= last {
      let next = (Self.floor(time) + Self.slotLength)
      let end = min(next, last + 1)
      slots.append(
        Slot(
          time: time - offset.milliseconds..<end - offset.milliseconds, count: 0, expected: 0,
          day: Timestamp(milliseconds: time).day - firstDay))
      time = end
    }
    var slot = 0
    for start in starts {
      while slot + 1 < slots.count, slots[slot].time.upperBound <= start.milliseconds { slot += 1 }
      slots[slot].count += 1
    }
    let rhythm = Rhythm(slots, offset: offset, firstDay: firstDay, tellsWeekendDaysApart: apart)
    days = [Day](repeating: Day(), count: (slots.last?.day ?? 0) + 1)
    for index in slots.indices {
      slots[index].expected = rhythm.expected(slots[index])
      days[slots[index].day].count += slots[index].count
      days[slots[index].day].expected += slots[index].expected
    }
    spreadOfDays = Self.spread(days.map { (Double($0.count), $0.expected) })
    let levels = days
    spreadOfSlots = Self.spread(
      slots.map { slot in
        let day = levels[slot.day]
        return (
          Double(slot.count), slot.expected * Double(day.count) / max(day.expected, 1e-9)
        )
      })
  }

  /// Draws the rate of each half hour: sessions in it, on average.
  ///
  /// - Parameter stream: What rates are drawn by.
  /// - Complexity: O(half hours).
  func drawn(_ stream: inout ForecastStream) -> [Double] {
    let levels = days.map { day in
      Self.factor(day.count, expected: day.expected, spread: spreadOfDays, &stream)
    }
    return slots.map { slot in
      let expected = slot.expected * levels[slot.day]
      return expected
        * Self.factor(slot.count, expected: expected, spread: spreadOfSlots, &stream)
    }
  }

  /// What a count says of the factor behind it, drawn: gamma beforehand, gamma afterwards.
  private static func factor(
    _ count: Int, expected: Double, spread: Double, _ stream: inout ForecastStream
  ) -> Double {
    guard spread > 0 else { return 1 }
    let shape = 1 / spread
    return stream.nextGamma(shape: shape + Double(count)) / (shape + expected)
  }

  /// The variance of the factors behind counts, beyond that of counting, as far as it is beyond
  /// chance: a little is found wherever counts are small.
  private static func spread(_ counts: [(count: Double, expected: Double)]) -> Double {
    var beyond = 0.0
    var squares = 0.0
    var byChance = 0.0
    for (count, expected) in counts {
      beyond += (count - expected) * (count - expected) - expected
      squares += expected * expected
      byChance += 2 * expected * expected + expected
    }
    return squares > 0 ? min(max((beyond - byChance.squareRoot()) / squares, 0), 100) : 0
  }

  private static func floor(_ time: Int64) -> Int64 {
    let into = time % slotLength
    return time - (into < 0 ? into + slotLength : into)
  }
}

/// What the week lets expect of each half hour: the mean of those of the same kind of day.
private struct Rhythm {
  private var means: [Double]
  private let offset: Int64
  private let firstDay: Int
  private let tellsWeekendDaysApart: Bool

  private static let slotsOfDay = Int(LogDay.length / ArrivalRates.slotLength)

  init(
    _ slots: [ArrivalRates.Slot], offset: Interval, firstDay: Int, tellsWeekendDaysApart: Bool
  ) {
    self.offset = offset.milliseconds
    self.firstDay = firstDay
    self.tellsWeekendDaysApart = tellsWeekendDaysApart
    means = []
    var counts = [Double](repeating: 0, count: DayKind.allCases.count * Self.slotsOfDay)
    var lengths = counts
    for slot in slots {
      let place = place(slot)
      counts[place] += Double(slot.count)
      lengths[place] += Double(slot.time.count)
    }
    for kind in DayKind.allCases {
      let range = kind.rawValue * Self.slotsOfDay..<(kind.rawValue + 1) * Self.slotsOfDay
      let seen = counts[range].filter { $0 > 0 }
      let usual = seen.reduce(0, +) / Double(max(1, seen.count))
      counts.replaceSubrange(range, with: Self.smoothed(counts[range], usual))
      lengths.replaceSubrange(range, with: Self.smoothed(lengths[range], usual))
    }
    means = zip(counts, lengths).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Counts that are small are mixed with those before and after: a day has its hours, but no
  /// teeth.
  private static func smoothed(_ values: ArraySlice<Double>, _ usual: Double) -> [Double] {
    var smooth = Array(values)
    var mixed = usual
    while mixed < fewest, mixed > 0 {
      smooth = smooth.indices.map { slot in
        let before = smooth[(slot + slotsOfDay - 1) % slotsOfDay]
        let after = smooth[(slot + 1) % slotsOfDay]
        return (before + 2 * smooth[slot] + after) / 4
      }
      mixed *= 2
    }
    return smooth
  }

  /// Where a half hour has as many sessions as this, its rate is known to a seventh.
  private static let fewest = 50.0

  private func place(_ slot: ArrivalRates.Slot) -> Int {
    let kind = DayKind(
      day: firstDay + slot.day, tellsWeekendDaysApart: tellsWeekendDaysApart)
    let ofDay = Timestamp(milliseconds: slot.time.lowerBound + offset).millisecondOfDay
    return kind.rawValue * Self.slotsOfDay + ofDay / Int(ArrivalRates.slotLength)
  }

  func expected(_ slot: ArrivalRates.Slot) -> Double {
    means[place(slot)] * Double(slot.time.count)
  }
}
