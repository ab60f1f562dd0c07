import NumberPoolTestSupport
import Testing

@Suite("Rows of a file of calls that don't count are told of")
struct CallRowsTests {
  private static let views = CallFiles.byHand.views

  /// Two calls, and two rows that can't be read.
  private static let calls = """
    call_id,at,session_id
    k1,2026-03-02T10:05:00Z,s1
    k2,yesterday,s2
    k3,2026-03-02T10:55:00Z,s3
    k4,,s3

    """

  @Test("In text, JSON and a warning", arguments: ["size", "replay"])
  func counted(command: String) throws {
    let numbers = command == "replay" ? ["--numbers", "2"] : []
    try TemporaryFolder.with(["v.csv": Self.views, "c.csv": Self.calls]) { folder in
      let arguments = [command] + numbers + ["--calls", folder.file("c.csv"), folder.file("v.csv")]
      let report = try CommandRun(arguments + ["--json"]).json()
      let read = try #require(report["calls_read"] as? [String: Any])
      #expect(read["rows"] as? Int == 4)
      #expect(read["unreadable"] as? Int == 2)
      #expect(read["left_out"] as? [String: Int] == [:])
      #expect(read["excluded"] as? [String: Int] == [:])
      let warnings = try #require(report["warnings"] as? [String])
      #expect(warnings.contains { $0.hasPrefix("2 of 4 rows of the calls") })
      let text = try CommandRun(arguments).output
      #expect(text.contains("c.csv, line 3: "))
      #expect(text.contains("c.csv, line 5: "))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(!text.contains("yesterday"))
      #expect(try CommandRun(arguments + ["--show-personal-data"]).output.contains("yesterday"))
    }
  }

  @Test("Calls made are left out; where none came in, a target of calls is said to be useless")
  func noneIncoming() throws {
    let calls = """
      CallSid,StartTime,From,To,Direction
      CA1,2026-03-02T10:05:00Z,+4915110000001,+4930000000,outbound-api

      """
    try TemporaryFolder.with(["v.csv": Self.views, "c.csv": calls]) { folder in
      let arguments = ["size", "--calls", folder.file("c.csv"), folder.file("v.csv")]
      let text = try CommandRun(arguments).output
      #expect(text.contains("- 1 row left out: calls made"))
      let run = try CommandRun(arguments + ["--target", "correct >= 50%"])
      #expect(run.code == 64)
      #expect(run.errors.hasSuffix("The file holds no incoming call.\n"))
    }
  }

  @Test("A broken journal is refused as a whole: nothing tells how many calls are lost")
  func brokenJournal() throws {
    let journal = #"[{"callId":1,"timestamp":1772445600},"# + "\n" + #"{"timestamp":},{}]"#
    try TemporaryFolder.with(["v.csv": Self.views, "c.json": journal]) { folder in
      let run = try CommandRun("size", "--calls", folder.file("c.json"), folder.file("v.csv"))
      #expect(run.code == 65)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("beyond line 2"))
      #expect(run.errors.split(separator: "\n").count == 2)
    }
  }

  @Test("What helps is named by the options of calls")
  func hints() throws {
    try TemporaryFolder.with(["v.csv": Self.views, "c.csv": Self.calls]) { folder in
      let calls = ["--calls", folder.file("c.csv"), folder.file("v.csv")]
      let column = try CommandRun(["size", "--calls-column", "at=when"] + calls)
      #expect(column.code == 64)
      #expect(column.errors.contains("spelling of --calls-column."))
      let traffic = try CommandRun("size", "--calls", Sample.log, folder.file("v.csv"))
      #expect(traffic.code == 64)
      #expect(traffic.errors.contains("traffic without an option"))
    }
  }
}
