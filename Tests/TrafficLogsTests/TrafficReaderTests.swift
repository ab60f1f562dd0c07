import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading inputs of any format")
struct TrafficReaderTests {
  private static let line =
    #"192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11) Firefox/1""#

  @Test("One format at a time; calls are no traffic")
  func refusals() async throws {
    try await TemporaryFile.with(Array((Self.line + "\n").utf8), name: "a.log") { web -> Void in
      try await TemporaryFile.with(Array("at,visitor_id\n60,a\n".utf8), name: "b.csv") {
        table -> Void in
        let reader = TrafficReader()
        #expect(
          throws: TableError.differentFormats(web.path, .webLog, table.path, .pageViews)
        ) { try reader.read([.file(web.path), .file(table.path)]) }
        #expect(throws: TableError.wrongKind(file: web.path, .webLog, asked: .calls)) {
          try reader.readCalls([.file(web.path)])
        }
        #expect(throws: TableError.wrongKind(file: table.path, .calltouch, asked: .traffic)) {
          try reader.read([.file(table.path)], format: .calltouch)
        }
      }
    }
    await #expect(throws: TableError.self) { try await TableText.read("hello\n") }
    #expect(
      try await TableText.failure("+15550100,a@b.example\n", format: .pageViews)
        == "'table.csv' has no column at; its first line is no header.")
    #expect(try await TableText.read("").summary.lines == 0)
  }

  @Test("Compressed tables are told and read like others, longer than what is looked at")
  func compressed() async throws {
    var text = "at,visitor_id\n"
    for minute in 0..<20_000 { text += "\(minute * 60),visitor\(minute % 7)\n" }
    let bytes = try TemporaryFile.gzipped(Array(text.utf8))
    try await TemporaryFile.with(bytes) {
      let log = try TrafficReader().read([.file($0.path)])
      #expect(log.pageViews.count == 20_000)
      #expect(log.visitorNames.count == 7)
    }
    let short = try TemporaryFile.gzipped(Array("at,visitor_id\n60,a\n".utf8))
    let log = try await TemporaryFile.with(short) { try TrafficReader().read([.file($0.path)]) }
    #expect(log.pageViews.count == 1)
  }

  @Test("A web log is read as by its own reader")
  func webLog() async throws {
    let log = try await TableText.read(Self.line + "\n")
    #expect(log.pageViews.count == 1)
    #expect(log.summary.visitorBasis == .addressAndAgent)
  }
}
