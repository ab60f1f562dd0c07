import Foundation
import NumberPools
import TrafficLogs

/// A file of a format, which goes when nobody reads it any more.
final class SampleFile {
  let path: String
  let rows: Int
  /// How long it is, uncompressed.
  let bytes: Int

  convenience init(_ format: FileFormat, rows: Int, isCompressed: Bool = false) throws {
    try self.init(
      SampleText.text(format, rows: rows), rows: rows, isCompressed: isCompressed)
  }

  /// Page views of sessions that are named.
  convenience init(_ log: PageViewLog) throws {
    var text = "session_id,visitor_id,at\n"
    for index in 0..<log.count {
      let milliseconds = log.times[index].milliseconds + 1_772_323_200_000
      text += "s\(log.sessions[index].index),v\(log.visitors[index].index),\(milliseconds)\n"
    }
    try self.init(text, rows: log.count)
  }

  /// Calls of such sessions.
  convenience init(_ calls: [Call]) throws {
    var text = "call_id,session_id,at\n"
    for (index, call) in calls.enumerated() {
      let milliseconds = call.time.milliseconds + 1_772_323_200_000
      text += "c\(index),s\(call.session.index),\(milliseconds)\n"
    }
    try self.init(text, rows: calls.count)
  }

  private init(_ text: String, rows: Int, isCompressed: Bool = false) throws {
    let text = Data(text.utf8)
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try text.write(to: url)
    if isCompressed {
      let gzip = Process()
      gzip.executableURL = URL(filePath: "/usr/bin/env")
      gzip.arguments = ["gzip", url.path(percentEncoded: false)]
      try gzip.run()
      gzip.waitUntilExit()
    }
    path = url.path(percentEncoded: false) + (isCompressed ? ".gz" : "")
    self.rows = rows
    bytes = text.count
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
