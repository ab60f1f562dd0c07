import NumberPools
import TrafficLogs

/// What stands before the address of a web log's lines, and around it, changes nothing.
struct LayoutLaws {
  private let reader: WebLogReader
  /// Whatever follows the time, line by line.
  private let rests: [[UInt8]]

  /// More lines than this tell nothing new.
  private static let fewLines = 40

  /// Takes bytes for what follows the time in each line.
  init(_ bytes: [UInt8], _ reader: WebLogReader) {
    self.reader = reader
    rests = bytes.split(separator: 0x0A).prefix(Self.fewLines).map(Array.init)
  }

  func check() throws {
    let plain = try facts { $0 }
    try law(
      "syslog in front changes nothing", try facts { "Mar  2 10:00:00 web1 nginx: \($0)" } == plain)
    try law("a server's address in front changes nothing", try facts { "192.0.2.9 \($0)" } == plain)
    try law("a label in front changes nothing", try facts { "RL:\($0)" } == plain)
    try law("a port changes nothing", try facts { "\($0):40000" } == plain)
    try law("writing version 4 as version 6 changes nothing", try facts { "::ffff:\($0)" } == plain)
  }

  private struct Facts: Equatable {
    var visitors: [VisitorID]
    var leftOut: [LogSummary.LeftOut: Int]
    var unreadable: Int
  }

  /// What comes of the lines of five people, their addresses written so.
  private func facts(_ front: (String) -> String) throws -> Facts {
    var log: [UInt8] = []
    for (index, rest) in rests.enumerated() {
      let minute = index < 10 ? "0\(index)" : "\(index)"
      let line = "\(front("203.0.113.\(index % 5 + 1)")) - - [02/Mar/2026:10:\(minute):00 +0000] "
      log += Array(line.utf8) + rest + [0x0A]
    }
    let read = try reader.read([.bytes(name: "layout", log)])
    return Facts(
      visitors: read.pageViews.visitors, leftOut: read.summary.leftOut,
      unreadable: read.summary.unreadable)
  }
}
