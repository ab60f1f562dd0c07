import Foundation
import NumberPoolTestSupport
import Testing

@Suite("What is read is never written")
struct OutputIsInputTests {
  @Test(
    "Under any name, or through a descriptor",
    arguments: [
      "anonymize access.log >> access.log", "anonymize - < access.log >> access.log",
      "anonymize /dev/stdin < access.log >> access.log", "anonymize hard.log >> access.log",
      "anonymize soft.log >> access.log", "size access.log >> hard.log",
      "inspect access.log 1<> access.log", "anonymize /dev/fd/3 3< access.log >> access.log",
      "replay --numbers 9 access.log >> access.log",
      "size --calls access.log views.csv >> hard.log",
      "replay --numbers 9 --assignments-output hard.log access.log",
      "replay --numbers 9 --assignments-output /dev/stdout access.log > new.csv",
      "replay --numbers 9 --assignments-output access.log - < hard.log",
      "anonymize --key-file access.log views.csv >> access.log",
    ])
  func refused(arguments: String) throws {
    try TemporaryFolder.with(["views.csv": "at,visitor_id\n1772445600,v\n"]) { folder in
      try folder.write(Sample.bytes, to: "access.log")
      let run = try ShellRun(
        "ln access.log hard.log; ln -s access.log soft.log; \"$NUMBERPOOL\" \(arguments)",
        in: folder)
      #expect(run.code == 64)
      #expect(run.text.hasPrefix("numberpool: "))
      #expect(try folder.bytes("access.log") == Sample.bytes)
    }
  }

  @Test("A pipe that leads back", .timeLimit(.minutes(2)))
  func pipe() throws {
    try TemporaryFolder.with { folder in
      let run = try ShellRun("mkfifo p; \"$NUMBERPOOL\" anonymize p <> p > p", in: folder)
      #expect(!run.isHung)
      #expect(run.code == 64)
    }
  }

  @Test("A copy that nobody reads to its end isn't a success", .timeLimit(.minutes(2)))
  func nobodyReads() throws {
    try TemporaryFolder.with(["code.txt": ""]) { folder in
      // A shell that was started with the signal ignored can't have it otherwise.
      for (reader, ignoring, codes) in [
        ("head -1", "", ["141\n", "74\n"]), ("true", "", ["141\n", "74\n"]),
        ("head -1", "trap '' PIPE;", ["74\n"]),
      ] {
        let run = try ShellRun(
          "(\(ignoring) \"$NUMBERPOOL\" anonymize \"$LOG\"; echo $? >code.txt) | \(reader)",
          in: folder)
        #expect(!run.isHung)
        // The shell waits for the reader only.
        while try folder.text("code.txt").isEmpty { usleep(1000) }
        #expect(codes.contains(try folder.text("code.txt")), "\(reader)")
      }
    }
  }
}
