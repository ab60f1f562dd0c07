import Foundation
import NumberPoolTestSupport
import Testing

@Suite("numberpool size with calls")
struct CallsCommandTests {
  /// The report on some files.
  private func report(_ files: CallFiles, _ arguments: String...) throws -> [String: Any] {
    try TemporaryFolder.with(files.files) { folder in
      let run = try CommandRun(
        ["size", "--json", "--calls", folder.file("calls.csv")] + arguments
          + [folder.file("views.csv")])
      #expect(run.code == 0)
      #expect(run.errors.isEmpty)
      return try run.json()
    }
  }

  private func column(_ name: String, of curve: Any?) throws -> [Double] {
    let columns = try #require(curve as? [String: Any])
    return try #require(columns[name] as? [NSNumber]).map(\.doubleValue)
  }

  @Test("By hand: one number serves one of the two calls, two serve both")
  func byHand() throws {
    let curve = try report(.byHand)["curve"]
    // With two numbers s3 gets that of s1, which has been free for longer.
    #expect(try column("calls_correct", of: curve).prefix(3) == [0, 1, 2])
    #expect(try column("calls_wrong", of: curve).prefix(3) == [0, 0, 0])
    #expect(try column("calls_unknown", of: curve).prefix(3) == [2, 1, 0])
  }

  @Test(
    "Each call is right, wrong or unknown at each size",
    arguments: [UInt64(1)], ["longest-idle", "lowest-first", "random"])
  func addUp(seed: UInt64, allocation: String) throws {
    for match in ["last-holder", "last-holder-within=20m"]
    where match == "last-holder" || allocation != "random" {
      let curve = try report(
        .random(seed), "--allocation", allocation, "--match", match,
        "--lags", "none", "--target", "coverage >= 99%")["curve"]
      let correct = try column("calls_correct", of: curve)
      let wrong = try column("calls_wrong", of: curve)
      let unknown = try column("calls_unknown", of: curve)
      #expect(correct.count == wrong.count && correct.count == unknown.count)
      #expect(correct.count > 10)
      for size in correct.indices {
        let sum = correct[size] + wrong[size] + unknown[size]
        #expect(abs(sum - Double(CallFiles.randomCalls)) < 1e-9)
        #expect(min(correct[size], wrong[size], unknown[size]) > -1e-9)
      }
      #expect(unknown[0] == Double(CallFiles.randomCalls))
    }
  }

  @Test("The curve is what replays of each size say", arguments: [UInt64(3)])
  func replays(seed: UInt64) throws {
    try TemporaryFolder.with(CallFiles.random(seed).files) { folder in
      let inputs = ["--json", "--calls", folder.file("calls.csv"), folder.file("views.csv")]
      let curve = try CommandRun(["size"] + inputs).json()["curve"]
      let names = ["correct", "wrong", "unknown"]
      let columns = try names.map { try column("calls_\($0)", of: curve) }
      for size in [0, 3, 9, 15] {
        let replay = try CommandRun(["replay", "--numbers", "\(size)"] + inputs).json()
        let calls = try #require(replay["calls"] as? [String: Int])
        for (name, column) in zip(names, columns) {
          #expect(calls[name].map(Double.init) == column[min(size, column.count - 1)])
        }
      }
    }
  }

  @Test("Where nobody knows what is lent, both curves are shown")
  func unknownAllocation() throws {
    let known = try report(.random(4), "--allocation", "longest-idle")
    let random = try report(.random(4), "--allocation", "random")
    let unknown = try report(.random(4), "--allocation", "unknown")
    #expect(known["curve_random"] == nil && random["curve_random"] == nil)
    for name in ["calls_correct", "calls_unknown"] {
      #expect(try column(name, of: unknown["curve"]) == column(name, of: known["curve"]))
      #expect(try column(name, of: unknown["curve_random"]) == column(name, of: random["curve"]))
    }
    // The answer holds for both.
    func numbers(_ report: [String: Any]) -> Int? {
      (report["minimum"] as? [String: Any])?["numbers"] as? Int
    }
    if let answer = numbers(unknown) {
      #expect(answer >= numbers(known) ?? .max && answer >= numbers(random) ?? .max)
    }
  }

