import Foundation
import NumberPoolTestSupport
import Testing

@Suite("Bad input: one sentence, a hint, the right code, nothing half written")
struct BadInputTests {
  @Test(
    "As traffic",
    arguments: [["inspect"], ["size"], ["size", "--json"], ["replay", "--numbers", "5"]],
    BadInput.allCases)
  func traffic(command: [String], input: BadInput) throws {
    try TemporaryFolder.with { folder in
      let path = try input.make(in: folder)
      let before = try folder.contents()
      try CommandRun(command + [path]).expectComplaint(code: input.code)
      #expect(try folder.contents() == before)
    }
  }

  @Test("Beside good traffic", arguments: BadInput.allCases)
  func besideGoodTraffic(input: BadInput) throws {
    // Nothing in a file that is one of several, and nothing else wrong with it, is no reason.
    let isHarmless = input == .empty || input == .emptyGzip
    try TemporaryFolder.with { folder in
      let run = try CommandRun("size", Sample.log, try input.make(in: folder))
      #expect(run.code == (isHarmless ? 0 : input.code) || run.output.contains("unreadable"))
      if run.code != 0 { run.expectComplaint(code: input.code) }
    }
  }

  @Test("As calls", arguments: BadInput.allCases)
  func calls(input: BadInput) throws {
    try TemporaryFolder.with(["views.csv": "at,session_id\n1772445600,s\n"]) { folder in
      let path = try input.make(in: folder)
      let before = try folder.contents()
      let run = try CommandRun(
        "replay", "--numbers", "1", "--calls", path, "--calls-output", folder.file("credited.csv"),
        "--assignments-output", folder.file("loans.csv"), folder.file("views.csv"))
      // The beginning of a damaged file is enough to see that it holds no calls.
      let isTraffic = input == .truncatedGzip || input == .damagedGzip
      run.expectComplaint(code: isTraffic ? 64 : input.code)
      #expect(try folder.contents() == before)
    }
  }

  @Test("As what is to be copied", arguments: BadInput.allCases)
  func copies(input: BadInput) throws {
    try TemporaryFolder.with { folder in
      let path = try input.make(in: folder)
      let run = try CommandRun("anonymize", "--output-folder", folder.file("copies"), path)
      run.expectComplaint(code: input.code)
      let left = try? FileManager.default.contentsOfDirectory(atPath: folder.file("copies"))
      #expect((left ?? []).isEmpty)
      // What was understood before the end of a compressed file is on its way by then.
      let streamed = try CommandRun("anonymize", path)
      #expect(streamed.code == input.code)
      streamed.expectSentenceAndHint()
      if input != .truncatedGzip, input != .damagedGzip { #expect(streamed.output.isEmpty) }
    }
  }

  @Test(
    "From a pipe", arguments: BadInput.allCases.filter { $0 != .folder && $0 != .missing })
  func pipes(input: BadInput) throws {
    try TemporaryFolder.with { folder in
      let path = try input.make(in: folder)
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      try CommandRun("inspect", "-", input: bytes).expectComplaint(code: input.code)
    }
  }

  @Test(
    "Columns that are missing or there twice",
    arguments: [
      "visitor_id,url\nv,/\n", "at,url\n1,/\n", "at,at,visitor_id\n1,2,v\n",
      "at,visitor_id,visitor_id\n1,v,w\n", "at;visitor_id,url\n1;v,/\n",
    ])
  func columns(table: String) throws {
    try TemporaryFolder.with(["views.csv": table]) { folder in
      for command in [["inspect"], ["size"], ["replay", "--numbers", "5"]] {
        try CommandRun(command + [folder.file("views.csv")]).expectComplaint(code: 65)
      }
    }
  }

  @Test("A file that may not be read is 66", .enabled(if: getuid() != 0, "Root may read anything"))
  func permission() throws {
    try TemporaryFolder.with(["secret.log": "x\n"]) { folder in
      let path = folder.file("secret.log")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      for command in [["inspect"], ["size"], ["replay", "--numbers", "5"], ["anonymize"]] {
        try CommandRun(command + [path]).expectComplaint(code: 66)
      }
    }
  }
}
