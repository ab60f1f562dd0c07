/// The days of some traffic, and what each of them can tell of days to come.
///
/// A session belongs to the day in which it begins, whole. The first and the last day of a log, and
/// those beside a gap, may have been seen in part; a last day that ends where a first one of the
/// same kind begins makes a whole day with it.
struct LogDays: Sendable {
  /// The whole days with a session, by date.
  private(set) var whole: [LogDay] = []
  /// Days seen in part: they say how much traffic there was, but not what a day looks like.
  private(set) var partial: [LogDay] = []
  /// For each kind how many whole days had no session though the site was there.
  private(set) var quietDays: [DayKind: Int] = [:]
  /// Whether Saturday and Sunday are kinds of their own.
  let tellsWeekendDaysApart: Bool
  /// The last day of the log, seen in part or not; days since 1970-01-01 by the log's clock.
  let last: Int

  /// A day is whole if no more than this share of a usual one's sessions lies outside what was
  /// seen.
  private static let unseenShare = 0.1
  /// A day of which less than this was seen tells nothing.
  private static let leastSeen = 0.25

  /// Cuts traffic into days.
  ///
  /// - Parameters:
  ///   - traffic: What to cut.
  ///   - offset: How far ahead of UTC the clock is by which days begin.
  /// - Complexity: O(sessions + days x log(days)).
  init(of traffic: Traffic, offset: Interval) {
    let days = Self.cut(traffic, offset: offset)
    last = days.last?.number ?? 0
    let calendar = Calendar(of: days)
    tellsWeekendDaysApart = calendar.hasTwoWeekends
    let apart = tellsWeekendDaysApart
    func kind(_ number: Int) -> DayKind { DayKind(day: number, tellsWeekendDaysApart: apart) }
    let profile = Self.profile(of: traffic, days: days, offset: offset)
    var heads: [LogDay] = []
    var tails: [LogDay] = []
    for (index, found) in days.enumerated() {
      var day = found
      day.kind = kind(day.number)
      let before = index > 0 ? days[index - 1] : nil
      let after = index + 1 < days.count ? days[index + 1] : nil
      let begins = calendar.isUnseen(dayBefore: day, before) ? day.firstView : 0
      let ends = calendar.isUnseen(dayAfter: day, after) ? day.lastView : LogDay.length
      day.seen = begins..<max(begins, ends)
      day.share = profile.share(of: day.seen)
      if day.share >= 1 - Self.unseenShare {
        whole.append(day)
      } else if ends < LogDay.length {
        heads.append(day)
      } else {
        tails.append(day)
      }
      if let before { noteQuiet(before.number + 1..<day.number, calendar, kind) }
    }
    join(heads, tails, profile)
    partial.removeAll { $0.share < Self.leastSeen || $0.count == 0 }
    whole.sort { $0.number < $1.number }
    partial.sort { $0.number < $1.number }
  }

  /// Counts the days between two with traffic on which the site was there all the same.
  private mutating func noteQuiet(
    _ numbers: Range<Int>, _ calendar: Calendar, _ kind: (Int) -> DayKind
  ) {
    for number in numbers where calendar.isQuiet(number) {
      quietDays[kind(number), default: 0] += 1
    }
  }

  /// Makes whole days of those that end early and those that begin late.
  private mutating func join(_ heads: [LogDay], _ tails: [LogDay], _ profile: TimeOfDayProfile) {
    var tails = tails
    for head in heads {
      let fitting = tails.indices.filter {
        tails[$0].kind == head.kind
          && profile.share(of: head.seen) + profile.share(of: tails[$0].seen)
            >= 1 - Self.unseenShare
          && head.seen.upperBound <= tails[$0].seen.upperBound
      }
      // Best of the same weekday.
      guard
        let index = fitting.first(where: { (tails[$0].number - head.number) % 7 == 0 })
          ?? fitting.first
      else {
        partial.append(head)
        continue
      }
      whole.append(tails[index].joined(behind: head))
      tails.remove(at: index)
    }
    partial += tails
  }

  private static func cut(_ traffic: Traffic, offset: Interval) -> [LogDay] {
    var days: [LogDay] = []
    for (index, session) in traffic.sessions.enumerated() {
      let local = session.start + offset
      let ofDay = Int64(local.millisecondOfDay)
      if days.last?.number != local.day {
        days.append(LogDay(number: local.day, firstSession: index, firstView: ofDay))
      }
      days[days.count - 1].add(session: index, at: ofDay)
    }
    return days
  }

