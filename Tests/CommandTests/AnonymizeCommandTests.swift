import Foundation
import NumberPoolTestSupport
import Testing

@Suite("numberpool anonymize")
struct AnonymizeCommandTests {
  private static let key = "00112233445566778899aabbccddeeff"

  /// What mustn't change: every figure, but not the dates.
  private func figures(_ arguments: [String]) throws -> Data {
    let run = try CommandRun(["size", "--json"] + arguments)
    #expect(run.code == 0)
    var report = try run.json()
    var traffic = try #require(report["traffic"] as? [String: Any])
    // Lines that nobody understands aren't copied.
    for name in ["first", "last", "lines", "unreadable"] { traffic[name] = nil }
    report["traffic"] = traffic
    let kept = [
      "traffic", "minimum", "neighbours", "timeouts", "marginal", "rules_of_thumb", "calls",
      "curve",
    ]
    return try JSONSerialization.data(
      withJSONObject: report.filter { kept.contains($0.key) }, options: .sortedKeys)
  }

  @Test("The sample log's figures are the same before and after")
  func sampleFigures() throws {
    let run = try CommandRun("anonymize", Sample.log)
    #expect(run.code == 0)
    #expect(run.errors.contains("3 of "))
    try TemporaryFolder.with(["access.log": run.output]) { folder in
      for options in [[], ["--only", "paid"]] {
        let copy = try figures(options + [folder.file("access.log")])
        #expect(try copy == figures(options + [Sample.log]))
      }
    }
  }

  @Test("No visitor's address of the sample log is left")
  func sampleAddresses() throws {
    try TemporaryFolder.with(["key": Self.key + "\n"]) { folder in
      let copy = try CommandRun("anonymize", "--key-file", folder.file("key"), Sample.log).output
      let log = String(decoding: try Sample.bytes, as: UTF8.self)
      // Browsers' versions look like addresses too; those that count begin a line.
      func clients(_ text: String) -> Set<Substring> {
        let first = text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
        return Set(first.filter { $0.firstMatch(of: /^\d+\.\d+\.\d+\.\d+$|:.*:/) != nil })
      }
      let before = clients(log).subtracting(["127.0.0.1", "::1"])
      let after = clients(copy)
      #expect(before.count > 100)
      #expect(after.count > 100)
      #expect(before.isDisjoint(with: after))
      // Nor anywhere else in a line.
      let words = Set(copy.split { !($0.isNumber || $0 == ".") })
      #expect(before.allSatisfy { !words.contains($0) })
    }
  }

