public import NumberPools

/// A test as a drawing: a row a visitor, a column a minute, `v` a page view, `h` a heartbeat.
///
/// ```
/// a  v--v---
/// b  -v-----
/// ```
public struct Timeline {
  private var names: [String] = []
  private var rows: [[Character]] = []

  /// Reads a drawing; rows above come first where two views share a minute.
  public init(_ drawing: String) {
    for line in drawing.split(separator: "\n") {
      let parts = line.split(separator: " ")
      names.append(String(parts[0]))
      rows.append(Array(parts[1]))
    }
  }

  /// The page views by minute; within a minute by row.
  public var log: PageViewLog {
    var log = PageViewLog()
    for minute in 0..<(rows.map(\.count).max() ?? 0) {
      let time = Timestamp(milliseconds: Int64(minute) * 60_000)
      for (visitor, row) in rows.enumerated() where minute < row.count {
        switch row[minute] {
        case "v": log.append(visitor: VisitorID(Int32(visitor)), at: time)
        case "h": log.appendHeartbeat(visitor: VisitorID(Int32(visitor)), at: time)
        default: break
        }
      }
    }
    return log
  }

  /// The drawing again, with each page view as the number on the screen; `x` is the fallback.
  public func shown(
    numbers: Int, timeout: Int64, sessionTimeout: Int64 = 30, presence: Presence = .tabOpen,
    request: RequestRule = .everyPageView, allocation: Allocation = .longestIdle
  ) -> String {
    let traffic = Sessionizer(timeout: .minutes(sessionTimeout)).traffic(from: log)
    let holds = Holds(
      of: traffic, rule: HoldRule(reuseTimeout: .minutes(timeout), presence: presence))
    let outcome = HoldReplay(numbers: numbers, request: request).run(holds, allocation: allocation)
    var drawn = rows
    for (view, number) in outcome.shown.enumerated() {
      let minute = Int(holds.pageViewTimes[view].milliseconds / 60_000)
      let visitor = traffic.sessions[Int(holds.pageViewSessions[view].index)].visitor
      // Visitors are numbered by first appearance; the row is the one drawn for them.
      let row = Int(rowOfVisitor[Int(visitor.index)])
      drawn[row][minute] = number.map { Character(String($0.index)) } ?? "x"
    }
    return zip(names, drawn).map { "\($0)  \(String($1))" }.joined(separator: "\n")
  }

  private var rowOfVisitor: [Int32] {
    var seen: [Int32] = []
    for visitor in log.visitors where !seen.contains(visitor.index) { seen.append(visitor.index) }
    return seen
  }
}
