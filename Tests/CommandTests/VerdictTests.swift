import Foundation
import NumberPoolTestSupport
import Testing

/// What a director reads first says what programs are told, and nothing that means nothing.
@Suite("The verdict")
struct VerdictTests {
  private static let shop = Sample.log

  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try CommandRun(arguments + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any], "\(arguments)")
  }

  /// The words of a text, line ends forgotten.
  private static func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private static func figure(_ value: Any?) -> String {
    "\((value as? NSNumber)?.intValue ?? -1)"
  }

  @Test(
    "The text says the answer, the need and the savings of JSON, whatever is asked",
    arguments: [
      [], ["--only", "paid"], ["--reuse-timeout", "5m"], ["--allocation", "random"],
      ["--allocation", "unknown", "--match", "last-holder"], ["--match", "current-holder"],
      ["--request", "first-page-view", "--presence", "views"], ["--last-page-time", "2m"],
      ["--target", "coverage >= 90%"], ["--price-per-number", "3", "--block-size", "5"],
      ["--visitor", "ip", "--evidence", "none"],
    ])
  func textAgainstJSON(options: [String]) throws {
    let run = try CommandRun(["size"] + options + [Self.shop])
    let json = try Self.json(["size"] + options + [Self.shop])
    let text = Self.words(run.output)
    let minimum = try #require(json["minimum"] as? [String: Any])
    let numbers = Self.figure(minimum["numbers"])
    #expect(
      text.contains(
        "\(numbers) number\(numbers == "1" ? "" : "s") would have been enough for these 14 days"))
    let need = try #require(json["need"] as? [String: Any])
    let stretches = try #require(need["stretches"] as? [[String: Any]])
    let needed = stretches.compactMap { ($0["numbers"] as? NSNumber)?.intValue }
    if let least = needed.min(), let most = needed.max(), least < most {
      #expect(text.contains("Week by week \(least) to \(most) numbers were needed"))
    }
    let savings = try #require(json["savings"] as? [[String: Any]])
    for saving in savings where saving["numbers"] is NSNumber {
      let row = run.output.split(separator: "\n").contains { line in
        line.hasPrefix("  ") && line.contains(" \(Self.figure(saving["numbers"])) ")
      }
      #expect(row, "\(saving)")
    }
    // Every option that was typed is said, in both.
    let said = try #require(json["options"] as? [String: Any])
    for (name, value) in zip(options, options.dropFirst()) where name.hasPrefix("--") {
      let key = String(name.dropFirst(2)).replacing("-", with: "_")
      #expect(said[key] != nil, "\(name)")
      #expect(text.contains(name), "\(name)")
      if name == "--only" { #expect(said[key] as? String == value) }
    }
    #expect(json["schema"] as? Int == 2)
    #expect(json["version"] is String)
  }

  @Test("A short report fits two screens, and a full one has all the rest")
  func length() throws {
    let short = try CommandRun("size", Self.shop).output
    let full = try CommandRun("size", "--full", Self.shop).output
    #expect(short.split(separator: "\n", omittingEmptySubsequences: false).count <= 100)
    for title in ["What was read", "Credit by lag", "What published rules"] {
      #expect(!short.contains("\n\(title)"))
      #expect(full.contains("\n\(title)"))
    }
  }

  @Test("inspect and size say the same of the burst")
  func burst() throws {
    let size = Self.words(try CommandRun("size", Self.shop).output)
    let inspect = Self.words(try CommandRun("inspect", Self.shop).output)
    let sentence = try #require(size.firstMatch(of: /Without them [^.]*\./)).output
    #expect(inspect.contains(sentence))
    #expect(size.contains("24 of them from newsletter / email"))
  }

  @Test("--check is an exit code: the target can't be met, or the offer misses it")
  func check() throws {
    #expect(try CommandRun("size", "--check", Self.shop).code == 0)
    let missed = try CommandRun("size", "--check", "--quote", "3", Self.shop)
    #expect(missed.code == 1)
    #expect(missed.output.contains("The offer of 3 numbers misses the target"))
    #expect(missed.errors.contains("The offer of 3 misses the target"))
    #expect(try CommandRun("size", "--check", "--quote", "18", Self.shop).code == 0)
    let never = ["size", "--check", "--target", "credit@1d >= 100%", "--allocation", "random"]
    #expect(try CommandRun(never + [Self.shop]).code == 1)
  }

  @Test("A rule that leaves nobody over says so, instead of zeros")
  func nobody() throws {
    try TemporaryFolder.with(["a.log": Self.log(count: 40, apart: 600)]) { folder in
      let run = try CommandRun("size", "--only", "paid", folder.file("a.log"))
      #expect(run.output.hasPrefix("No answer: none of 40 sessions is paid (--only paid)"))
      #expect(!run.output.contains("Coverage by pool size"))
    }
    let robots = Self.log(count: 40, apart: 600, agent: "Googlebot/2.1")
    try TemporaryFolder.with(["a.log": robots]) { folder in
      for command in ["size", "inspect"] {
        let run = try CommandRun(command, folder.file("a.log"))
        let text = Self.words(run.output)
        #expect(text.contains("No answer: no page view of a person is among 40 lines."))
        #expect(text.contains("40 are left out as bots"))
      }
    }
  }

  @Test("A clock that was rounded takes the place of the answer", arguments: [15, 30, 60])
  func rounded(minutes: Int) throws {
    try TemporaryFolder.with(["a.log": Self.log(count: 200, apart: minutes * 60)]) { folder in
      let run = try CommandRun("size", folder.file("a.log"))
      #expect(run.output.hasPrefix("No answer. The clock of this log is damaged"))
      #expect(!run.output.contains("would have been enough"))
      let json = try Self.json(["size", folder.file("a.log")])
      #expect(json["minimum"] is NSNull)
    }
  }

  @Test("A log of minutes says nothing of a month, and says so first")
  func minutes() throws {
    try TemporaryFolder.with(["a.log": Self.log(count: 50, apart: 60)]) { folder in
      let run = try CommandRun("size", folder.file("a.log"))
      #expect(run.output.contains("\nWarning: The log covers 49 min"))
      #expect(!run.output.contains("a month"))
      #expect(Self.words(run.output).contains("would have been enough for these 49 minutes"))
    }
  }

  /// A page view of somebody else every so many seconds.
  private static func log(count: Int, apart: Int, agent: String = FieldAgent.text) -> String {
    (0..<count).map { index in
      let second = index * apart
      let day = 2 + second / 86_400
      let clock = [second / 3600 % 24, second / 60 % 60, second % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      return "203.0.\(index / 200).\(index % 200 + 1) - -"
        + " [\(day < 10 ? "0" : "")\(day)/Mar/2026:\(clock) +0000]"
        + " \"GET / HTTP/1.1\" 200 5120 \"-\" \"\(agent)\"\n"
    }.joined()
  }

  private enum FieldAgent {
    static let text =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
      + " Chrome/145.0.0.0 Safari/537.36"
  }
}