  @Test("Page views and calls still fit together", arguments: [UInt64(1), 2])
  func pair(seed: UInt64) throws {
    let original = CallFiles.random(seed)
    try TemporaryFolder.with(original.files) { folder in
      let run = try CommandRun(
        "anonymize", "--output-folder", folder.file("copy"), folder.file("views.csv"),
        folder.file("calls.csv"))
      #expect(run.code == 0)
      #expect(run.output.isEmpty)
      func curve(_ place: String) throws -> Data {
        try figures(["--calls", folder.file(place + "calls.csv"), folder.file(place + "views.csv")])
      }
      #expect(try curve("") == curve("copy/"))
      let copy = try folder.text("copy/views.csv") + folder.text("copy/calls.csv")
      for personal in ["198.51.100.", "visitor-", "session-", "call-", "+49151"] {
        #expect(!copy.contains(personal))
      }
      #expect(
        try folder.text("copy/views.csv").hasPrefix("at,visitor_id,session_id,ip,utm_medium\n"))
    }
  }

  @Test("One key, the same bytes; without one each run has its own; and it is never written")
  func keys() throws {
    var files = CallFiles.byHand.files
    files["key"] = Self.key + "\n"
    files["other"] = String(Self.key.reversed())
    try TemporaryFolder.with(files) { folder in
      let views = folder.file("views.csv")
      let first = try CommandRun("anonymize", "--key-file", folder.file("key"), views)
      let second = try CommandRun("anonymize", "--key-file", folder.file("key"), views)
      let other = try CommandRun("anonymize", "--key-file", folder.file("other"), views)
      #expect(first.code == 0)
      #expect(first.output == second.output)
      #expect(first.output != other.output)
      for run in [first, second, other] {
        let written = (run.output + run.errors).lowercased()
        #expect(!written.contains(Self.key) && !written.contains(files["other"] ?? Self.key))
      }
      let drawn = try (0..<3).map { _ in try CommandRun("anonymize", views).output }
      #expect(Set(drawn).count == 3)
      #expect(drawn.allSatisfy { $0 != first.output })
    }
  }

  @Test("Weekdays and times of day stay")
  func clock() throws {
    try TemporaryFolder.with(CallFiles.byHand.files) { folder in
      let copy = try CommandRun("anonymize", folder.file("views.csv")).output
      for (row, time) in zip(copy.split(separator: "\n").dropFirst(), ["10:00", "10:01", "10:50"]) {
        let text = try #require(row.split(separator: ",").first)
        #expect(text.hasSuffix("T\(time):00Z"))
        let date = try #require(ISO8601DateFormatter().date(from: String(text)))
        let weeks = date.timeIntervalSince1970 - 1_772_445_600
        // 2026-03-02T10:00:00Z was a Monday.
        #expect(Int(weeks) / 86_400 % 7 == 0)
        #expect(weeks >= 7 * 86_400)
      }
    }
  }

  @Test("Wrong use is 64, a bad key 65, a missing one 66, and no copy is made")
  func failures() throws {
    var files = CallFiles.byHand.files
    files["short"] = "0011"
    try TemporaryFolder.with(files) { folder in
      let views = folder.file("views.csv")
      let calls = folder.file("calls.csv")
      for (code, arguments) in [
        (64, [views, calls]), (64, ["--output-folder", folder.path, views]),
        (64, [views, views]), (65, ["--key-file", folder.file("short"), views]),
        (66, ["--key-file", folder.file("none"), views]), (66, [folder.file("none")]),
      ] {
        let run = try CommandRun(["anonymize"] + arguments)
        #expect(Int(run.code) == code)
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 2)
      }
      #expect(try folder.contents() == ["calls.csv", "short", "views.csv"])
      #expect(try folder.text("views.csv") == files["views.csv"])
    }
  }

  @Test("Rows of which none can be understood are bad data, and nothing is written")
  func nothingUnderstood() throws {
    let rows = "at,visitor_id\nsoon,v1\nlater,v2\n"
    try TemporaryFolder.with(["views.csv": rows]) { folder in
      for options in [[], ["--output-folder", folder.file("copy")]] {
        let run = try CommandRun(["anonymize"] + options + [folder.file("views.csv")])
        #expect(run.code == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("None of the 2 lines of"))
        #expect(run.errors.split(separator: "\n").count == 2)
      }
      let copies = try FileManager.default.contentsOfDirectory(atPath: folder.file("copy"))
      #expect(copies.isEmpty)
    }
  }

  @Test("Tables that are read without an option are copied, however they are written")
  func spellings() throws {
    let tables = [
      "at,visitor_id\n02.03.2026 10:15,v1\n02.03.2026 10:16,v2\n",
      "# export\nat,visitor_id\n2026-03-02T10:15:00Z,v1\n",
      "\nat,visitor_id\n2026-03-02 10:15:00 UTC,v1\n",
      "at,visitor_id,url\n2026-03-02T10:15:00Z,v1,\"/a\nb\"\n2026-03-02T10:16:00Z,v2,/c\n",
      "\"at\",\"visitor_id\",\"a;b;c;d;e\"\n\"Mon, 02 Mar 2026 10:15:00 +0000\",v1,1\n",
    ]
    for table in tables {
      try TemporaryFolder.with(["views.csv": table]) { folder in
        let run = try CommandRun("anonymize", folder.file("views.csv"))
        #expect(run.code == 0)
        try folder.write(Array(run.output.utf8), to: "copy.csv")
        let zone = ["--time-zone", "UTC"]
        let copy = try figures(zone + [folder.file("copy.csv")])
        #expect(try copy == figures(zone + [folder.file("views.csv")]))
      }
    }
  }

  private static let lines = ["192.0.2.1", "192.0.2.2"].map {
    "\($0) - - [02/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X)\"\n"
  }

  @Test("Two files whose copies would have one name are refused")
  func sameCopy() throws {
    try TemporaryFolder.with(["a/access.log": Self.lines[0], "b/access.log": Self.lines[1]]) {
      folder in
      let run = try CommandRun(
        "anonymize", "--output-folder", folder.file("copy"), folder.file("a/access.log"),
        folder.file("b/access.log"))
      #expect(run.code == 64)
    }
  }

  @Test("No copy replaces a file that is still to be read")
  func otherInput() throws {
    let files = ["a/access.log": Self.lines[1], "b/access.log": Self.lines[0]]
    try TemporaryFolder.with(files) { folder in
      _ = try CommandRun(
        "anonymize", "--output-folder", folder.file("b"), folder.file("a/access.log"),
        folder.file("b/access.log"))
      let kept = try folder.text("b/access.log")
      #expect(kept == Self.lines[0])
    }
  }

  @Test("Bytes that aren't UTF-8 are copied as they are")
  func bytes() throws {
    // Two browsers at one address that differ in one byte.
    let log = [0xE8, 0xE9].flatMap { byte in
      Array(Self.lines[0].utf8).flatMap { $0 == UInt8(ascii: "X") ? [UInt8(byte)] : [$0] }
    }
    try TemporaryFolder.with { folder in
      try folder.write(log, to: "access.log")
      let original = folder.file("access.log")
      let run = try CommandRun("anonymize", "--output-folder", folder.file("copy"), original)
      #expect(run.code == 0)
      let copy = try figures([folder.file("copy/access.log")])
      let expected = try figures([original])
      let isSame = copy == expected
      #expect(isSame)
    }
  }

  @Test("Compressed in, compressed out, with the same bytes for the same key")
  func compressed() throws {
    try TemporaryFolder.with(["key": Self.key, "access.log": Self.lines.joined()]) { folder in
      let bytes = try TemporaryFile.gzipped(Array(Self.lines.joined().utf8))
      try folder.write(bytes, to: "other.log.gz")
      let key = ["--key-file", folder.file("key")]
      let run = try CommandRun(
        ["anonymize", "--output-folder", folder.file("copy")] + key
          + [folder.file("access.log"), folder.file("other.log.gz")])
      #expect(run.code == 0)
      let plain = try folder.text("copy/access.log")
      let path = folder.file("copy/other.log.gz")
      let copy = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let compressed = try TemporaryFile.gzipped(Array(plain.utf8))
      #expect(copy == compressed)
      let streamed = try CommandRun(["anonymize"] + key + [folder.file("other.log.gz")])
      #expect(streamed.output == plain)
    }
  }

  @Test("What may remain is said in the help and at the end of a run")
  func whatMayRemain() throws {
    try TemporaryFolder.with(["a.log": Self.lines.joined()]) { folder in
      let run = try CommandRun("anonymize", folder.file("a.log"))
      #expect(run.errors.contains("What may remain"))
      let help = try CommandRun("anonymize", "--help")
      #expect(help.output.contains("What may remain"))
    }
  }

  @Test("No message shows a cell of a table without a header")
  func noHeader() throws {
    let rows = "02/03/2026 10:15,John,Smith,Moscow\n02/03/2026 10:16,Jane,Smith,Moscow\n"
    try TemporaryFolder.with(["t.csv": rows]) { folder in
      for options in [["anonymize"], ["size"], ["size", "--format", "page-views"], ["inspect"]] {
        let run = try CommandRun(options + [folder.file("t.csv")])
        #expect(run.code != 0)
        #expect(!run.errors.contains("Smith") && !run.errors.contains("Moscow"))
      }
    }
  }

  @Test("Dates that don't tell are refused, and copied with the year first where they are told")
  func dateOrder() throws {
    let rows = "at,visitor_id\n02/03/2026 10:15,v1\n03/03/2026 10:16,v2\n"
    try TemporaryFolder.with(["t.csv": rows]) { folder in
      let refused = try CommandRun("anonymize", folder.file("t.csv"))
      #expect(refused.code == 64 && refused.errors.contains("--date-order"))
      let run = try CommandRun("anonymize", "--date-order", "day-month", folder.file("t.csv"))
      #expect(run.code == 0)
      #expect(run.output.firstMatch(of: /\n\d{4}\/\d\d\/\d\d 10:15,/) != nil)
    }
    try TemporaryFolder.with(["t.csv": rows + "14/03/2026 10:15,v3\n"]) { folder in
      let run = try CommandRun("anonymize", folder.file("t.csv"))
      try folder.write(Array(run.output.utf8), to: "copy.csv")
      let zone = ["--time-zone", "UTC"]
      let copy = try figures(zone + [folder.file("copy.csv")])
      let original = try figures(zone + [folder.file("t.csv")])
      #expect(copy == original)
    }
  }
}
