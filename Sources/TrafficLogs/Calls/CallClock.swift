public import NumberPools

/// Whether the clock of the calls agrees with that of the page views.
///
/// A call fits where it comes during its session, or within half an hour after it; of a visitor,
/// within half an hour after a page view. Calls that come hours or days later are many, and no sign
/// of anything; those that come *before* the first page view can't be, and a clock that is late
/// makes the calls fit that were made during the visits, all by the same offset.
public struct CallClock: Sendable {
  /// Calls whose session or visitor the traffic has.
  public private(set) var calls = 0
  /// Those of them that come before their first page view.
  public private(set) var early = 0
  /// Those of them that fit as they are.
  public private(set) var fits = 0
  /// What the calls have to be moved by to fit clearly better; `nil` where nothing is.
  public private(set) var offset: Interval?
  /// How many calls fit when they are moved so.
  public private(set) var fitsMoved = 0

  /// How long after its session a call fits.
  static let reach = Interval.minutes(30)
  /// What tells offsets apart that fit about as well.
  static let shortReach = Interval.minutes(5)
  /// Fewer calls that fit tell nothing.
  static let fewestFits = 20
  /// Of more calls a sample is looked at.
  static let mostCalls = 4000
  /// The clocks of the earth differ by no more than that.
  static let longestOffset = Interval.hours(14)

  /// How many calls fit at an offset, and how many come before their first page view.
  private struct Count {
    var offset: Interval
    var fits: Int
    var early: Int
  }

  /// Compares the clocks.
  ///
  /// - Parameters:
  ///   - calls: The calls.
  ///   - log: The page views.
  /// - Complexity: O(page views + calls x log(page views of a visitor)); where few calls fit, the
  ///   latter also for some thousand calls by some hundred offsets.
  public init(of calls: CallLog, against log: TrafficLog) {
    let presences = Presences(of: calls, in: log)
    self.calls = presences.calls.count
    let unmoved = presences.count(at: .zero)
    fits = unmoved.fits
    early = unmoved.early
    guard fits * 2 <= self.calls, self.calls >= Self.fewestFits else { return }
    search(presences.sample(Self.mostCalls))
  }

  /// Looks for an offset at which the calls fit clearly better.
  private mutating func search(_ presences: Presences) {
    let unmoved = presences.count(at: .zero)
    let all = presences.calls.count
    var counts: [Count] = []
    for offset in Self.candidates {
      let count = presences.count(at: offset)
      counts.append(Count(offset: offset, fits: count.fits, early: count.early))
    }
    // A right clock leaves hardly a call before its first page view.
    let possible = counts.filter { $0.early * 20 <= all }
    guard let most = possible.map({ $0.fits }).max(), most >= Self.fewestFits,
      most >= 2 * unmoved.fits, most * 10 >= all
    else { return }
    let good = possible.filter { $0.fits * 20 >= most * 19 }
    guard let best = Self.likeliest(good, of: presences) else { return }
    // Where calls simply come late, they do so by any number of hours: other offsets fit as well.
    let isAlone = counts.allSatisfy { other in
      abs(other.offset.milliseconds - best.offset.milliseconds) < Interval.hours(1).milliseconds
        || other.fits * 2 <= best.fits
    }
    guard isAlone else { return }
    if best.offset > .zero {
      // Whoever calls before arriving has a clock that is slow.
      guard unmoved.early * 20 >= all else { return }
    } else {
      // Late calls alone are no wonder: it takes many that are late by the same time.
      guard best.offset <= .minutes(-60), best.fits * 3 >= all else { return }
    }
    offset = best.offset
    fitsMoved = best.fits * calls / max(all, 1)
  }

  /// Each minute up to an hour, each quarter of an hour up to the longest offset, both ways.
  private static let candidates: [Interval] = {
    let quarters = stride(from: Int64(60), through: longestOffset.milliseconds / 60_000, by: 15)
    let minutes = Array(1..<60) + Array(quarters)
    return minutes.flatMap { [Interval.minutes($0), .minutes(-$0)] }
  }()

  /// Of offsets that fit about as well the likeliest: where zones explain it, one with the calls
  /// soonest after the page views, in whole hours rather than half or quarter ones; else the
  /// smallest.
  private static func likeliest(_ good: [Count], of presences: Presences) -> Count? {
    let zones = good.filter { abs($0.offset.milliseconds) >= Interval.hours(1).milliseconds }
      .map { ($0, soon: presences.count(at: $0.offset, within: shortReach).fits) }
    guard let soonest = zones.map({ $0.soon }).max() else {
      return good.min { rank($0.offset) < rank($1.offset) }
    }
    return zones.filter { $0.soon * 5 >= soonest * 4 }.map { $0.0 }
      .min { rank($0.offset) < rank($1.offset) }
  }

  private static func rank(_ offset: Interval) -> (Int, Int64) {
    let minutes = abs(offset.milliseconds) / 60_000
    let roundness = minutes % 60 == 0 ? 0 : minutes > 60 && minutes % 30 == 0 ? 1 : 2
    return (roundness, minutes)
  }
}

