import Foundation
import NumberPools
import TrafficLogs

extension BenchmarkCase {
  /// Every format, from a file to columns.
  static let readers: [BenchmarkCase] = FileFormat.allCases.map { format in
    BenchmarkCase(name: "read/\(format.rawValue)") { scale in
      let file = try SampleFile(format, rows: scale.count(200_000))
      switch format.kind {
      case .traffic:
        return Work(file.rows, "row", bytes: file.bytes) {
          try reader.read([.file(file.path)], format: format)
        } checksum: {
          checksum(of: $0)
        }
      case .calls:
        return Work(file.rows, "row", bytes: file.bytes) {
          try reader.readCalls([.file(file.path)], format: format)
        } checksum: {
          checksum(of: $0)
        }
      }
    }
  }

  /// What else is done with files.
  static let files: [BenchmarkCase] = [
    BenchmarkCase(name: "read/web-log.gz") { scale in
      let file = try SampleFile(.webLog, rows: scale.count(200_000), isCompressed: true)
      return Work(file.rows, "row", bytes: file.bytes) {
        try reader.read([.file(file.path)])
      } checksum: {
        checksum(of: $0)
      }
    },
    BenchmarkCase(name: "end-to-end/web-log") { scale in
      let file = try SampleFile(.webLog, rows: scale.count(200_000))
      return Work(file.rows, "row", bytes: file.bytes) {
        let log = try reader.read([.file(file.path)])
        let target = try Target("coverage >= 99%, credit@15m >= 95%")
        return await SizingStudy(
          SizingStudy.Question(target: target), of: Sessionizer().traffic(from: log.pageViews))
      } checksum: { study in
        var checksum = Checksum()
        checksum.add(study.curve)
        for answer in study.timeouts { checksum.add(answer.tabOpen ?? -1) }
        return checksum
      }
    },
  ]

  private static var reader: TrafficReader {
    TrafficReader(tables: TableReader(timeZone: .utc))
  }

  private static func checksum(of log: TrafficLog) -> Checksum {
    var checksum = Checksum()
    checksum.add(log.summary.lines - log.summary.unreadable)
    checksum.add(log.pageViews)
    return checksum
  }

  private static func checksum(of log: CallLog) -> Checksum {
    var checksum = Checksum()
    checksum.add(log.summary.lines - log.summary.unreadable)
    for row in log.rows { checksum.add(row.time.milliseconds) }
    return checksum
  }
}

/// A file of a format, which goes when nobody reads it any more.
final class SampleFile {
  let path: String
  let rows: Int
  /// How long it is, uncompressed.
  let bytes: Int

  init(_ format: FileFormat, rows: Int, isCompressed: Bool = false) throws {
    let text = Data(SampleText.text(format, rows: rows).utf8)
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
