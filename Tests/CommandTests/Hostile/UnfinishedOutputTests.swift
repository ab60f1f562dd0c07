import Foundation
import NumberPoolTestSupport
import Testing

@Suite("Output that can't be finished isn't begun")
struct UnfinishedOutputTests {
  @Test(
    "A full disk under standard output is 74",
    .enabled(if: Sample.hasFullDevice, "There is no /dev/full here"),
    arguments: [
      ["inspect"], ["size"], ["size", "--json"], ["replay", "--numbers", "5"], ["anonymize"],
    ])
  func fullOutput(command: [String]) throws {
    let run = try CommandRun(command + [Sample.log], outputPath: "/dev/full")
    #expect(run.code == 74)
    // What a copy leaves out is told before or after; here the end comes first.
    run.expectSentenceAndHint()
  }

  @Test("A device is written, not replaced", .enabled(if: Sample.hasFullDevice))
  func device() throws {
    let run = try CommandRun(
      "replay", "--numbers", "5", "--assignments-output", "/dev/full", Sample.log)
    run.expectComplaint(code: 74)
    #expect(try CommandRun.fileType("/dev/full") == .typeCharacterSpecial)
  }

  @Test(
    "On a full disk nothing is left, and what was there stays",
    .enabled(if: SmallDisk.isPossible, "Only root can mount a disk to fill"))
  func fullDisk() throws {
    try SmallDisk.with { folder in
      try folder.write(Array("old\n".utf8), to: "access.log")
      try folder.write(Array("old\n".utf8), to: "loans.csv")
      let loans = folder.file("loans.csv")
      for arguments in [
        ["replay", "--numbers", "50", "--assignments-output", loans, Sample.log],
        ["anonymize", "--output-folder", folder.path, Sample.log],
      ] {
        try CommandRun(arguments).expectComplaint(code: 74)
        #expect(try folder.contents() == ["access.log", "loans.csv"])
        #expect(try folder.text("access.log") == "old\n")
        #expect(try folder.text("loans.csv") == "old\n")
      }
    }
  }

  @Test("Of two files either both are written or none")
  func bothOrNone() throws {
    try TemporaryFolder.with(CallFiles.byHand.files) { folder in
      let before = try folder.contents()
      let run = try CommandRun(
        "replay", "--numbers", "1", "--calls", folder.file("calls.csv"), "--calls-output",
        folder.file("credited.csv"), "--assignments-output", folder.file("none/loans.csv"),
        folder.file("views.csv"))
      run.expectComplaint(code: 74)
      #expect(try folder.contents() == before)
    }
  }

  @Test("One bad file among several: no copy at all")
  func copiesOrNone() throws {
    try TemporaryFolder.with(["bad.log": ""]) { folder in
      let run = try CommandRun(
        "anonymize", "--output-folder", folder.file("copies"), Sample.log, folder.file("bad.log"))
      #expect(run.code == 65)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.file("copies")).isEmpty)
    }
  }

  @Test("A link stays a link, and a file keeps who may read it")
  func links() throws {
    try TemporaryFolder.with(["loans.csv": "old\n"]) { folder in
      let files = FileManager.default
      try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("loans.csv"))
      try files.createSymbolicLink(
        atPath: folder.file("link.csv"), withDestinationPath: "loans.csv")
      let run = try CommandRun(
        "replay", "--numbers", "5", "--assignments-output", folder.file("link.csv"), Sample.log)
      #expect(run.code == 0)
      #expect(try folder.contents() == ["link.csv", "loans.csv"])
      #expect(try CommandRun.fileType(folder.file("link.csv")) == .typeSymbolicLink)
      #expect(try folder.text("loans.csv").hasPrefix("number,session_id,"))
      let mode = try files.attributesOfItem(atPath: folder.file("loans.csv"))[.posixPermissions]
      #expect(mode as? Int == 0o640)
    }
  }

  @Test("Killed half way, the old file is still the whole old file", .timeLimit(.minutes(2)))
  func killed() throws {
    try TemporaryFolder.with(["copies/standard input": "old\n"]) { folder in
      let copies = folder.file("copies")
      let run = try UnfinishedRun("anonymize", "--output-folder", copies, "-")
      try run.feed(Sample.bytes)
      // Its input is still open, so it can't have finished; wait until it has begun.
      var begun: [String] = []
      while begun.isEmpty {
        begun = try FileManager.default.contentsOfDirectory(atPath: copies)
          .filter { $0.hasPrefix(".numberpool-") }
      }
      run.kill()
      #expect(try folder.text("copies/standard input") == "old\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: copies).sorted()
          == begun + ["standard input"])
    }
  }

  @Test("A copy streams: it comes out while more goes in", .timeLimit(.minutes(2)))
  func streams() throws {
    let run = try UnfinishedRun("anonymize", "-")
    // As much as the command has to read before it writes, and no more than both pipes hold.
    try run.feed(Array(Sample.bytes.prefix(100_000)))
    let beginning = try run.read()
    run.kill()
    #expect(!beginning.isEmpty)
  }

  @Test("A reader that has seen enough ends the copying", .timeLimit(.minutes(2)))
  func nobodyReads() throws {
    let run = try UnfinishedRun("anonymize", "-")
    try run.closeOutput()
    // More than a pipe holds: with nobody reading on, this comes to an end.
    while (try? run.feed(Sample.bytes)) != nil {}
    #expect([141, 74].contains(run.waitForEnd()))
  }
}
