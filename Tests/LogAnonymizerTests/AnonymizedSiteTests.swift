import Foundation
import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("Sites in anonymized logs")
struct AnonymizedSiteTests {
  private static let key = AnonymizationKey(bytes: Array(0..<16))
  private static let time = "[02/Mar/2026:10:00:00 +0000]"

  private func copy(_ lines: [String]) throws -> (text: String, summary: AnonymizedSummary) {
    var copy: [UInt8] = []
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let summary = try Anonymizer(key: Self.key).anonymize(.bytes(name: "access.log", bytes)) {
      copy += $0
    }
    return (String(decoding: copy, as: UTF8.self), summary)
  }

  @Test(
    "What looks like a site behind the browser may be anyone",
    arguments: ["GA1.2.1234567891.1700000000", "john.smith", "John.Smith:80"])
  func users(name: String) throws {
    let rest = #"- - \#(Self.time) "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#
    let lines = [#"192.0.2.1 \#(rest) "\#(name)""#, "192.0.2.1 \(rest) \(name)"]
    let (text, summary) = try copy(lines)
    #expect(summary.written == 2)
    #expect(!text.lowercased().contains(name.lowercased().prefix(10)))
    #expect(!text.contains("1234567891"))
  }

  @Test("An address with a port that comes first may be the client's")
  func firstAddress() throws {
    let rest = #"- - \#(Self.time) "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0""#
    let (text, _) = try copy([
      "203.0.113.7:51234 10.0.0.5:80 \(rest)", "203.0.113.7:80 10.0.0.6 \(rest)",
      "300.0.113.7:80 10.0.0.6 \(rest)", "shop123456789.example:443 10.0.0.6 \(rest)",
      "www.shop.example:SECRET 10.0.0.6 \(rest)", "203.0.113.7:80 10.0.0.7 \(rest)",
      "203.0.113.7:80 10.0.0.8 \(rest)", "203.0.113.7:80 10.0.0.9 \(rest)",
    ])
    for personal in ["0.113.7", "51234", "123456789", "SECRET"] {
      #expect(!text.contains(personal))
    }
    let first = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(first[0] == first[1] && first[0].wholeMatch(of: /[a-z]{16}\.invalid:0/) != nil)
    #expect(first[4] == "www.shop.example")
  }

  @Test("Whose line names an address as its site, so do its links")
  func linkToAddress() throws {
    let lines = (0..<2).map { index in
      let referrer = index == 0 ? "-" : "http://203.0.113.7:8080/a"
      return "203.0.113.7:8080 192.0.2.1 - - \(Self.time) \"GET /\(index) HTTP/1.1\" 200 1"
        + " \"\(referrer)\" \"Mozilla/5.0\""
    }
    let (text, _) = try copy(lines)
    #expect(!text.contains("203.0.113.7"))
    let bytes = Array(lines.joined(separator: "\n").utf8)
    #expect(try LogFigures(Array(text.utf8)) == LogFigures(bytes))
  }

  @Test("Several sites behind the browser give the same figures, and one pool each as before")
  func sameFigures() throws {
    let sample = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/furniture-shop/access.log")
    let start = String(decoding: try Data(contentsOf: sample).prefix(200_000), as: UTF8.self)
    let sites = ["www.shop.example", "north.example:8443", "South.example"]
    let lines = start.split(separator: "\n").dropLast().map { line -> String in
      let client = line.prefix { $0 != " " }
      let site = sites[client.utf8.reduce(0) { $0 + Int($1) } % 3]
      let own = site.prefix { $0 != ":" }.lowercased()
      return line.replacing("//www.shop.example/", with: "//\(own)/") + " 0.012 \"\(site)\""
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let (text, _) = try copy(lines)
    for grouping in [WebLogReader.Grouping.none, .host] {
      let reader = WebLogReader(grouping: grouping)
      let before = try LogFigures(bytes, reader)
      #expect(before.sessions.count > 10)
      #expect(before.counts.last == (grouping == .host ? 3 : 0))
      let after = try LogFigures(Array(text.utf8), reader)
      #expect(after == before)
    }
    #expect(!text.contains("north.example"))
  }
}