extension LinkedCalls {
  /// How well the calls fit the traffic.
  ///
  /// - Parameters:
  ///   - calls: The calls that were linked.
  ///   - log: The page views.
  /// - Complexity: That of comparing the clocks.
  public func fit(of calls: CallLog, to log: TrafficLog) -> CallFit {
    let clock = CallClock(of: calls, against: log)
    var fit = CallFit()
    fit.all = calls.rows.count
    fit.judged = self.calls.count
    fit.known = clock.calls
    fit.early = clock.early
    fit.ofStrangers = excluded[.unknownTruth, default: 0]
    fit.fits = clock.fits
    fit.offset = clock.offset
    fit.fitsMoved = clock.fitsMoved
    for row in calls.rows {
      let span = fit.span ?? row.time...row.time
      fit.span = min(span.lowerBound, row.time)...max(span.upperBound, row.time)
    }
    let most = CallExclusion.allCases.max { excluded[$0, default: 0] < excluded[$1, default: 0] }
    if let fault = most.flatMap({ CallFault(rawValue: $0.rawValue) }) { fit.commonFault = fault }
    return fit
  }
}

extension CallLog {
  /// Moves every call in time.
  ///
  /// - Parameter offset: By how much; negative toward the past.
  /// - Complexity: O(calls).
  public mutating func move(by offset: Interval) {
    for index in rows.indices { rows[index].time = rows[index].time + offset }
    if let span = summary.span {
      summary.span = (span.lowerBound + offset)...(span.upperBound + offset)
    }
  }
}

/// When those were there whom calls name.
private struct Presences {
  /// Who is meant by the name of a session: of one visitor, or whoever has it.
  struct Owner {
    var who: Int32
    var visitor: Int32?

    func isOf(_ other: VisitorID) -> Bool { visitor == nil || visitor == other.index }
  }

  /// For each call that names somebody its time and whom.
  var calls: [(time: Timestamp, who: Int32)] = []
  /// For each of those the signs of life, by time.
  private var signs: [[Timestamp]] = []
  /// For each of those whether it is a session, which spans all of its signs of life.
  private var isSession: [Bool] = []

  init(of log: CallLog, in traffic: TrafficLog) {
    var numbers: [CallTarget: Int32] = [:]
    var visitors: [Int32: Int32] = [:]
    var sessions: [Int32: [Owner]] = [:]
    for row in log.rows {
      let target = CallTarget(row.truth, in: traffic)
      if case .nothing = target { continue }
      if numbers[target] == nil {
        let number = Int32(signs.count)
        numbers[target] = number
        signs.append([])
        switch target {
        case .session(let name, let visitor):
          sessions[Int32(name), default: []].append(Owner(who: number, visitor: visitor))
          isSession.append(true)
        case .visitor(let name):
          visitors[name] = number
          isSession.append(false)
        case .nothing: break
        }
      }
      if let number = numbers[target] { calls.append((row.time, number)) }
    }
    collect(traffic.pageViews, visitors: visitors, sessions: sessions)
    // Whom only signs of life name has no page view that a call could come after.
    calls.removeAll { signs[Int($0.who)].isEmpty }
  }

  private mutating func collect(
    _ log: PageViewLog, visitors: [Int32: Int32], sessions: [Int32: [Owner]]
  ) {
    if !visitors.isEmpty {
      for (position, visitor) in log.visitors.enumerated() {
        if let who = visitors[visitor.index] { signs[Int(who)].append(log.times[position]) }
      }
    }
    if !sessions.isEmpty {
      for (position, session) in log.sessions.enumerated() {
        for owner in sessions[session.index] ?? [] where owner.isOf(log.visitors[position]) {
          signs[Int(owner.who)].append(log.times[position])
        }
      }
    }
    for beat in log.heartbeats {
      if let who = visitors[beat.visitor.index], !signs[Int(who)].isEmpty {
        signs[Int(who)].append(beat.time)
      }
      guard let session = beat.session else { continue }
      for owner in sessions[session.index] ?? []
      where owner.isOf(beat.visitor) && !signs[Int(owner.who)].isEmpty {
        signs[Int(owner.who)].append(beat.time)
      }
    }
    for who in signs.indices { signs[who].sort() }
  }

  /// Some of the calls, evenly drawn.
  func sample(_ count: Int) -> Self {
    guard calls.count > count else { return self }
    var some = self
    some.calls = (0..<count).map { calls[$0 * calls.count / count] }
    return some
  }

  /// How many calls fit when moved, and how many come before the first sign of life.
  func count(
    at offset: Interval, within reach: Interval = CallClock.reach
  ) -> (fits: Int, early: Int) {
    var fits = 0
    var early = 0
    for call in calls {
      let time = call.time + offset
      let times = signs[Int(call.who)]
      if time < times[0] {
        early += 1
      } else if isSession[Int(call.who)] {
        if time <= times[times.count - 1] + reach { fits += 1 }
      } else {
        let next = times.partitioningIndex { $0 > time }
        if time <= times[next - 1] + reach { fits += 1 }
      }
    }
    return (fits, early)
  }
}