  @Test("Calls that can't be judged are counted by reason, also where none can be")
  func exclusions() throws {
    for files in [CallFiles.byHand, .nothingToJudge] {
      let report = try report(files)
      let calls = try #require(report["calls_read"] as? [String: Any])
      #expect(calls["rows"] as? Int == (files.calls.split(separator: "\n").count - 1))
      #expect(
        calls["excluded"] as? [String: Int]
          == ["no_truth": 1, "unknown_truth": 1, "before_first_page_view": 1])
      try TemporaryFolder.with(files.files) { folder in
        let run = try CommandRun(
          "size", "--calls", folder.file("calls.csv"), folder.file("views.csv"))
        #expect(
          run.output.split(separator: "\n").count { $0.hasPrefix("- 1 call left out: ") } == 3)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      }
    }
  }

  @Test("A value per call needs a price and calls")
  func value() throws {
    try TemporaryFolder.with(CallFiles.byHand.files) { folder in
      let views = folder.file("views.csv")
      let calls = ["--calls", folder.file("calls.csv")]
      let value = ["size", "--json", "--value-per-call", "50", views]
      for arguments in [value, value + ["--price-per-number", "3"], value + calls] {
        let run = try CommandRun(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
      }
      // Each number more serves a call a day, worth more than its rent; a third serves none.
      let run = try CommandRun(value + calls + ["--price-per-number", "3"])
      #expect(run.code == 0)
      let best = try #require(run.json()["least_total_cost"] as? [String: Any])
      #expect(best["numbers"] as? Int == 2)
      #expect((best["monthly_cost"] as? NSNumber)?.doubleValue == 6)
    }
  }

  @Test(
    "An offer is judged by the target", arguments: [(0, false), (1, false), (2, true), (9, true)])
  func quote(numbers: Int, isEnough: Bool) throws {
    let report = try report(
      .byHand, "--quote", "\(numbers)", "--target", "coverage >= 100%, correct >= 100%")
    #expect(report["quote_meets_target"] as? Bool == isEnough)
    let row = try #require(report["quote"] as? [String: Any])
    #expect(row["numbers"] as? Int == numbers)
    #expect(row["calls_correct"] as? Int == min(numbers, 2))
  }

  @Test("A small offer may meet a target that larger pools miss")
  func quoteBelowMinimum() throws {
    // Nobody is credited wrongly without numbers; with one, a call after its time may be.
    let views = "at,session_id,visitor_id\n1772445600,s1,a\n1772447700,s2,b\n"
    let calls = "at,session_id\n1772447760,s1\n"
    try TemporaryFolder.with(["v.csv": views, "c.csv": calls]) { folder in
      func arguments(_ quote: Int) -> [String] {
        [
          "size", "--target", "wrong <= 50%", "--allocation", "lowest-first", "--lags", "none",
          "--quote", "\(quote)", "--calls", folder.file("c.csv"), folder.file("v.csv"),
        ]
      }
      for (quote, meets) in [(0, true), (1, false)] {
        let report = try CommandRun(arguments(quote) + ["--json"]).json()
        #expect(report["quote_meets_target"] as? Bool == meets)
        #expect(report["minimum"] is NSNull)
        let sentence =
          meets
          ? "The offer of 0 numbers meets the target, but larger pools miss it."
          : "The offer of 1 number misses the target."
        let text = try CommandRun(arguments(quote)).output
        #expect(text.contains(sentence))
      }
    }
  }

  @Test("In blocks a smaller offer may do")
  func quoteBelowBlock() throws {
    try TemporaryFolder.with(["v.csv": CallFiles.byHand.views]) { folder in
      let arguments = [
        "size", "--target", "coverage >= 100%", "--block-size", "10", "--quote", "3",
        folder.file("v.csv"),
      ]
      let sentence = "The offer of 3 numbers meets the target; in blocks of 10 it takes 10."
      let text = try CommandRun(arguments).output
      #expect(text.contains(sentence))
    }
  }

  @Test("Lags can be left out, or chosen")
  func lags() throws {
    func shown(_ lags: String) throws -> [String]? {
      let report = try report(.byHand, "--target", "coverage >= 99%", "--lags", lags)
      let curve = try #require(report["curve"] as? [String: Any])
      return (curve["credit_by_lag"] as? [String: Any])?.keys.sorted()
    }
    #expect(try shown("none") == nil)
    #expect(try shown("2h,10m,2h") == ["10m", "2h"])
    #expect(try CommandRun("size", "--lags", "10", Sample.log).code == 64)
    #expect(try CommandRun("size", "--lags", "", Sample.log).code == 64)
  }

  @Test("Times without an offset need a time zone")
  func timeZone() throws {
    let files = [
      "views.csv": "at,visitor_id\n2026-03-02 10:00:00,a\n2026-03-02 10:10:00,b\n",
      "calls.csv": "at,visitor_id\n2026-03-02 10:05:00,a\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let arguments = ["size", "--calls", folder.file("calls.csv"), folder.file("views.csv")]
      let without = try CommandRun(arguments)
      #expect(without.code == 64)
      #expect(without.output.isEmpty)
      #expect(without.errors.contains("--time-zone"))
      for zone in ["Europe/Paris", "+01:00"] {
        let run = try CommandRun(arguments + ["--json", "--time-zone", zone])
        #expect(run.code == 0)
        let traffic = try #require(run.json()["traffic"] as? [String: Any])
        #expect(traffic["first"] as? String == "2026-03-02T09:00:00Z")
      }
      #expect(try CommandRun(arguments + ["--time-zone", "Mars/Olympus"]).code == 64)
    }
  }

  @Test("A missing column is 65, in the traffic and in the calls")
  func missingColumn() throws {
    let files = [
      "no-time.csv": "when,visitor_id\n1772445600,a\n", "no-one.csv": "at,url\n1772445600,/\n",
      "views.csv": "at,visitor_id\n1772445600,a\n",
      "no-time-calls.csv": "when,call_id\n1772445600,k\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let views = folder.file("views.csv")
      for arguments in [
        [folder.file("no-time.csv")], [folder.file("no-one.csv")],
        ["--calls", folder.file("no-time-calls.csv"), views],
      ] {
        let run = try CommandRun(["size"] + arguments)
        #expect(run.code == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 2)
      }
      let named = try CommandRun("size", "--column", "at=when", folder.file("no-time.csv"))
      #expect(named.code == 0)
    }
  }
}
