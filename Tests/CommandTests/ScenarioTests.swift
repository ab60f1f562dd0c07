import Foundation
import NumberPoolTestSupport
import Testing

@Suite("Scenarios print what they are expected to")
struct ScenarioTests {
  @Test(
    "The report is the golden one, byte for byte",
    arguments: [
      (["access.log"], "furniture-shop"),
      (["--time-zone", "Europe/Berlin", "ga4-days.csv"], "kitchen-studio"),
      (["--calls", "calls.csv", "page_views.csv"], "dental-clinic"),
    ])
  func golden(arguments: [String], scenario: String) throws {
    let folder = "Scenarios/\(scenario)/"
    let run = try CommandRun(["size"] + arguments.map { $0.contains(".") ? folder + $0 : $0 })
    let expected = try String(
      contentsOf: CommandRun.package.appendingPathComponent(folder + "expected.txt"),
      encoding: .utf8)
    #expect(run.output == expected)
  }
}
