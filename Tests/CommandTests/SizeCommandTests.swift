import Foundation
import NumberPoolTestSupport
import Testing

@Suite("numberpool size")
struct SizeCommandTests {
  @Test("Every line fits 80 columns, the verdict comes first, and it is the same each time")
  func text() throws {
    let run = try CommandRun("size", "--price-per-number", "3.50", Sample.log)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("Rent "))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("\u{1B}"))
    #expect(try CommandRun("size", "--price-per-number=3.50", Sample.log).output == run.output)
  }

  @Test("Many lags take several tables, each as wide as a page")
  func manyLags() throws {
    let lags = (1...11).map { "\($0)h" }
    let run = try CommandRun("size", "--lags", lags.joined(separator: ","), Sample.log)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    let heads = lines.filter { $0.hasPrefix("  numbers") && $0.contains(" h ") }
    // The lag of the target is among them.
    #expect(heads.count == 2)
    for lag in ["15 min"] + lags.map({ "\($0.dropLast()) h" }) {
      #expect(heads.contains { "\($0) ".contains(" \(lag) ") })
    }
  }

  @Test("From a file, compressed, and through a pipe the answer is the same")
  func waysIn() async throws {
    let plain = try CommandRun("size", "--json", Sample.log).output
    let bytes = try Sample.bytes
    #expect(try CommandRun("size", "--json", "-", input: bytes).output == plain)
    #expect(try CommandRun("size", "--json", input: bytes).output == plain)
    let compressed = try TemporaryFile.gzipped(bytes)
    #expect(try CommandRun("size", "--json", "-", input: compressed).output == plain)
    try await TemporaryFile.with(compressed, name: "not-by-name.txt") { file in
      let run = try CommandRun("size", "--json", file.path)
      #expect(run.output == plain)
    }
  }

  @Test("JSON has the documented keys, and the curve reaches everybody")
  func json() throws {
    let report = try CommandRun("size", "--json", Sample.log).json()
    let keys = [
      "traffic", "peak", "warnings", "assumptions", "target", "minimum", "forecast",
      "other_readings", "neighbours", "timeouts",
      "without_busiest_15_min", "marginal", "rules_of_thumb", "curve",
    ]
    #expect(Set(report.keys) == Set(keys))
    let curve = try #require(report["curve"] as? [String: Any])
    let peak = try #require((report["peak"] as? [String: Any])?["numbers"] as? Int)
    let numbers = try #require(curve["numbers"] as? [Int])
    #expect(numbers == Array(0..<numbers.count) && numbers.count > peak)
    let traffic = try #require(report["traffic"] as? [String: Any])
    let covered = try #require(curve["sessions_covered"] as? [Int])
    #expect(covered.last == traffic["sessions"] as? Int)
    let refused = try #require(curve["page_views_refused"] as? [Int])
    #expect(refused.first == traffic["page_views"] as? Int)
    #expect(refused[peak] == 0)
    let credit = try #require(curve["credit_by_lag"] as? [String: [Int]])
    #expect(Set(credit.keys) == ["0s", "5m", "15m", "1h", "4h", "1d"])
    #expect(credit["0s"] == covered)
  }

  @Test("No address of a visitor leaks, not even from damaged lines")
  func privacy() throws {
    for command in ["size", "inspect"] {
      for extra in [[], ["--json"]] {
        let run = try CommandRun([command, Sample.log] + extra)
        #expect(run.output.firstMatch(of: /\d+\.\d+\.\d+\.\d+/) == nil)
        #expect(!run.output.contains("2001:db8"))
      }
    }
    let shown = try CommandRun("inspect", "--show-personal-data", Sample.log)
    #expect(shown.output.firstMatch(of: /\d+\.\d+\.\d+\.\d+/) != nil)
  }

  @Test("A pool each and the gain of sharing")
  func pools() throws {
    let report = try CommandRun("size", "--json", "--pool-by", "file", Sample.log).json()
    let pools = try #require(report["pools"] as? [[String: Any]])
    #expect(pools.count == 1)
    #expect(pools[0]["name"] as? String == Sample.log)
    let minimum = try #require((report["minimum"] as? [String: Any])?["numbers"] as? Int)
    #expect(report["pools_total_numbers"] as? Int == minimum)
  }

  @Test("Only paid sessions need fewer numbers, and the others are counted as set aside")
  func eligibility() throws {
    func sessions(_ only: String) throws -> (eligible: Int, others: Int) {
      let report = try CommandRun("size", "--json", "--only", only, Sample.log).json()
      let traffic = try #require(report["traffic"] as? [String: Any])
      return (
        try #require(traffic["sessions"] as? Int),
        try #require(traffic["ineligible_sessions"] as? Int)
      )
    }
    let all = try sessions("all")
    let tagged = try sessions("tagged")
    let paid = try sessions("paid")
    #expect(all.others == 0)
    #expect(paid.eligible < tagged.eligible && tagged.eligible < all.eligible)
    #expect(paid.eligible + paid.others == all.eligible)
  }

  @Test("No answer is null with a reason")
  func noAnswer() throws {
    let run = try CommandRun("size", "--json", "--target", "coverage <= 50%", Sample.log)
    #expect(run.code == 0)
    let report = try run.json()
    #expect(report["minimum"] is NSNull)
    #expect(report["minimum_reason"] is String)
  }

  @Test("Help and version")
  func help() throws {
    for arguments in [
      ["--help"], ["size", "--help"], ["inspect", "-h"], ["size", "--help", "--x"],
    ] {
      let run = try CommandRun(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("Usage: numberpool"))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    #expect(try CommandRun("--version").output.hasPrefix("numberpool "))
  }

  @Test("The README shows what the command really prints")
  func readme() throws {
    let readme = try String(
      contentsOf: CommandRun.package.appendingPathComponent("README.md"), encoding: .utf8)
    let output = try CommandRun("size", Sample.log).output
    let shown = output.split(separator: "\n", omittingEmptySubsequences: false).prefix(17)
    #expect(readme.contains(shown.joined(separator: "\n")))
  }
}
