import NumberPools
import TrafficLogs

/// Every row is accounted for, and every call is linked to its session or left out for a reason.
struct CallLaws {
  private let input: FuzzedInput
  private let reader: TrafficReader

  init(_ input: FuzzedInput) {
    self.input = input
    reader = TrafficReader(tables: TableReader(timeZone: input.has(1) ? nil : .utc))
  }

  func check(_ format: FileFormat?, thoroughly: Bool) throws {
    let log: CallLog
    do throws(TableError) {
      log = try reader.readCalls([input.input], format: format)
    } catch {
      try isSentence(error.description)
      return
    }
    let summary = log.summary
    try law(
      "each row is a call, left out or unreadable",
      summary.lines == summary.unreadable + summary.linesLeftOut + log.rows.count)
    try checkLinks(log)
    guard thoroughly else { return }
    let again = try reader.readCalls([input.input], format: format)
    try law("a file read twice is the same", again.rows == log.rows)
    guard summary.lines > 0 else { return }
    let inputs = [input.input, .bytes(name: "again", input.bytes)]
    let error = failure { () throws(TableError) in
      _ = try reader.readCalls(inputs, format: format)
    }
    try law(
      "the same calls twice are refused as such", error == .input(.sameContent("fuzzed", "again")))
  }

  private func checkLinks(_ log: CallLog) throws {
    let known = try Self.known.get()
    let traffic = known.traffic
    let linked = log.linked(to: known)
    try law(
      "each call is linked or left out",
      linked.calls.count + linked.excluded.values.reduce(0, +) == log.rows.count)
    try law("each linked call has its row", linked.rows.count == linked.calls.count)
    for call in linked.calls {
      let isKnown = traffic.sessions.indices.contains(Int(call.session.index))
      try law("a linked call names a session that called", isKnown)
      try law(
        "nobody calls before arriving",
        !isKnown || traffic.sessions[Int(call.session.index)].start <= call.time)
    }
  }

  /// The traffic that calls are linked to.
  private static let known = Result {
    try TrafficReader().read([table], format: .pageViews).sessions(by: Sessionizer())
  }

  /// Visitors v and w, sessions s and r, in March 2026.
  private static let table = LogInput.bytes(
    name: "traffic",
    Array(
      """
      at,session_id,visitor_id,ip,user_agent
      2026-03-02T10:00:00Z,s,v,192.0.2.1,x
      2026-03-02T11:00:00Z,r,w,192.0.2.2,x
      """.utf8))
}
