import LogFiles
import NumberPoolTestSupport
import NumberPools

@testable import TrafficLogs

/// Tables written in the tests themselves.
enum TableText {
  /// Reads a table of traffic.
  static func read(
    _ text: String, _ reader: TableReader = TableReader(), format: FileFormat? = nil
  ) async throws -> TrafficLog {
    try await TemporaryFile.with(Array(text.utf8), name: "table.csv") {
      try TrafficReader(tables: reader).read([.file($0.path)], format: format)
    }
  }

  /// Reads a table of calls.
  static func readCalls(
    _ text: String, _ reader: TableReader = TableReader(), format: FileFormat? = nil
  ) async throws -> CallLog {
    try await TemporaryFile.with(Array(text.utf8), name: "calls.csv") {
      try TrafficReader(tables: reader).readCalls([.file($0.path)], format: format)
    }
  }

  /// What goes wrong with a table.
  static func failure(
    _ text: String, _ reader: TableReader = TableReader(), format: FileFormat? = nil
  ) async throws -> String? {
    do {
      _ = try await read(text, reader, format: format)
      return nil
    } catch let error as TableError {
      return error.description.replacing(/'[^']*table.csv'/, with: "'table.csv'")
    }
  }
}

extension TrafficLog {
  /// Sessions as `visitor start` in order of time.
  var drawn: [String] {
    let all = sessions(by: Sessionizer())
    return zip(all.traffic.sessions, all.traffic.firstPageViews()).map { session, view in
      let visitor = pageViews.visitors[all.position(ofPageView: view)]
      return "\(visitorNames.text(Int(visitor.index))) \(session.start.milliseconds / 60_000)"
        + " x\(session.pageViews)"
    }
  }
}
