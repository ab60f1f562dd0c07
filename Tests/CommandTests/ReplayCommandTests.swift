import Foundation
import NumberPoolTestSupport
import Testing

@Suite("numberpool replay")
struct ReplayCommandTests {
  @Test("Every line fits 80 columns, and it is the same each time", arguments: [0, 18, 400])
  func text(numbers: Int) throws {
    let run = try CommandRun("replay", "--numbers", "\(numbers)", Sample.log)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("\u{1B}"))
    #expect(try CommandRun("replay", "--numbers=\(numbers)", Sample.log).output == run.output)
  }

  @Test("It fits with calls, too, and names no caller")
  func textWithCalls() throws {
    try TemporaryFolder.with(CallFiles.random(1).files) { folder in
      let run = try CommandRun(
        "replay", "--numbers", "9", "--calls", folder.file("calls.csv"), folder.file("views.csv"))
      #expect(run.code == 0)
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(run.output.contains("Credit by hour of the week"))
      #expect(!run.output.contains("49151") && !run.output.contains("198.51.100"))
    }
  }

  @Test(
    "It covers as many sessions as the row of its size in the curve", arguments: [5])
  func sameAsSize(numbers: Int) throws {
    let replay = try CommandRun("replay", "--json", "--numbers", "\(numbers)", Sample.log).json()
    let curve = try #require(
      CommandRun("size", "--json", "--lags", "none", "--target", "coverage >= 99%", Sample.log)
        .json()["curve"] as? [String: [Int]])
    #expect(replay["sessions_covered"] as? Int == curve["sessions_covered"]?[numbers])
    #expect(replay["page_views_refused"] as? Int == curve["page_views_refused"]?[numbers])
    #expect((replay["use"] as? [Any])?.count == numbers)
    #expect((replay["hours_of_week"] as? [Any])?.count == 168)
  }

  @Test("Each call and each loan is written, under a header")
  func files() throws {
    try TemporaryFolder.with(CallFiles.byHand.files) { folder in
      let run = try CommandRun(
        "replay", "--numbers", "1", "--calls", folder.file("calls.csv"), "--calls-output",
        folder.file("credited.csv"), "--assignments-output", folder.file("loans.csv"),
        folder.file("views.csv"))
      #expect(run.code == 0)
      #expect(
        try folder.text("credited.csv") == """
          call_id,at,number,session_id,credited_session_id,attribution,cause
          k1,2026-03-02T10:05:00Z,1,s1,s1,correct,
          k2,2026-03-02T10:55:00Z,,s2,,unknown,fallback_shown

          """)
      #expect(
        try folder.text("loans.csv") == """
          number,session_id,from,until
          1,s1,2026-03-02T10:00:00Z,2026-03-02T10:30:00Z
          1,s3,2026-03-02T10:50:00Z,2026-03-02T11:20:00Z

          """)
      // Nothing else is left behind by writing them.
      #expect(
        try folder.contents() == ["calls.csv", "credited.csv", "loans.csv", "views.csv"])
    }
  }

  @Test("No number is in use for longer than the whole time, however long visits last")
  func use() throws {
    let sessions = """
      at,session_id,visitor_id,last_activity
      2026-03-02T10:00:00Z,s1,a,2026-03-02T12:00:00Z

      """
    try TemporaryFolder.with(["s.csv": sessions]) { folder in
      for rule in [["--reuse-timeout", "0"], ["--last-page-time", "2h"], []] {
        let run = try CommandRun(["replay", "--numbers", "1"] + rule + [folder.file("s.csv")])
        #expect(run.code == 0)
        #expect(run.output.contains("     1      1  100.00 %"))
      }
    }
  }

  @Test("A file takes the place of what was there as a whole, or leaves it as it was")
  func atomic() throws {
    var files = CallFiles.byHand.files
    files["old.csv"] = String(repeating: "old\n", count: 1000)
    try TemporaryFolder.with(files) { folder in
      let views = folder.file("views.csv")
      let old = folder.file("old.csv")
      // Bad input: nothing is written.
      let bad = try CommandRun(
        "replay", "--numbers", "1", "--assignments-output", old, "no-such.csv")
      #expect(bad.code == 66)
      #expect(try folder.text("old.csv") == files["old.csv"])
      let good = try CommandRun("replay", "--numbers", "1", "--assignments-output", old, views)
      #expect(good.code == 0)
      #expect(try folder.text("old.csv").hasPrefix("number,session_id,from,until\n1,s1,"))
      #expect(try !folder.text("old.csv").contains("old"))
      // A folder that isn't there: said so, and no report either.
      let nowhere = try CommandRun(
        "replay", "--numbers", "1", "--assignments-output", folder.file("no/such.csv"), views)
      #expect(nowhere.code == 74)
      #expect(nowhere.output.isEmpty)
      #expect(nowhere.errors.split(separator: "\n").count == 2)
    }
  }

  @Test("Calls that can't be judged are shown with their reasons")
  func exclusions() throws {
    for files in [CallFiles.byHand, .nothingToJudge] {
      try TemporaryFolder.with(files.files) { folder in
        let arguments = [
          "replay", "--numbers", "1", "--calls", folder.file("calls.csv"), folder.file("views.csv"),
        ]
        let text = try CommandRun(arguments).output
        #expect(text.split(separator: "\n").count { $0.hasPrefix("- 1 call left out: they ") } == 3)
        let read = try CommandRun(arguments + ["--json"]).json()["calls_read"] as? [String: Any]
        #expect(
          read?["excluded"] as? [String: Int]
            == ["no_truth": 1, "unknown_truth": 1, "before_first_page_view": 1])
      }
    }
  }

  @Test(
    "Whom a call is credited to is a choice",
    arguments: [
      // The call k2 comes 24 minutes after the release and 54 after the last page view.
      ("last-holder", "correct,"), ("current-holder", "unknown,outside_match_window"),
      ("last-holder-within=54m", "correct,"),
      ("last-holder-within=53m", "unknown,outside_match_window"),
    ])
  func match(rule: String, outcome: String) throws {
    try TemporaryFolder.with(CallFiles.byHand.files) { folder in
      let run = try CommandRun(
        "replay", "--numbers", "3", "--match", rule, "--calls", folder.file("calls.csv"),
        "--calls-output", folder.file("credited.csv"), folder.file("views.csv"))
      #expect(run.code == 0)
      let second = try folder.text("credited.csv").split(separator: "\n")[2]
      #expect(second.hasPrefix("k2,2026-03-02T10:55:00Z,2,s2,"))
      #expect(second.hasSuffix(outcome))
    }
  }

  @Test("Random loans follow the seed, and the others need none")
  func seeds() throws {
    try TemporaryFolder.with(CallFiles.random(2).files) { folder in
      func loans(_ arguments: String...) throws -> String {
        let run = try CommandRun(
          ["replay", "--numbers", "12", "--assignments-output", folder.file("loans.csv")]
            + arguments
            + [folder.file("views.csv")])
        #expect(run.code == 0)
        return try folder.text("loans.csv")
      }
      let first = try loans("--allocation", "random")
      #expect(try loans("--allocation", "random", "--seed", "1") == first)
      #expect(try loans("--allocation", "random", "--seed", "2") != first)
      let lowest = try loans("--allocation", "lowest-first")
      #expect(try loans() != lowest)
    }
  }

  @Test(
    "Wrong use is 64",
    arguments: [
      [Sample.log], ["--numbers", "-1", Sample.log], ["--numbers", "1.5", Sample.log],
      ["--numbers", "5", "--allocation", "unknown", Sample.log],
      ["--numbers", "5", "--allocation", "highest-first", Sample.log],
      ["--numbers", "5", "--calls-output", "calls.csv", Sample.log],
      ["--numbers", "5", "--match", "last-holder-within", Sample.log],
      ["--numbers", "5", "--match", "last-holder-within=1", Sample.log],
      ["--numbers", "5", "--calls", Sample.log, Sample.log],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(["replay"] + arguments)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("numberpool: "))
    #expect(run.errors.split(separator: "\n").count == 2)
  }
}
