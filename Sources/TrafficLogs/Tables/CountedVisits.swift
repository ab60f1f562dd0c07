import NumberPools

/// Visits of which only the number in each stretch of time is known.
///
/// Given how many arrivals of a Poisson process fall into a stretch, they are independent and
/// uniform in it: so they are drawn.
struct CountedVisits {
  /// What a step of the time column lasts, where it only numbers its steps.
  var numberedBuckets: Interval?
  /// The columns that number their steps, by their folded names, and how long a step lasts.
  static let numberedColumns: [String: Interval] = ["nthminute": .minutes(1), "nthhour": .hours(1)]
  /// How many rows there are.
  var rows: Int { buckets.count }
  /// How many visits there are.
  private(set) var visits = 0
  private var buckets: [Bucket] = []
  private var hasNumberedBuckets = false

  private struct Bucket {
    var start: Timestamp
    var visits: Int
    var group: Int32?
    var request: Int32?
    var touch: Int32?
  }

  /// Adds a row.
  mutating func add(
    _ visits: Int, at start: Timestamp, group: Int32?, request: Int32?, touch: Int32?
  ) {
    self.visits += visits
    if numberedBuckets != nil { hasNumberedBuckets = true }
    buckets.append(
      Bucket(start: start, visits: visits, group: group, request: request, touch: touch))
  }

  /// Tells that the next row is another file's.
  mutating func endFile() {
    numberedBuckets = nil
  }

  /// Draws the visits.
  ///
  /// - Returns: What was assumed, as sentences; `nil` where nothing tells how long a stretch is.
  /// - Complexity: O(visits x log(visits of a stretch)).
  func append(to log: inout TrafficLog, _ settings: TableReader) -> String? {
    guard let width else { return nil }
    let order = buckets.indices.sorted {
      (buckets[$0].start, $0) < (buckets[$1].start, $1)
    }
    var generator = SplitMix64(seed: settings.seed)
    let hasTouches = buckets.contains { $0.touch != nil }
    var visitor: Int32 = 0
    for index in order {
      let bucket = buckets[index]
      let times = (0..<bucket.visits).map { _ in
        bucket.start
          + .milliseconds(Int64(generator.next(below: Int(width.milliseconds))))
      }.sorted()
      for time in times {
        log.pageViews.append(visitor: VisitorID(visitor), at: time, group: bucket.group)
        if let length = settings.visitLength {
          log.pageViews.appendHeartbeat(
            visitor: VisitorID(visitor), at: time + length, since: time, group: bucket.group)
        }
        if let request = bucket.request { log.origins.requestNumbers.append(request) }
        if hasTouches { log.origins.touchNumbers.append(bucket.touch ?? -1) }
        visitor += 1
      }
      log.summary.noteSpan(bucket.start)
      log.summary.noteSpan(bucket.start + .milliseconds(width.milliseconds - 1))
    }
    let length = settings.visitLength.map { "of \($0)" } ?? "of a single page view"
    let zero = hasNumberedBuckets ? " Time counts from 1970, for the table gives no date." : ""
    return "Simulated: \(visits) visits are known by their number in each \(width) only; they begin"
      + " at random moments in it (seed \(settings.seed)), each \(length) by a visitor of its own."
      + zero
  }

  /// The smallest distance between two stretches.
  private var width: Interval? {
    let starts = Set(buckets.map(\.start)).sorted()
    return zip(starts, starts.dropFirst()).map { $1 - $0 }.min()
  }
}
