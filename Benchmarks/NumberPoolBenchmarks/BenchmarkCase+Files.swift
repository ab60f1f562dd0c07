import Foundation
import LogFiles
import NumberPools
import SystemThreads
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
        return SizeStudy(
          SizeStudy.Question(target: target),
          of: Dataset(traffic: Sessionizer().traffic(from: log.pageViews)), on: ThreadMap())
      } checksum: { study in
        var checksum = Checksum()
        checksum.add(study.curve)
        for answer in study.timeouts { checksum.add(answer.tabOpen ?? -1) }
        return checksum
      }
    },
  ]

  /// Two tables, page views and calls, to every size's answer.
  static let tables: [BenchmarkCase] = [
    tables("csv-to-curve/1e6", perSession: 1), tables("csv-to-curve-3/1e6", perSession: 3),
    tables("csv-to-lags/1e6", perSession: 1, lags: CreditQuestion.reportedLags),
    tables("csv-to-lags-3/1e6", perSession: 3, lags: CreditQuestion.reportedLags),
  ]

  private static func tables(
    _ name: String, perSession: Int, lags: [Interval] = []
  ) -> BenchmarkCase {
    BenchmarkCase(name: name) { scale in
      let (views, calls) = try sampleTables(
        pageViews: scale.count(1_000_000), perSession: perSession)
      return Work(views.rows, "view", bytes: views.bytes + calls.bytes) {
        var reader = reader
        reader.tables.keepsTouches = false
        let (traffic, linked) = try linkedTraffic(views, calls, reader)
        return PoolCurve(
          of: traffic, rules: PoolRules(), credit: CreditQuestion(calls: linked, lags: lags))
      } checksum: { curve in
        var checksum = Checksum()
        checksum.add(curve)
        return checksum
      }
    }
  }

  /// Written in a function of its own, so that what they are made of is gone when they are read.
  private static func sampleTables(
    pageViews: Int, perSession: Int
  ) throws -> (views: SampleFile, calls: SampleFile) {
    let visits = RandomVisits(pageViews: pageViews, perSession: perSession)
    return try (SampleFile(visits.log), SampleFile(visits.calls))
  }

  /// Read in a function of its own, so that the names are gone when the curve is made.
  private static func linkedTraffic(
    _ views: SampleFile, _ calls: SampleFile, _ reader: TrafficReader
  ) throws -> (Traffic, [Call]) {
    let log = try reader.read([.file(views.path)])
    let sessions = log.sessions(by: Sessionizer())
    let calls = try reader.readCalls([.file(calls.path)])
    return (sessions.traffic, calls.linked(to: sessions).calls)
  }

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