  /// When in a day sessions begin, by those days that aren't the first or the last.
  private static func profile(
    of traffic: Traffic, days: [LogDay], offset: Interval
  ) -> TimeOfDayProfile {
    var counts = TimeOfDayProfile.noCounts
    for day in days.count > 2 ? days[1..<days.count - 1] : days[...] {
      for session in day.pieces[0].sessions {
        let ofDay = (traffic.sessions[session].start + offset).millisecondOfDay
        counts[TimeOfDayProfile.slot(of: Int64(ofDay))] += 1
      }
    }
    return TimeOfDayProfile(counts: counts)
  }
}

/// One day of a log.
struct LogDay: Sendable {
  /// Days since 1970-01-01 by the log's clock.
  var number: Int
  /// What it is told apart by.
  var kind = DayKind.workday
  /// The sessions that begin in it: of one stretch of the log, or of two joined.
  var pieces: [Piece]
  /// Which part of the day was seen, in milliseconds.
  var seen: Range<Int64> = 0..<LogDay.length
  /// The share of a usual day's sessions that begins in that part.
  var share = 1.0
  /// When its first session begins, in milliseconds of the day.
  var firstView: Int64
  /// When its last session begins.
  var lastView: Int64

  /// Milliseconds of a day.
  static let length: Int64 = 86_400_000

  /// Sessions that follow each other in the log.
  struct Piece: Sendable {
    /// The day in which they begin.
    var number: Int
    /// Their positions in the traffic.
    var sessions: Range<Int>
    /// Those that count begin in this part of the day, in milliseconds.
    var within: Range<Int64> = 0..<LogDay.length
  }

  init(number: Int, firstSession: Int, firstView: Int64) {
    self.number = number
    pieces = [Piece(number: number, sessions: firstSession..<firstSession)]
    self.firstView = firstView
    lastView = firstView
  }

  mutating func add(session: Int, at ofDay: Int64) {
    pieces[0].sessions = pieces[0].sessions.lowerBound..<session + 1
    lastView = max(lastView, ofDay)
  }

  /// How many sessions begin in it, of a joined day before those seen twice are left out.
  var count: Int { pieces.reduce(0) { $0 + $1.sessions.count } }

  /// The rest of a day behind the beginning of another one.
  func joined(behind head: LogDay) -> LogDay {
    var joined = self
    joined.pieces[0].within = head.seen.upperBound..<Self.length
    joined.pieces.insert(head.pieces[0], at: 0)
    joined.seen = 0..<Self.length
    joined.share = 1
    return joined
  }
}

/// Which days of a log are missing because nobody came, and which because nobody counted.
private struct Calendar {
  /// On a usual day with fewer sessions than this, chance alone may bring none.
  private static let fewestSessions = 8
  /// Whether any day of a weekday has a session.
  private var isOpen = [Bool](repeating: false, count: 7)
  private let usual: Int
  private let numbers: Set<Int>
  let hasTwoWeekends: Bool

  init(of days: [LogDay]) {
    numbers = Set(days.map { $0.number })
    for day in days { isOpen[DayKind.weekday(of: day.number)] = true }
    let counts = days.map { $0.count }.sorted()
    usual = counts.isEmpty ? 0 : counts[counts.count / 2]
    let first = days.first?.number ?? 0
    let last = days.last?.number ?? 0
    var weekends = [0, 0]
    for number in first...last {
      let weekday = DayKind.weekday(of: number)
      if weekday > 4 { weekends[weekday - 5] += 1 }
    }
    hasTwoWeekends = weekends[0] > 1 && weekends[1] > 1 && last - first > 12
  }

  /// Whether a day without a session is one on which nobody came: its weekday never has any, or
  /// there are so few that chance explains it.
  func isQuiet(_ number: Int) -> Bool {
    !numbers.contains(number)
      && (!isOpen[DayKind.weekday(of: number)] || usual < Self.fewestSessions)
  }

  /// Whether nothing is known of the day before one with traffic.
  func isUnseen(dayBefore day: LogDay, _ before: LogDay?) -> Bool {
    guard let before else { return true }
    return before.number < day.number - 1 && !isQuiet(day.number - 1)
  }

  /// Whether nothing is known of the day after one with traffic.
  func isUnseen(dayAfter day: LogDay, _ after: LogDay?) -> Bool {
    guard let after else { return true }
    return day.number + 1 < after.number && !isQuiet(day.number + 1)
  }
}
