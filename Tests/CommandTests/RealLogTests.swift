import Foundation
import NumberPoolTestSupport
import Testing

/// Figures of real logs, counted by other programs. Visitors by address and browser, 30 minutes
/// for both timeouts, every line a page view.
@Suite("Real logs", .enabled(if: SharedData.isPresent, "the folder with real logs is absent"))
struct RealLogTests {
  private func report(_ set: String, _ prefix: String, _ options: String...) throws -> Report {
    let run = try CommandRun(
      ["size", "--json"] + options + (try SharedData.paths(set, prefix)))
    #expect(run.code == 0)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(run.output.utf8))
  }

  private struct Report: Decodable {
    struct Traffic: Decodable {
      var lines: Int
      var visitors: Int
      var sessions: Int
      var outOfOrder: Int
      var leftOut: [String: Int]
      var clickIds: Int
      var clickIdsOfVisitors: Int
    }
    struct Peak: Decodable {
      var numbers: Int
      var at: String
    }
    var traffic: Traffic
    struct Minimum: Decodable {
      var numbers: Int
    }
    var peak: Peak
    var minimum: Minimum?
    var warnings: [String]
  }

  @Test("The manual's table of who is a visitor")
  func whoIsAVisitor() throws {
    let page = try String(
      contentsOf: CommandRun.package.appendingPathComponent(
        "Sources/NumberPools/NumberPools.docc/WhoIsAVisitor.md"), encoding: .utf8)
    let ways: [(name: String, prefix: String, options: [String])] = [
      (
        "cookie, every row", "beacons",
        ["--requests", "all", "--column", "at=t_unix", "--column", "visitor_id=visitor_cookie"]
      ),
      ("address and browser, by default", "access", []),
      ("address and browser, without evidence", "access", ["--evidence", "none"]),
      (
        "address and browser, every line", "access",
        ["--requests", "all", "--bots", "keep", "--evidence", "none"]
      ),
    ]
    for way in ways {
      let run = try CommandRun(
        ["size", "--json", "--target", "coverage >= 99%"] + way.options
          + SharedData.paths("knowbigdata-2015", way.prefix))
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let report = try decoder.decode(Report.self, from: Data(run.output.utf8))
      let figures = [
        report.traffic.visitors, report.traffic.sessions, report.peak.numbers,
        try #require(report.minimum).numbers,
      ].map { $0.formatted(.number.locale(Locale(identifier: "en_US"))) }
      #expect(page.contains("| \(way.name) | \(figures.joined(separator: " | ")) |"))
    }
    #expect((63.0 / 58 * 100 - 100).rounded() == 9 && (78.0 / 72 * 100 - 100).rounded() == 8)
    #expect((100 - 51.0 / 58 * 100).rounded() == 12)
    for (log, set, prefix) in [
      ("a company's site, four weeks", "hurence-2013-2014", "access"),
      ("a blog", "elastic-apache-2015", "apache_logs"),
      ("counts all", "sticker-api-2018", "access"),
    ] {
      let figures = try ["assets", "none"].map {
        try report(set, prefix, "--evidence", $0).traffic.sessions.formatted(
          .number.locale(Locale(identifier: "en_US")))
      }
      #expect(page.contains("\(log) | \(figures.joined(separator: " | ")) |"), "\(figures)")
    }
  }

  @Test("Where the files say who is a browser they decide; an interface has none, which is said")
  func evidence() throws {
    let company = try report("hurence-2013-2014", "access")
    #expect(company.traffic.leftOut["no_evidence"] ?? 0 > 6000)
    #expect(company.warnings.contains { $0.contains("are left out: their visitors never fetched") })
    let interface = try report("sticker-api-2018", "access")
    #expect(interface.traffic.leftOut["no_evidence"] == 0)
    #expect(interface.warnings.contains { $0.contains("Who is a browser can't be told") })
  }

  private struct Expected {
    var set: String
    var prefix: String
    var lines: Int
    var visitors: Int
    var sessions: Int
    var peak: Int
    var at: String
  }

  @Test("Lines, visitors, sessions, peak and its moment", arguments: 0..<3)
  func figures(index: Int) throws {
    let expected = [
      Expected(
        set: "knowbigdata-2015", prefix: "access", lines: 157_433, visitors: 4038, sessions: 7559,
        peak: 127, at: "2015-08-05T11:28:07Z"),
      Expected(
        set: "hurence-2013-2014", prefix: "access", lines: 55_946, visitors: 3551,
        sessions: 10_509, peak: 43, at: "2013-11-03T08:12:37Z"),
      Expected(
        set: "sticker-api-2018", prefix: "access", lines: 797_661, visitors: 49_153,
        sessions: 69_536, peak: 314, at: "2018-04-21T18:37:06Z"),
    ][index]
    let report = try report(
      expected.set, expected.prefix, "--requests", "all", "--bots", "keep", "--evidence", "none")
    #expect(report.traffic.lines == expected.lines)
    #expect(report.traffic.visitors == expected.visitors)
    #expect(report.traffic.sessions == expected.sessions)
    #expect(report.peak.numbers == expected.peak)
    #expect(report.peak.at == expected.at)
    #expect(report.traffic.leftOut.values.allSatisfy { $0 == 0 })
  }

  @Test("By default the server's own requests are named, and the peak is near the truth by cookie")
  func defaults() throws {
    let report = try report("knowbigdata-2015", "access")
    #expect(report.traffic.leftOut["server_itself"] == 103_154)
    #expect(report.traffic.leftOut["loopback"] == 2409)
    #expect(report.traffic.clickIds == 528)
    #expect(report.traffic.clickIdsOfVisitors == 527)
    #expect(report.traffic.outOfOrder == 1168)
    // The same traffic by first-party cookie has a peak of 72.
    #expect((58...86).contains(report.peak.numbers))
    #expect(report.warnings.contains { $0.contains("burst") })
  }

  @Test("A damaged clock, weeks without a line and a change of clock are told")
  func warnings() throws {
    let damaged = try report("elastic-apache-2015", "apache_logs")
    #expect(damaged.traffic.outOfOrder == 4915)
    #expect(damaged.warnings.contains { $0.contains("minute 05") })
    let gaps = try report("hurence-2013-2014", "access")
    #expect(gaps.warnings.contains { $0.contains("gaps of more than a day") })
    #expect(gaps.warnings.contains { $0.contains("from +02:00 to +01:00") })
  }
}
