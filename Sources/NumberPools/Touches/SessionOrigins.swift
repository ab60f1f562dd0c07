/// Where the origin of each session is told: by itself, or by an earlier session.
struct SessionOrigins: Sendable {
  /// For each session the one whose visible touch is said of it: itself, or where that is direct
  /// the visitor's latest one before it that isn't, within 90 days; else itself.
  let said: [Int32]
  /// For each session the one whose paid touch is the truth of it: itself, or where nobody paid the
  /// person's latest one before it; -1 where there is none and the truth is direct.
  let truth: [Int32]
  /// What was paid for, by session: what is visible where nobody knows more.
  let paid: [TouchNumber]

  /// How long before a session the touch may lie that it is credited to.
  private static let reach = Interval.days(90)

  /// Looks back from each session.
  ///
  /// - Complexity: O(sessions).
  init(of input: ComparedTraffic) {
    var paid = input.paid.isEmpty ? input.visible : input.paid
    for (session, arrival) in input.arrivals.enumerated() where arrival.isFree {
      paid[session] = .direct
    }
    self.paid = paid
    let sessions = input.traffic.sessions
    said = Self.latest(
      sessions, touches: input.visible, owners: [], count: input.traffic.visitorCount,
      isOwnWithout: true)
    let persons = input.persons
    truth = Self.latest(
      sessions, touches: paid, owners: persons,
      count: persons.isEmpty ? input.traffic.visitorCount : Int(persons.max() ?? 0) + 1,
      isOwnWithout: false)
  }

  /// For each session the latest one of its owner up to it that isn't direct.
  private static func latest(
    _ sessions: [Session], touches: [TouchNumber], owners: [Int32], count: Int, isOwnWithout: Bool
  ) -> [Int32] {
    var latest = [Int32](repeating: -1, count: count)
    var found = [Int32](repeating: -1, count: sessions.count)
    for index in sessions.indices {
      let owner = Int(owners.isEmpty ? sessions[index].visitor.index : owners[index])
      if touches[index].touch != TouchNumber.direct.touch {
        latest[owner] = Int32(truncatingIfNeeded: index)
        found[index] = Int32(truncatingIfNeeded: index)
        continue
      }
      let earlier = latest[owner]
      if earlier >= 0,
        sessions[index].start - sessions[Int(earlier)].start <= Self.reach
      {
        found[index] = earlier
      } else if isOwnWithout {
        found[index] = Int32(truncatingIfNeeded: index)
      }
    }
    return found
  }
}
