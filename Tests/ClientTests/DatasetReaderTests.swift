import Foundation
import LogFiles
import NumberPools
import PoolReports
import SystemThreads
import Testing
import TrafficLogs

/// Whoever depends on the libraries gets what the command gives, in a dozen lines.
@Suite("A client of the libraries")
struct LibraryClientTests {
  private static let scenarios = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../Scenarios").standardized

  private func file(_ name: String) -> LogInput {
    .file(Self.scenarios.appendingPathComponent(name).path)
  }

  private func golden(_ scenario: String) throws -> String {
    let file = Self.scenarios.appendingPathComponent("\(scenario)/expected.txt")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private let target = "coverage >= 99%, credit@15m >= 95%"

  @Test("A log, to the report of the command")
  func log() throws {
    // Under the name that it has in the report.
    let name = "furniture-shop/access.log"
    let bytes = try Data(contentsOf: Self.scenarios.appendingPathComponent(name))
    let log = LogInput.bytes(name: "Scenarios/\(name)", Array(bytes))
    let dataset = try DatasetReader().read([log])
    let question = SizeStudy.Question(target: try Target(target))
    let wish = ForecastFindings.Wish()
    let findings = SizeFindings(question, foretelling: wish, of: dataset, on: ThreadMap())
    #expect(try findings.study.minimum.get().numbers == 18)
    let report = SizeReport(findings, of: dataset)
    #expect(try report.text() == golden("furniture-shop"))
    #expect(report.json.hasPrefix("{"))
    // One thread says the same.
    let alone = SizeFindings(question, foretelling: wish, of: dataset)
    #expect(SizeReport(alone, of: dataset).json == report.json)
  }

  @Test("Page views and calls, to what becomes of each call")
  func calls() throws {
    var reader = DatasetReader()
    reader.keepsTouches = true
    reader.keepsNames = true
    let dataset = try reader.read(
      [file("dental-clinic/page_views.csv")], calls: [file("dental-clinic/calls.csv")])
    #expect(dataset.calls.count == 151)
    #expect(dataset.traffic.touches.count == dataset.traffic.sessions.count)
    let study = ReplayStudy(ReplayStudy.Question(numbers: 9), of: dataset, on: ThreadMap())
    let report = ReplayReport(study, of: dataset)
    #expect(CauseCounts(study.calls).calls == 151)
    let rows = report.callsCSV(
      callNames: dataset.callOrigin?.names ?? [], sessionName: dataset.name(of:))
    #expect(rows.split(separator: "\n").count == 152)
    #expect(!report.text().isEmpty)
  }

  @Test("Sessions that are eligible, by how they arrived")
  func eligible() throws {
    var reader = DatasetReader()
    let all = try reader.read([file("furniture-shop/access.log")])
    reader.eligibility = .paid
    let paid = try reader.read([file("furniture-shop/access.log")])
    #expect(paid.traffic.touches.allSatisfy { $0.isPaid })
    #expect(
      paid.traffic.sessions.count + paid.origin.ineligibleSessions == all.traffic.sessions.count)
    #expect(TrafficSelection(of: paid.traffic, .paid).traffic.sessions == paid.traffic.sessions)
  }

  @Test("What can't be read is one sentence")
  func errors() {
    #expect(throws: DatasetError.nothing(.traffic, ["empty"])) {
      _ = try DatasetReader().read([.bytes(name: "empty", [])])
    }
    let damaged = LogInput.bytes(name: "table", Array("at,visitor_id\nx,y\n".utf8))
    let error = #expect(throws: DatasetError.self) { _ = try DatasetReader().read([damaged]) }
    #expect(error?.description.hasPrefix("No line of 'table' can be understood.") == true)
  }
}
