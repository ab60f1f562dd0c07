import NumberPoolTestSupport
import Testing

@Suite("Wrong use and bad input: one sentence, a hint, the right code")
struct WrongUseTests {
  @Test(
    "Wrong use is 64",
    arguments: [
      [], ["sise"], ["size"], ["size", "--tagret", "x", "a.log"], ["size", "a.log", "--target"],
      ["size", "--target", "coverage > 99%", "a.log"], ["size", "--target=speed>=1%", "a.log"],
      ["size", "--target", "wrong <= 1%", "a.log"], ["size", "--json=1", "a.log"],
      ["size", "--reuse-timeout", "30", "a.log"], ["size", "--presence", "maybe", "a.log"],
      ["size", "--allocation", "best", "a.log"], ["size", "--block-size", "0", "a.log"],
      ["size", "--match", "nobody", "a.log"], ["size", "--time-zone", "Mars", "a.log"],
      ["size", "--column", "at", "a.log"], ["size", "--value-per-call", "3", "a.log"],
      ["replay", "a.log"], ["replay", "--numbers", "x", "a.log"], ["anonymize", "a", "b"],
      ["size", "--price-per-number", "3,5", "a.log"], ["size", "--json", "--json", "a.log"],
      ["size", "a.log", "a.log"], ["inspect", "--target", "x", "a.log"],
      // The same file by another way, options that nothing would come of, and what is too much.
      ["inspect", "a.log", "./a.log"], ["size", "--calls", "./a.log", "a.log"],
      ["inspect", "--calls", "c.csv", "a.log"], ["inspect", "--pool-by", "host", "a.log"],
      ["replay", "--numbers", "2", "--pool-by", "host", "a.log"],
      ["size", "--column", "at=when", Sample.log], ["size", "--quote", "2000000", "a.log"],
      ["size", "--reuse-timeout", "999999999d", "a.log"],
      ["size", "--target", "credit@999999999d >= 1%", "a.log"],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("numberpool: "))
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test("A file that isn't there, or is a folder, is 66")
  func noInput() throws {
    #expect(try CommandRun("size", "no-such.log").code == 66)
    #expect(try CommandRun("size", "Sources").code == 66)
    #expect(try CommandRun("size", "--", "--json").code == 66)
  }

  @Test("Empty, unreadable and truncated input is 65")
  func badData() async throws {
    for bytes in [[], Array("hello\nworld\n".utf8), [0x1F, 0x8B, 8, 0], [0, 1, 2, 0, 10, 0]] {
      try await TemporaryFile.with(bytes) { file in
        let run = try CommandRun("size", file.path)
        #expect(run.code == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 2)
      }
    }
  }

  @Test("A log without a site can't be cut by site: 65")
  func noSites() throws {
    let run = try CommandRun("size", "--pool-by", "host", Sample.log)
    #expect(run.code == 65)
  }

  @Test("Output that can't be written is 74", .enabled(if: Sample.hasFullDevice))
  func fullDisk() throws {
    #expect(try CommandRun("size", Sample.log, outputPath: "/dev/full").code == 74)
  }
}
