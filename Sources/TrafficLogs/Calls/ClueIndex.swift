import NumberPools

/// The sessions of the visitors and clicks that calls name besides their truth.
struct ClueIndex {
  /// The visitors that calls name by a ClientID, each once.
  private(set) var visitors: [CallLog.Truth] = []
  private var placeOfVisitor: [String: Int] = [:]
  /// The visitors who came by a click, with the start of the session.
  private var sessionsOfClick: [String: [SessionID]] = [:]
  private var sessionsOfVisitor: [Int32: [SessionID]] = [:]
  private let traffic: Traffic

  /// Looks for what calls name.
  ///
  /// - Complexity: O(sessions + clues).
  init(of sessions: LogSessions, for rows: [CallLog.Row]) {
    traffic = sessions.traffic
    var wanted: Set<String> = []
    for clue in rows.flatMap({ $0.clues }) {
      switch clue {
      case .click(let name): wanted.insert(name)
      case .client(let name):
        guard placeOfVisitor[name] == nil else { continue }
        placeOfVisitor[name] = visitors.count
        visitors.append(.visitor(name))
      }
    }
    guard !wanted.isEmpty, traffic.touches.count == traffic.sessions.count else { return }
    var owners: Set<Int32> = []
    for (index, touch) in traffic.touches.enumerated() {
      guard let click = touch.clickID?.value, wanted.contains(click) else { continue }
      sessionsOfClick[click, default: []].append(SessionID(Int32(index)))
      owners.insert(traffic.sessions[index].visitor.index)
    }
    for (index, session) in traffic.sessions.enumerated()
    where owners.contains(session.visitor.index) {
      sessionsOfVisitor[session.visitor.index, default: []].append(SessionID(Int32(index)))
    }
  }

  /// The session of a call by the first of its clues that tells one.
  ///
  /// - Parameters:
  ///   - row: The call.
  ///   - time: Its time.
  ///   - byVisitor: Finds the session of one of ``visitors``.
  func session(
    of row: CallLog.Row, at time: Timestamp, by byVisitor: (Int) -> SessionID?
  ) -> SessionID? {
    for clue in row.clues {
      let session =
        switch clue {
        case .client(let name): placeOfVisitor[name].flatMap(byVisitor)
        case .click(let name): session(ofClick: name, at: time)
        }
      if let session { return session }
    }
    return nil
  }

  /// The latest session, begun by then, of the visitor who last came by a click before.
  private func session(ofClick name: String, at time: Timestamp) -> SessionID? {
    func hasBegun(_ session: SessionID) -> Bool {
      traffic.sessions[Int(session.index)].start <= time
    }
    guard let clicked = sessionsOfClick[name]?.last(where: hasBegun) else { return nil }
    let visitor = traffic.sessions[Int(clicked.index)].visitor.index
    return sessionsOfVisitor[visitor]?.last(where: hasBegun)
  }
}
