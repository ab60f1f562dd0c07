import NumberPools

/// Makes calls of rows: one call may have a row for each report of its state, for each leg, or for
/// each telephone that rang.
struct CallMerger {
  /// How far apart the rows of one call may begin: a name that comes back later is another call's.
  private static let longestCall = Interval.days(1)

  private static let comparedCalls = 50

  private var rows: [Candidate] = []

  private struct Candidate {
    var row: CallLog.Row
    /// What all legs of a call share.
    var linkedID: String?
    /// Whether somebody called the company.
    var isIncoming: Bool
    /// Whether the same caller, dialled number and moment make it the same call, whatever its id:
    /// a telephone system gives ids to channels.
    var hasIDOfChannel: Bool
  }

  /// What the rows come to.
  struct Outcome {
    /// The calls, each in the place of its first row.
    var calls: [CallLog.Row] = []
    /// Rows of a call that another row has, by its name.
    var repeated = 0
    /// The same by the moment, the caller and the dialled number alone.
    var equal = 0
    /// Rows that share the name of a call that can't be theirs.
    var sharingNames = 0
    /// Rows of calls that the company made.
    var outgoing = 0
  }

  /// Adds a row of a call that came in, or may have.
  mutating func add(
    _ row: CallLog.Row, linkedID: String? = nil, isIncoming: Bool = true,
    hasIDOfChannel: Bool = false
  ) {
    rows.append(
      Candidate(
        row: row, linkedID: linkedID.flatMap(Self.name), isIncoming: isIncoming,
        hasIDOfChannel: hasIDOfChannel))
  }

  /// The calls.
  ///
  /// - Complexity: O(rows).
  func finish() -> Outcome {
    var outcome = Outcome()
    let outgoing = outgoingCalls()
    var callsOfName: [String: [Int]] = [:]
    var callOfEqual: [CallLog.Row: Int] = [:]
    for candidate in rows {
      if !candidate.isIncoming || candidate.linkedID.map(outgoing.contains) == true {
        outcome.outgoing += 1
        continue
      }
      let row = candidate.row
      let name = candidate.linkedID ?? row.id.flatMap(Self.name)
      // The last few: a name that is everybody's would else take the square of the rows.
      let others = (name.flatMap { callsOfName[$0] } ?? []).suffix(Self.comparedCalls)
      if let same = others.first(where: { Self.isSame(outcome.calls[$0], row) }) {
        outcome.calls[same].merge(row)
        outcome.repeated += 1
        continue
      }
      if !others.isEmpty { outcome.sharingNames += 1 }
      if let equal = Self.equalityKey(of: candidate, isNamed: name != nil) {
        if let same = callOfEqual[equal] {
          outcome.calls[same].merge(row)
          if let name { callsOfName[name, default: []].append(same) }
          if name == nil { outcome.equal += 1 } else { outcome.repeated += 1 }
          continue
        }
        callOfEqual[equal] = outcome.calls.count
      }
      if let name { callsOfName[name, default: []].append(outcome.calls.count) }
      outcome.calls.append(row)
    }
    return outcome
  }

  /// The names of calls whose first leg the company made.
  private func outgoingCalls() -> Set<String> {
    var first: [String: (time: Timestamp, isIncoming: Bool)] = [:]
    for candidate in rows {
      guard let name = candidate.linkedID else { continue }
      if let earlier = first[name], earlier.time <= candidate.row.time { continue }
      first[name] = (candidate.row.time, candidate.isIncoming)
    }
    return Set(first.filter { !$0.value.isIncoming }.keys)
  }

  private static func isSame(_ call: CallLog.Row, _ row: CallLog.Row) -> Bool {
    let gap = row.time < call.time ? call.time - row.time : row.time - call.time
    return gap <= longestCall
      && isSame(call.truth, row.truth)
  }

  /// Whether two truths may be the same: one may say less than the other.
  private static func isSame(_ one: CallLog.Truth, _ other: CallLog.Truth) -> Bool {
    switch (one, other) {
    case (.unknown, _), (_, .unknown): true
    case (.session(let name, let visitor), .session(let otherName, let otherVisitor)):
      name == otherName && (visitor == nil || otherVisitor == nil || visitor == otherVisitor)
    default: one == other
    }
  }

  /// What rows of the same call have in common where no name tells it; `nil` where nothing does.
  private static func equalityKey(of candidate: Candidate, isNamed: Bool) -> CallLog.Row? {
    guard !isNamed || candidate.hasIDOfChannel else { return nil }
    let row = candidate.row
    let isSomebody = row.caller.map(CallerNumber.namesSomebody) ?? false
    // Where the caller isn't known, the truth alone tells calls of the same moment apart.
    guard isSomebody || row.truth != .unknown else { return nil }
    return CallLog.Row(
      time: row.time, truth: row.truth, caller: isSomebody ? row.caller : nil,
      dialled: row.dialled)
  }

  /// A call's name; `nil` for what is written where there is none.
  private static func name(_ text: String) -> String? {
    let isNone = text.allSatisfy { "-_. 0".contains($0) } || nobody.contains(text.lowercased())
    return isNone ? nil : text
  }

  private static let nobody: Set<String> = [
    "null", "none", "nil", "n/a", "na", "undefined", "unknown", "(not set)", "nan",
  ]
}

extension CallLog.Row {
  /// Takes up what another row says of the same call: it began with the first of them, and ended as
  /// the last one says.
  fileprivate mutating func merge(_ other: Self) {
    let isEarlier = other.time < time
    let callers = (isEarlier ? [other.caller, caller] : [caller, other.caller]).compactMap { $0 }
    caller = callers.first(where: CallerNumber.namesSomebody) ?? callers.first
    dialled = isEarlier ? other.dialled ?? dialled : dialled ?? other.dialled
    if isEarlier { time = other.time }
    if truth == .unknown { truth = other.truth }
    if clues.isEmpty { clues = other.clues }
    if let length = other.duration { duration = max(duration ?? .zero, length) }
    isAnswered = isAnswered == true ? true : other.isAnswered ?? isAnswered
  }
}

extension CallLog {
  /// Takes over what the rows come to.
  mutating func take(_ outcome: CallMerger.Outcome) {
    rows = outcome.calls
    let left: [(LogSummary.LeftOut, Int)] = [
      (.repeated, outcome.repeated + outcome.equal), (.notIncomingCall, outcome.outgoing),
    ]
    for (reason, count) in left where count > 0 { summary.leaveOut(reason, count) }
    if outcome.equal > 0 { summary.doubts.append(.equalCalls(outcome.equal)) }
    if outcome.sharingNames > 0 { summary.doubts.append(.sharedCallNames(outcome.sharingNames)) }
    if outcome.repeated > 0 {
      summary.doubts.append(.repeatedCalls(outcome.repeated, of: summary.lines))
    }
  }
}
