import Foundation
import NumberPoolTestSupport
import Testing

@Suite("The same bytes on any number of threads")
struct DeterminismTests {
  private static let clinic = [
    "size", "--lags", "15m", "--timeouts", "none", "--calls", "Scenarios/dental-clinic/calls.csv",
    "Scenarios/dental-clinic/page_views.csv",
  ]

  /// What is worked out in one pass, by chances a size, and by replays a size.
  private static let ways: [[String]] = [
    [], ["--json"], ["--allocation", "random", "--json"], ["--allocation", "unknown", "--json"],
    ["--match", "last-holder-within=1h", "--json"],
  ]

  @Test("One, two, eight, and as many as there are", arguments: Self.ways)
  func threads(way: [String]) throws {
    let expected = try CommandRun(Self.clinic + way)
    #expect(expected.code == 0 && !expected.output.isEmpty)
    for threads in ["1", "2", "8"] {
      let run = try CommandRun(Self.clinic + way + ["--threads", threads])
      #expect(run.output == expected.output)
    }
  }
}
