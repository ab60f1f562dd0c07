import NumberPoolTestSupport
import Testing

@Suite("Lines that are extreme, but lines")
struct ExtremeLineTests {
  private static func line(_ time: String, path: String = "/", agent: String = "Mozilla/5.0 (X)")
    -> String
  {
    "192.0.2.1 - - [\(time)] \"GET \(path) HTTP/1.1\" 200 1 \"-\" \"\(agent)\"\n"
  }

  private func traffic(_ log: String) throws -> [String: Any] {
    let run = try CommandRun("inspect", "--json", "-", input: Array(log.utf8))
    #expect(run.code == 0)
    return try #require(try run.json()["traffic"] as? [String: Any])
  }

  @Test("1969, 2100 and a leap second, through every command")
  func dates() throws {
    let log =
      Self.line("31/Dec/1969:23:59:59 +0000") + Self.line("30/Jun/2015:23:59:60 +0000")
      + Self.line("01/Jan/2100:00:00:00 +0000")
    let traffic = try traffic(log)
    #expect(traffic["first"] as? String == "1969-12-31T23:59:59Z")
    #expect(traffic["last"] as? String == "2100-01-01T00:00:00Z")
    #expect(traffic["sessions"] as? Int == 3)
    #expect(traffic["unreadable"] as? Int == 0)
    for command in [["size"], ["replay", "--numbers", "1"], ["anonymize"]] {
      let run = try CommandRun(command + ["-"], input: Array(log.utf8))
      #expect(run.code == 0)
      #expect(!run.output.isEmpty)
    }
  }

  @Test("The first and the last year that can be written")
  func years() throws {
    let log = Self.line("01/Jan/0001:00:00:00 +1400") + Self.line("31/Dec/9999:23:59:60 -1200")
    for command in [["inspect"], ["size"], ["size", "--json"], ["replay", "--numbers", "1"]] {
      let run = try CommandRun(command + ["-"], input: Array(log.utf8))
      #expect(run.code == 0)
      #expect(!run.output.isEmpty)
    }
  }

  @Test("A line of 10 MB is counted, and the lines around it are read")
  func longLine() throws {
    let whole = Self.line("02/Mar/2026:10:00:00 +0000")
    let long = Self.line(
      "02/Mar/2026:10:00:01 +0000", path: "/" + String(repeating: "x", count: 10_000_000))
    let traffic = try traffic(whole + long + whole)
    #expect(traffic["lines"] as? Int == 3)
    #expect(traffic["unreadable"] as? Int == 1)
    #expect(traffic["page_views"] as? Int == 2)
  }

  @Test("NUL bytes are bytes like any other")
  func nulBytes() throws {
    let traffic = try traffic(
      Self.line("02/Mar/2026:10:00:00 +0000", path: "/a\0b", agent: "Mozilla/5.0 \0")
        + "\0\0\0\n" + Self.line("02/Mar/2026:10:00:01 +0000", agent: "Mozilla/5.0 \0"))
    #expect(traffic["unreadable"] as? Int == 1)
    #expect(traffic["page_views"] as? Int == 2)
    #expect(traffic["visitors"] as? Int == 1)
  }
}
