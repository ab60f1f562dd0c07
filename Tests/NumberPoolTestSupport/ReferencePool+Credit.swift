public import NumberPools

extension ReferencePool {
  /// What becomes of a call: right, or not for a reason.
  public enum Fate: Hashable, Sendable {
    /// Credited to the session that called.
    case correct
    /// Not, and why.
    case lost(Cause)
  }

  /// The position of the page view whose number a session dials: its last one by then, in the order
  /// release, page view, hold, log.
  private func dialledView(_ session: Int, at time: Int64) -> Int? {
    views.indices.filter { views[$0].session == session && views[$0].minute <= time }
      .max { (views[$0].minute, $0) < (views[$1].minute, $1) }
  }

  /// The hold that a page view is in.
  private func hold(of view: Int) -> Int {
    holds.firstIndex {
      $0.visitor == views[view].visitor && $0.start <= views[view].minute
        && views[view].minute < $0.release
    } ?? -1
  }

  /// The stay that a page view is in.
  private func stay(of view: View) -> ReferenceStay {
    stays.first {
      $0.visitor == view.visitor && $0.session == view.session
        && $0.stay.views.contains(view.minute)
    }?.stay ?? ReferenceStay()
  }

  /// The last sign of life that a page view stands for.
  private func aliveUntil(_ view: View) -> Int64 {
    let stay = stay(of: view)
    let last = stay.views.max() ?? view.minute
    switch presence {
    case .tabOpen: return max(last + reading, stay.heartbeats.max() ?? last)
    case .views: return view.minute == last ? last + reading : view.minute
    }
  }

  /// Whom a matcher credits where a hold was the last to get the dialled number.
  func fate(
    of session: Int, at time: Int64, lastHold: Int, match: MatchRule
  ) -> Fate {
    let hold = holds[lastHold]
    func isIn(_ visitor: Int, _ minute: Int64) -> Bool {
      visitor == hold.visitor && hold.start <= minute && minute < hold.release && minute <= time
    }
    let seen = views.filter { isIn($0.visitor, $0.minute) }
    guard let last = seen.last else { return .lost(.outsideMatchWindow) }
    var alive = seen.map { min(time, aliveUntil($0)) }.max() ?? 0
    if presence == .views {
      alive = max(alive, beats.filter { isIn($0.visitor, $0.minute) }.map(\.minute).max() ?? alive)
    }
    switch match {
    case .lastHolder: break
    case .currentHolderOnly:
      if time >= hold.release { return .lost(.outsideMatchWindow) }
    case .lastHolderWithin(let window):
      if time - alive > window.milliseconds { return .lost(.outsideMatchWindow) }
    }
    if last.session == session { return .correct }
    guard let dialled = dialledView(session, at: time) else { return .lost(.fallbackShown) }
    if last.visitor == views[dialled].visitor { return .lost(.ownLaterSession) }
    let isMidVisit = stay(of: views[dialled]).views.contains { time < $0 }
    return .lost(isMidVisit ? .changedMidVisit : .reassignedBeforeCall)
  }

  /// What becomes of a call after a replay.
  public func fate(
    of session: Int, at time: Int64, after outcome: Outcome, match: MatchRule
  ) -> Fate {
    guard let view = dialledView(session, at: time), outcome.shown[view] >= 0,
      let loan = outcome.loans.last(where: {
        $0.number == outcome.shown[view] && $0.from <= time
      })
    else { return .lost(.fallbackShown) }
    return fate(of: session, at: time, lastHold: loan.hold, match: match)
  }

  /// The chance of each fate of a call where a random number is lent: the chances of which hold had
  /// the dialled number last, carried along event by event.
  ///
  /// - Parameter outcome: A replay under any order: who asks when, and how many numbers are free
  ///   then, is the same under all.
  public func chances(
    of session: Int, at time: Int64, numbers: Int, after outcome: Outcome
  ) -> [Fate: Double] {
    guard let view = dialledView(session, at: time), outcome.shown[view] >= 0 else {
      return [.lost(.fallbackShown): 1]
    }
    var lastHold: [Int: Double] = [hold(of: view): 1]
    for (index, loan) in outcome.loans.enumerated()
    where loan.from <= time && loan.hold != hold(of: view) {
      // A number that isn't back by then can't be lent.
      func isFree(_ other: Int) -> Bool { holds[other].release <= loan.from }
      let busy = outcome.loans[..<index].count { !isFree($0.hold) }
      let free = Double(numbers - busy)
      var given = 0.0
      for (holder, chance) in lastHold where isFree(holder) {
        given += chance / free
        lastHold[holder] = chance * (1 - 1 / free)
      }
      lastHold[loan.hold, default: 0] += given
    }
    var fates: [Fate: Double] = [:]
    for (holder, chance) in lastHold {
      fates[fate(of: session, at: time, lastHold: holder, match: .lastHolder), default: 0] += chance
    }
    return fates
  }
}
