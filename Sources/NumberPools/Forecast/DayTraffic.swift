/// The traffic of a day made of sessions of a log, with the hours around it, so that numbers are
/// still held from the evening before, and late calls meet the morning after.
struct DayTraffic: Sendable {
  /// The sessions of the day and of the hours around it.
  let traffic: Traffic
  /// For each session whether it begins in the day.
  let isCounted: [Bool]

  /// Takes some traffic as a day.
  init(of traffic: Traffic, isCounted: [Bool]) {
    self.traffic = traffic
    self.isCounted = isCounted
  }

  /// The hours around a day that are played with it.
  struct Margins: Hashable, Sendable {
    /// From the evening before, at most a day.
    var before: Interval
    /// Of the days after.
    var after: Interval

    /// The hours that a question's holds and calls reach over.
    init(_ question: ForecastQuestion) {
      let tail = question.rules.hold.tail + question.rules.hold.lastPageTime
      before = min(.days(1), tail + tail + .hours(1))
      after = (question.lags.last ?? .zero) + .hours(1)
    }
  }

  /// Draws the sessions of a day.
  ///
  /// The evening before and the morning after are those of the same days, drawn apart.
  ///
  /// - Parameters:
  ///   - ingredients: Which share of which days.
  ///   - days: The days of the log.
  ///   - margins: How much goes around the day.
  ///   - stream: What sessions are drawn by.
  /// - Complexity: O(page views).
  init(
    _ ingredients: DayIngredients, of days: [DaySessions], margins: Margins,
    _ stream: inout ForecastStream
  ) {
    var mixture = SessionMixture(days)
    let day = LogDay.length
    for part in ingredients.parts {
      mixture.add(part, dayShift: 0, startingIn: 0..<day, isCounted: true, &stream)
      mixture.add(
        part, dayShift: -1, startingIn: day - margins.before.milliseconds..<day,
        isCounted: false, &stream)
      var after = margins.after.milliseconds
      var shift: Int64 = 1
      while after > 0 {
        mixture.add(
          part, dayShift: shift, startingIn: 0..<min(day, after), isCounted: false, &stream)
        after -= day
        shift += 1
      }
    }
    (traffic, isCounted) = mixture.mixed()
  }
}

/// Sessions of several days on their way to become one traffic.
private struct SessionMixture {
  private let days: [DaySessions]
  private var assembly = TrafficAssembly()
  private var isCounted: [Bool] = []

  init(_ days: [DaySessions]) { self.days = days }

  /// Takes sessions of a day that begin in a part of it.
  mutating func add(
    _ part: DayIngredients.Part, dayShift: Int64, startingIn range: Range<Int64>,
    isCounted: Bool, _ stream: inout ForecastStream
  ) {
    let day = days[part.day]
    let shift = Interval.days(dayShift)
    var newSession = [Int32](repeating: -1, count: day.count)
    for (index, session) in day.sessions.enumerated() {
      let isTaken = part.share >= 1 || stream.nextUnit() < part.share
      guard isTaken, range.contains(session.start.milliseconds) else { continue }
      newSession[index] = assembly.add(
        session.moved(by: shift, visitor: session.visitor.index + assembly.visitorCount))
      self.isCounted.append(isCounted)
    }
    assembly.visitorCount += Int32(day.visitorCount)
    var newStay = [Int32](repeating: -1, count: day.stays.count)
    for view in day.viewTimes.indices {
      let session = newSession[Int(day.viewSessions[view])]
      guard session >= 0 else { continue }
      var newPlace: Int32?
      if !day.viewStays.isEmpty {
        let stay = Int(day.viewStays[view])
        if newStay[stay] < 0 {
          newStay[stay] = assembly.add(stay: day.stays[stay], of: session, movedBy: shift)
        }
        newPlace = newStay[stay]
      }
      assembly.addPageView(at: day.viewTimes[view] + shift, of: session, stay: newPlace)
    }
    for heartbeat in day.heartbeats {
      let session = newSession[Int(heartbeat.session.index)]
      if session >= 0 { assembly.add(heartbeat, of: session, movedBy: shift) }
    }
  }

  /// The sessions as one traffic.
  func mixed() -> (Traffic, isCounted: [Bool]) {
    let (traffic, places) = assembly.assembled()
    return (traffic, places.map { isCounted[Int($0)] })
  }
}
