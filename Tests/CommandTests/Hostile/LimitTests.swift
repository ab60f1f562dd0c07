import Foundation
import NumberPoolTestSupport
import Testing

@Suite("With too little of everything: no hang, and a sentence")
struct LimitTests {
  private static let limitsMemory = ShellRun.isPossible(
    "[ $(uname) = Linux ] && ulimit -v 1000000 && \"$NUMBERPOOL\" --version")

  /// Another user, whose processes are counted as root's aren't.
  private static let stranger =
    "setpriv --reuid=65533 --regid=65533 --clear-groups prlimit --nproc=0 ./numberpool"
  private static let limitsThreads = ShellRun.isPossible(
    "cp \"$NUMBERPOOL\" numberpool && \(stranger) --version")

  @Test(
    "Memory", .enabled(if: limitsMemory, "Memory can't be limited here"), .timeLimit(.minutes(5)),
    arguments: [60_000, 90_000, 110_000, 130_000, 250_000])
  func memory(kilobytes: Int) throws {
    try TemporaryFolder.with { folder in
      let log = try (0..<3).reduce(into: [UInt8]()) { log, _ in log += try Sample.bytes }
      try folder.write(log, to: "access.log")
      try folder.write(try TemporaryFile.gzipped(log), to: "access.log.gz")
      for name in ["access.log", "access.log.gz"] {
        let run = try ShellRun(
          "\"$NUMBERPOOL\" size \(name) >expected.txt && ulimit -v \(kilobytes)"
            + " && exec \"$NUMBERPOOL\" size \(name) >answer.txt", in: folder)
        #expect(!run.isHung)
        switch run.code {
        case 0: #expect(try folder.bytes("answer.txt") == folder.bytes("expected.txt"))
        // Where not even the libraries can be loaded, the loader says so.
        default: #expect(run.text.contains(/numberpool: \w.*[.|]?/), "\(run.code) \(run.text)")
        }
      }
    }
  }

  @Test(
    "Threads and processes",
    .enabled(if: limitsThreads, "Only root can become another user whose processes are counted"))
  func threads() throws {
    try TemporaryFolder.with { folder in
      try folder.write(try TemporaryFile.gzipped(Sample.bytes), to: "access.log.gz")
      let run = try ShellRun(
        "cp \"$NUMBERPOOL\" numberpool && cp \"$LOG\" access.log && chmod a+r *"
          + " && ./numberpool size access.log >expected.txt"
          + " && \(Self.stranger) size access.log >answer.txt", in: folder)
      #expect(run.code == 0)
      #expect(run.text.isEmpty)
      #expect(try folder.bytes("answer.txt") == folder.bytes("expected.txt"))
      let compressed = try ShellRun("\(Self.stranger) size access.log.gz", in: folder)
      #expect(compressed.code == 71)
      #expect(compressed.text.contains("gzip can't be started"))
      #expect(!compressed.text.contains("permissions"))
    }
  }

  @Test("Open files", arguments: [6, 8])
  func openFiles(limit: Int) throws {
    try TemporaryFolder.with { folder in
      try folder.write(try TemporaryFile.gzipped(Sample.bytes), to: "access.log.gz")
      let run = try ShellRun(
        "ulimit -n \(limit) && \"$NUMBERPOOL\" inspect access.log.gz", in: folder)
      #expect(run.code == 71)
      #expect(run.text.contains("ulimit -n"))
      #expect(!run.text.contains("permissions"))
    }
  }

  @Test("The size of files", .enabled(if: ShellRun.isPossible("ulimit -f 100")))
  func fileSize() throws {
    try TemporaryFolder.with { folder in
      let run = try ShellRun(
        "ulimit -f 100; \"$NUMBERPOOL\" anonymize --output-folder copies \"$LOG\"", in: folder)
      #expect(run.code == 74)
      #expect(run.text.contains("ulimit -f"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.file("copies")).isEmpty)
    }
  }

  @Test(
    "Standard streams that are closed",
    arguments: [
      ("inspect - <&-", 66), ("inspect <&-", 64), ("anonymize - <&-", 66),
      ("size access.log >&-", 74),
      ("anonymize access.log >&-", 74), ("inspect access.log.gz <&-", 0),
      ("inspect access.log.gz 2>&-", 0), ("inspect access.log.gz <&- 2>&-", 0),
      ("replay --numbers 9 --assignments-output loans.csv access.log >&-", 74),
    ])
  func closedStreams(arguments: String, code: Int32) throws {
    try TemporaryFolder.with { folder in
      try folder.write(Sample.bytes, to: "access.log")
      try folder.write(try TemporaryFile.gzipped(Sample.bytes), to: "access.log.gz")
      let run = try ShellRun("\"$NUMBERPOOL\" \(arguments)", in: folder)
      #expect(run.code == code)
      if code != 0 { #expect(run.text.hasPrefix("numberpool: ")) }
      // What is meant for a stream mustn't go into a file that got its number.
      if let loans = try? folder.text("loans.csv") {
        #expect(loans.split(separator: "\n").allSatisfy { $0.count { $0 == "," } == 3 })
      }
    }
  }

  @Test("A long value is cut in what is said of it")
  func longValues() throws {
    let value = String(repeating: "x", count: 100_000)
    try TemporaryFolder.with(["wide.csv": "at,\(value),visitor_id\n1,2,3\n"]) { folder in
      for arguments in [
        [value], ["size", value], ["size", "--\(value)"], ["size", "--target", value, Sample.log],
        ["size", "--column", "at=\(value)", Sample.log], ["size", "--lags", value, Sample.log],
        ["size", "--price-per-number", value, Sample.log], ["anonymize", folder.file("wide.csv")],
        ["size", "--target", String(repeating: "'", count: 100_000), Sample.log],
        ["size", "--column", "at='\(value)'", folder.file("wide.csv")],
      ] {
        let run = try CommandRun(arguments)
        #expect(run.errors.count < 3000, "\(arguments[0].prefix(20))")
        #expect(!run.errors.isEmpty)
      }
    }
  }
}
