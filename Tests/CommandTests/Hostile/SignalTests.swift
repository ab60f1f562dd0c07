import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("A signal leaves no hidden file, and the old file or the whole new one")
struct SignalTests {
  private static func hidden(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix(".numberpool-") }.sorted()
  }

  /// Starts a copy whose input stays open, and waits until it has begun to write.
  private static func begunCopy(into folder: String) throws -> UnfinishedRun {
    let before = hidden(in: folder)
    let run = try UnfinishedRun("anonymize", "--output-folder", folder, "-")
    try run.feed(Sample.bytes)
    while Set(hidden(in: folder)).isSubset(of: before) { usleep(1000) }
    return run
  }

  @Test(
    "While it writes", .timeLimit(.minutes(2)),
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU])
  func whileWriting(number: Int32) throws {
    try TemporaryFolder.with(["copies/standard input": "old\n"]) { folder in
      let run = try Self.begunCopy(into: folder.file("copies"))
      run.send(number)
      #expect(run.waitForEnd() == 128 + number)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.file("copies"))
          == ["standard input"])
      #expect(try folder.text("copies/standard input") == "old\n")
    }
  }

  @Test("At any moment", .timeLimit(.minutes(2)), arguments: UInt64(0)..<16)
  func anyMoment(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let number = [SIGTERM, SIGINT, SIGHUP][Int(random.next() % 3)]
    let moment = UInt32(random.next() % 250_000)
    try TemporaryFolder.with { folder in
      let whole = folder.file("whole.csv")
      let loans = folder.file("loans.csv")
      #expect(
        try CommandRun("replay", "--numbers", "9", "--assignments-output", whole, Sample.log).code
          == 0)
      let run = try UnfinishedRun(
        "replay", "--numbers", "9", "--assignments-output", loans, Sample.path(Sample.log))
      usleep(moment)
      run.send(number)
      let code = run.waitForEnd()
      #expect(code == 128 + number || code == 0)
      #expect(Self.hidden(in: folder.path).isEmpty)
      if code == 0 || FileManager.default.fileExists(atPath: loans) {
        #expect(try folder.bytes("loans.csv") == folder.bytes("whole.csv"))
      }
    }
  }

  @Test("One that is ignored from the start stays ignored", .timeLimit(.minutes(2)))
  func ignored() throws {
    try TemporaryFolder.with { folder in
      let run = try ShellRun(
        """
        trap '' HUP
        { cat "$LOG"; sleep 1; } | "$NUMBERPOOL" anonymize --output-folder copies - &
        sleep 0.5; kill -HUP $!; wait $!
        """, in: folder)
      #expect(run.code == 0)
      #expect(try folder.bytes("copies/standard input").count > 100_000)
    }
  }

  @Test(
    "What a killed run leaves the next one takes away, but nobody else's", .timeLimit(.minutes(2)))
  func leftovers() throws {
    let others = [".numberpool-", ".numberpool-notes", ".numberpool-12x", ".other-12"]
    let files = Dictionary(uniqueKeysWithValues: others.map { ("copies/" + $0, "kept\n") })
    try TemporaryFolder.with(files) { folder in
      let copies = folder.file("copies")
      let killed = try Self.begunCopy(into: copies)
      killed.kill()
      #expect(Self.hidden(in: copies).count == 4)
      let living = try Self.begunCopy(into: copies)
      // The killed one's is gone, the living one's is there.
      #expect(Self.hidden(in: copies).count == 4)
      #expect(try CommandRun("anonymize", "--output-folder", copies, Sample.log).code == 0)
      #expect(Self.hidden(in: copies).count == 4)
      try living.endInput()
      #expect(living.waitForEnd() == 0)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: copies).sorted()
          == (others + ["access.log", "standard input"]).sorted())
    }
  }

  @Test("Runs into one folder at the same time don't harm each other", .timeLimit(.minutes(2)))
  func together() throws {
    try TemporaryFolder.with { folder in
      let names = (0..<8).map { "loans\($0).csv" }
      let runs = try names.map { name in
        try UnfinishedRun(
          "replay", "--numbers", "9", "--assignments-output", folder.file(name),
          Sample.path(Sample.log))
      }
      for run in runs { #expect(run.waitForEnd() == 0) }
      #expect(try folder.contents() == names)
      for name in names { #expect(try folder.bytes(name) == folder.bytes(names[0])) }
    }
  }
}
