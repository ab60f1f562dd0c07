import NumberPools

extension CallLog {
  /// Finds for each call the session that it came from.
  ///
  /// A session is taken by its name. For a visitor it is the last session begun at or before the
  /// call. Where neither is named, or known, a ClientID or the name of a click tells the visitor.
  /// Every other call is left out, under the first reason that applies.
  ///
  /// - Parameter sessions: The sessions of a log, or the eligible ones.
  /// - Complexity: O(page views + calls x log(page views of a visitor)).
  public func linked(to sessions: LogSessions) -> LinkedCalls {
    let clues = ClueIndex(of: sessions, for: rows)
    let sessions = SessionIndex(of: sessions, for: rows.map { $0.truth } + clues.visitors)
    var linked = LinkedCalls()
    for (index, row) in rows.enumerated() {
      switch sessions.session(of: index, at: row.time) {
      case .success(let session):
        linked.calls.append(Call(at: row.time, session: session))
        linked.rows.append(index)
      case .failure(let exclusion):
        let isNamed = exclusion != .noTruth && exclusion != .unknownTruth
        if !isNamed,
          let session = clues.session(
            of: row, at: row.time,
            by: { clue in
              try? sessions.session(of: rows.count + clue, at: row.time).get()
            })
        {
          linked.calls.append(Call(at: row.time, session: session))
          linked.rows.append(index)
          linked.byClue += 1
          continue
        }
        linked.excluded[exclusion, default: 0] += 1
        linked.excludedRows.append((index, exclusion))
      }
    }
    return linked
  }
}

extension CallExclusion: Error {}

/// The sessions of the visitors that some calls name.
private struct SessionIndex {
  private let traffic: Traffic
  private let targets: [CallTarget]
  /// For each session of the log that is named its session of the traffic, -1 where it isn't
  /// eligible, -2 where the log has signs of life of it and no page view, or -3 where several
  /// visitors have a session of that name.
  private var sessionOfName: [Int32] = []
  /// The sessions of such names.
  private var sessionOfVisitor: [NameAndVisitor: Int32] = [:]
  /// For each visitor that is wanted the page views of the log, by time.
  private var viewsOfVisitor: [Int32: [View]] = [:]
  /// For each of them the sessions of the traffic, by start.
  private var sessionsOfVisitor: [Int32: [SessionID]] = [:]

  private struct View {
    var time: Timestamp
    var position: Int
    /// The session of the traffic, or -1 where it isn't eligible.
    var session: Int32
  }

  init(of sessions: LogSessions, for truths: [CallLog.Truth]) {
    let log = sessions.log
    traffic = sessions.traffic
    targets = truths.map { CallTarget($0, in: log) }
    var sessionAt = [Int32](repeating: -1, count: log.pageViews.count)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      sessionAt[sessions.position(ofPageView: view)] = session.index
    }
    if !log.pageViews.sessions.isEmpty {
      collectNames(of: log, sessionAt, isShared: traffic.naming.map { $0.shared > 0 } ?? false)
    }
    collectVisitors(of: log, sessionAt)
  }

  private struct NameAndVisitor: Hashable {
    var name: Int32
    var visitor: Int32
  }

  private mutating func collectNames(
    of log: TrafficLog, _ sessionAt: [Int32], isShared: Bool
  ) {
    sessionOfName = [Int32](repeating: -2, count: log.sessionNames.count)
    for (position, name) in log.pageViews.sessions.enumerated() {
      let session = sessionAt[position]
      let known = sessionOfName[Int(name.index)]
      sessionOfName[Int(name.index)] = known == -2 || known == session ? session : -3
      if isShared {
        let visitor = log.pageViews.visitors[position].index
        sessionOfVisitor[NameAndVisitor(name: name.index, visitor: visitor)] = session
      }
    }
  }

  private mutating func collectVisitors(of log: TrafficLog, _ sessionAt: [Int32]) {
    for case .visitor(let visitor) in targets { viewsOfVisitor[visitor] = [] }
    if viewsOfVisitor.isEmpty { return }
    for (position, visitor) in log.pageViews.visitors.enumerated() {
      viewsOfVisitor[visitor.index]?.append(
        View(
          time: log.pageViews.times[position], position: position, session: sessionAt[position]))
    }
    for visitor in viewsOfVisitor.keys {
      viewsOfVisitor[visitor]?.sort { ($0.time, $0.position) < ($1.time, $1.position) }
      // Sessions are numbered by start.
      let sessions = Set((viewsOfVisitor[visitor] ?? []).map { $0.session }).filter { $0 >= 0 }
      sessionsOfVisitor[visitor] = sessions.sorted().map { SessionID($0) }
    }
  }

  /// The session that a call came from.
  func session(
    of call: Int, at time: Timestamp
  ) -> Result<SessionID, CallExclusion> {
    switch targets[call] {
    case .nothing(let exclusion):
      return .failure(exclusion)
    case .session(let name, let visitor):
      // None is named where only signs of life name sessions.
      var session = sessionOfName.isEmpty ? -2 : sessionOfName[name]
      if session == -3 {
        guard let visitor else { return .failure(.sharedName) }
        session = sessionOfVisitor[NameAndVisitor(name: Int32(name), visitor: visitor)] ?? -2
      }
      if session < 0 { return .failure(session == -1 ? .ineligible : .unknownTruth) }
      let start = traffic.sessions[Int(session)].start
      return time < start ? .failure(.beforeFirstPageView) : .success(SessionID(session))
    case .visitor(let visitor):
      let views = viewsOfVisitor[visitor] ?? []
      if views.isEmpty { return .failure(.unknownTruth) }
      guard let last = Self.last(of: views, where: { $0.time <= time }) else {
        return .failure(.beforeFirstPageView)
      }
      // The page before the call belongs to a session that gets no number.
      if last.session < 0 { return .failure(.ineligible) }
      let session = Self.last(of: sessionsOfVisitor[visitor] ?? []) {
        traffic.sessions[Int($0.index)].start <= time
      }
      return session.map { .success($0) } ?? .failure(.beforeFirstPageView)
    }
  }

  /// The last element that a condition holds for, which holds up to it and not after.
  private static func last<Element>(
    of elements: [Element], where holds: (Element) -> Bool
  ) -> Element? {
    let end = elements.partitioningIndex { !holds($0) }
    return end == 0 ? nil : elements[end - 1]
  }
}
