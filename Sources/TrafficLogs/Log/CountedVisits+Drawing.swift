import NumberPools

extension CountedVisits {
  /// Draws the visits.
  ///
  /// - Complexity: O(visits x log(visits)), and a calendar look-up for each quarter of an hour of
  ///   a day whose hours aren't known.
  func append(to log: inout TrafficLog) {
    var clock = LocalClock(drawing.zone ?? .utc)
    var generator = SplitMix64(seed: drawing.seed)
    var spreads: [Stretch: Spread] = [:]
    var drawn: [(time: Int64, bucket: Int32)] = []
    drawn.reserveCapacity(visits)
    let starts = buckets.map { moment(of: $0.stretch.start, $0.stretch.isLocal, &clock) }
    let order = buckets.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    for index in order {
      let stretch = buckets[index].stretch
      let spread = spreads[stretch] ?? self.spread(of: stretch, &clock)
      spreads[stretch] = spread
      log.summary.noteSpan(Timestamp(milliseconds: spread.first))
      log.summary.noteSpan(Timestamp(milliseconds: spread.last))
      for _ in 0..<buckets[index].visits {
        drawn.append((spread.draw(&generator), Int32(index)))
      }
    }
    drawn.sort { ($0.time, $0.bucket) < ($1.time, $1.bucket) }
    append(drawn, to: &log)
  }

  private func append(_ drawn: [(time: Int64, bucket: Int32)], to log: inout TrafficLog) {
    let hasTouches = buckets.contains { $0.touch != nil }
    for (number, visit) in drawn.enumerated() {
      let bucket = buckets[Int(visit.bucket)]
      let visitor = VisitorID(Int32(number))
      let time = Timestamp(milliseconds: visit.time)
      log.pageViews.append(visitor: visitor, at: time, group: bucket.group)
      if drawing.visitLength > .zero {
        log.pageViews.appendHeartbeat(
          visitor: visitor, at: time + drawing.visitLength, since: time, group: bucket.group)
      }
      if let request = bucket.request { log.origins.requestNumbers.append(request) }
      if hasTouches { log.origins.touchNumbers.append(bucket.touch ?? -1) }
    }
  }

  private func moment(
    of time: Timestamp, _ isLocal: Bool, _ clock: inout LocalClock
  ) -> Timestamp {
    isLocal ? clock.moment(of: time).time : time
  }

  private func spread(of stretch: Stretch, _ clock: inout LocalClock) -> Spread {
    if case .ofEachDay(_, let days) = stretch.length {
      let pieces = (0...(days.upperBound.day - days.lowerBound.day)).map { day in
        var own = stretch
        own.start =
          days.lowerBound + .days(Int64(day))
          + .milliseconds(stretch.start.milliseconds)
        return piece(own, &clock)
      }
      return Spread(pieces: pieces, weights: [Int](repeating: 1, count: pieces.count))
    }
    if !stretch.hasDays { return Spread(pieces: [piece(stretch, &clock)], weights: [1]) }
    let whole = piece(stretch, &clock)
    var quarters: [Range<Int64>] = []
    var weights: [Int] = []
    var start = whole.lowerBound
    while start < whole.upperBound {
      let end = min(start + 900_000, whole.upperBound)
      let shown =
        stretch.isLocal
        ? clock.shown(at: Timestamp(milliseconds: start))
        : Timestamp(milliseconds: start)
      quarters.append(start..<end)
      weights.append(drawing.week.weight(at: shown))
      start = end
    }
    let hasWeight = weights.contains { $0 > 0 }
    return Spread(
      pieces: quarters,
      weights: hasWeight ? weights : [Int](repeating: 1, count: quarters.count))
  }

  /// From the beginning of a stretch to its end, which is later by an hour more or less where the
  /// clocks change in between.
  private func piece(_ stretch: Stretch, _ clock: inout LocalClock) -> Range<Int64> {
    let start = moment(of: stretch.start, stretch.isLocal, &clock).milliseconds
    let end = moment(of: stretch.end, stretch.isLocal, &clock).milliseconds
    // An hour that the clocks skipped has no length; visits in it are the next one's.
    return start..<max(end, start + (end > start ? 0 : (stretch.end - stretch.start).milliseconds))
  }

  /// Where the visits of a stretch fall.
  private struct Spread {
    let pieces: [Range<Int64>]
    /// The weights of all pieces up to each.
    private var sums: [Int] = []

    init(pieces: [Range<Int64>], weights: [Int]) {
      self.pieces = pieces
      var sum = 0
      for weight in weights {
        sum += weight
        sums.append(sum)
      }
    }

    var first: Int64 { pieces[0].lowerBound }
    var last: Int64 { pieces[pieces.count - 1].upperBound - 1 }

    func draw(_ generator: inout SplitMix64) -> Int64 {
      var piece = pieces[0]
      if pieces.count > 1 {
        let chosen = generator.next(below: sums[sums.count - 1])
        piece = pieces[sums.partitioningIndex { $0 > chosen }]
      }
      return piece.lowerBound + Int64(generator.next(below: piece.count))
    }
  }
}

extension WeekRhythm {
  /// The weight of the hour that the clock on the wall shows.
  func weight(at shown: Timestamp) -> Int {
    // 1970 began on a Thursday.
    let weekday = ((shown.day + 3) % 7 + 7) % 7
    return weights[weekday][shown.millisecondOfDay / 3_600_000]
  }
}

extension TrafficLog {
  /// The same counts, drawn as if people came by another week.
  ///
  /// - Parameter week: When in a week people visit.
  /// - Returns: `nil` where nothing would change, as the hours are known.
  /// - Complexity: As reading the counts, but for the files.
  public func drawn(by week: WeekRhythm) -> TrafficLog? {
    guard var counts = counted, counts.settled?.longest != nil else { return nil }
    counts.drawing.week = week
    var log = self
    log.pageViews = PageViewLog()
    log.origins.requestNumbers.removeAll()
    log.origins.touchNumbers.removeAll()
    counts.append(to: &log)
    return log
  }
}
