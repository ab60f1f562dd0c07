import NumberPools

/// Visits of which only the number in each stretch of time is known.
///
/// Given how many arrivals of a Poisson process fall into a stretch, they are independent, and
/// spread in it as their rate is: so they are drawn. Within an hour the rate is taken as steady,
/// within a day, a week or a month as a ``WeekRhythm`` has it.
struct CountedVisits: Sendable {
  /// The rows, each a stretch.
  private(set) var buckets: [Bucket] = []
  /// How many visits there are.
  private(set) var visits = 0
  /// Visits in rows whose time can't be understood.
  var visitsWithoutTime = 0
  /// Whether steps are counted from 1970, for want of a date.
  var countsFrom1970 = false
  /// Whether the stretches were found to be longer than their dates say.
  private(set) var settled: Settled?
  /// How the visits are drawn.
  var drawing = Drawing()

  /// A row.
  struct Bucket: Sendable {
    var stretch: Stretch
    var visits: Int
    var group: Int32?
    var request: Int32?
    var touch: Int32?
  }

  /// What the visits are drawn by.
  struct Drawing: Sendable {
    var week = WeekRhythm.officeHours
    var visitLength = Interval.minutes(3)
    var zone: LogTimeZone?
    var seed: UInt64 = 1
  }

  /// What the stretches were found to be, from all of them together.
  struct Settled: Sendable {
    /// Rows that were left out, as each sums up the others of its stretch.
    var subtotals = 0
    /// A week or a month, where only the distances of the dates tell that.
    var guess: CalendarUnit?
    /// The longest of the stretches whose hours aren't known.
    var longest: CalendarUnit?
    /// How many days a report of hours alone covers.
    var days: Int?
  }

  /// How many rows there are.
  var rows: Int { buckets.count }

  /// Adds a row.
  mutating func add(
    _ visits: Int, in stretch: Stretch, group: Int32?, request: Int32?, touch: Int32?
  ) {
    self.visits += visits
    buckets.append(
      Bucket(stretch: stretch, visits: visits, group: group, request: request, touch: touch))
  }
}

// MARK: - How long stretches last

extension CountedVisits {
  /// Finds out what only all rows together tell.
  ///
  /// - Returns: Whether the length of every stretch is known.
  /// - Complexity: O(rows x log(rows)).
  mutating func settle() -> Bool {
    var settled = Settled(subtotals: leaveOutSubtotals())
    guard settleMoments() else { return false }
    settled.guess = settleDays()
    let lengths = buckets.map { $0.stretch.length }
    if lengths.contains(.month) {
      settled.longest = .month
    } else if buckets.contains(where: { $0.stretch.hasDays }) {
      settled.longest = buckets.allSatisfy { $0.stretch.length != .days(7) } ? .day : .week
    }
    for case .ofEachDay(_, let days) in lengths {
      let count = days.upperBound.day - days.lowerBound.day + 1
      settled.days = max(settled.days ?? 0, count)
    }
    self.settled = settled
    return true
  }

  /// Gives stretches that only begin the largest length that fits all distances.
  private mutating func settleMoments() -> Bool {
    var open: [(index: Int, most: Interval?)] = []
    for (index, bucket) in buckets.enumerated() {
      if case .asOthersTell(let most) = bucket.stretch.length { open.append((index, most)) }
    }
    guard !open.isEmpty else { return true }
    let starts = Set(buckets.map { $0.stretch.start }).sorted()
    let distance = Interval(
      milliseconds: zip(starts, starts.dropFirst()).reduce(0) {
        Self.greatestDivisor($0, ($1.1 - $1.0).milliseconds)
      })
    let isOfDays =
      distance > .zero && distance.milliseconds % Interval.days(1).milliseconds == 0
    for (index, most) in open {
      guard distance > .zero || most != nil else { return false }
      let stretch = buckets[index].stretch
      if isOfDays, most == nil, stretch.isLocal, stretch.start.millisecondOfDay == 0 {
        buckets[index].stretch.length = .days(1)
      } else if let most {
        buckets[index].stretch.length = .time(distance > .zero ? min(most, distance) : most)
      } else {
        buckets[index].stretch.length = .time(distance)
      }
    }
    return true
  }

  /// Takes days that lie weeks or months apart for weeks or months.
  private mutating func settleDays() -> CalendarUnit? {
    let starts = Set(buckets.map { $0.stretch.start }).sorted()
    guard starts.count >= 3, buckets.allSatisfy({ $0.stretch.length == .days(1) }) else {
      return nil
    }
    let length: Stretch.Length
    if starts.allSatisfy({ $0.civilDate.day == 1 }) {
      length = .month
    } else if zip(starts, starts.dropFirst()).allSatisfy({ ($1.day - $0.day) % 7 == 0 }) {
      length = .days(7)
    } else {
      return nil
    }
    for index in buckets.indices { buckets[index].stretch.length = length }
    return length == .month ? .month : .week
  }

  /// Leaves out rows that sum up the others of their stretch, where every stretch has one.
  ///
  /// - Returns: How many were left out.
  private mutating func leaveOutSubtotals() -> Int {
    var rows: [Stretch: [Int]] = [:]
    for index in buckets.indices { rows[buckets[index].stretch, default: []].append(index) }
    var totals: Set<Int> = []
    var telling = 0
    for indices in rows.values where indices.count > 1 {
      let sum = indices.reduce(0) { $0 + buckets[$1].visits }
      guard let largest = indices.max(by: { buckets[$0].visits < buckets[$1].visits }),
        buckets[largest].visits * 2 == sum
      else { return 0 }
      totals.insert(largest)
      if indices.count(where: { buckets[$0].visits > 0 }) > 2 { telling += 1 }
    }
    guard telling >= 3 else { return 0 }
    visits -= totals.reduce(0) { $0 + buckets[$1].visits }
    buckets = buckets.indices.filter { !totals.contains($0) }.map { buckets[$0] }
    return totals.count
  }

  private static func greatestDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}
