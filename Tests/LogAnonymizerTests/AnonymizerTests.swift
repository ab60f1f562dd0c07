import Foundation
import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("Anonymizing logs")
struct AnonymizerTests {
  private static let keyBytes = (0..<16).map { UInt8($0) }
  private let key = AnonymizationKey(bytes: keyBytes)
  private var pseudonyms: Pseudonyms { Pseudonyms(key) }
  private let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/furniture-shop/access.log")

  private func copy(
    _ text: String, key: AnonymizationKey? = nil
  ) async throws -> (text: String, summary: AnonymizedSummary) {
    let (bytes, summary) = try await copy(Array(text.utf8), key: key)
    return (String(decoding: bytes, as: UTF8.self), summary)
  }

  private func copy(
    _ bytes: [UInt8], key: AnonymizationKey? = nil
  ) async throws -> (bytes: [UInt8], summary: AnonymizedSummary) {
    try await TemporaryFile.with(bytes) { file in
      var copy: [UInt8] = []
      let summary = try Anonymizer(key: key ?? self.key).anonymize(.file(file.path)) {
        copy += $0
      }
      return (copy, summary)
    }
  }

  private func client(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    pseudonyms.append(client: bytes.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func cleaned(_ text: String, keepsPaths: Bool, stars: Bool = true) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    LinkCleaner(pseudonyms: pseudonyms, keepsPaths: keepsPaths)
      .append(bytes.span, bytes.indices, to: &output)
    let text = String(decoding: output, as: UTF8.self)
    // One letter for each pseudonym.
    return stars ? text.replacing(/[b-df-hjkmnp-rtvz]{16}/, with: "*") : text
  }

  @Test("An address becomes one that nobody owns, a name a name, this machine itself")
  func clients() throws {
    let text = client("192.0.2.1")
    #expect(text.wholeMatch(of: /2001:db8:[0-9a-f]{1,4}:[0-9a-f]{1,4}::1/) != nil)
    #expect(client("192.0.2.1:8080") == text && client("::ffff:192.0.2.1") == text)
    // Of a list only the client is told.
    #expect(client("10.0.0.1, 192.0.2.1, 198.51.100.7") == text)
    #expect(client("127.0.0.1") == "127.0.0.1")
    #expect(client("::1") == "::1")
    #expect(client("2001:db8::1").wholeMatch(of: /3fff(:[0-9a-f]{1,4}){7}/) != nil)
    #expect(client("2001:db8::1") != client("2001:db8::2"))
    #expect(client("300.1.2.3").wholeMatch(of: /[a-z]{16}\.invalid/) != nil)
    #expect(client("dsl-1.isp.example").wholeMatch(of: /[a-z]{16}\.invalid/) != nil)
    #expect(client("gateway").wholeMatch(of: /[a-z]{16}/) != nil)
  }

  @Test(
    "What readers ask of an address its pseudonym answers as it does",
    arguments: [
      "192.0.2.1", "192.0.2.0", "10.1.2.3", "10.1.2.0", "172.16.9.9", "100.64.0.1", "0.0.0.0",
      "2a02:6b8::7", "2a02:6b8:1:2::", "fd12::1", "fe80::", "127.0.0.1", "::1",
    ])
  func addressKinds(text: String) throws {
    func address(_ text: String) throws -> IPAddress {
      let bytes = Array(text.utf8)
      let address = IPAddress(bytes.span, bytes.indices)
      return try #require(address)
    }
    let before = try address(text)
    let after = try address(client(text))
    #expect(before.isPrivate == after.isPrivate)
    #expect(before.isCut == after.isCut)
    #expect(before.isLoopback == after.isLoopback)
  }

  @Test(
    "Links lose paths and queries, but for what decides, and keep tags",
    arguments: [
      ("/chairs/", "/*/"),
      ("/a?utm_source=x&utm_campaign=1234567890", "/*?utm_source=x&utm_campaign=*"),
      ("/a?gclid=abc&b=2#frag", "/*?gclid=*&b=2"), ("/a?gclid=", "/*?gclid="),
      ("/a?amp;yclid=123&x", "/*?amp;yclid=*&*"),
      ("/search/divorce?q=lawyer&page=2", "/*/*?q=*&page=2"),
      ("/2026/03/a.html", "/2026/03/*.html"), ("/js/app.1a2b.js", "/*/*.js"), ("/feed/", "/feed/"),
      ("/_next/image?url=%2Fa.png&w=64", "/_next/image?url=*&w=64"),
      ("/_nuxt/entry.abc", "/_nuxt/*"),
      ("/_next/static/a.js", "/*/*/*.js"), ("/wp-json/wp/v2/users", "/wp-json/*/*/*"),
      ("/?_rsc=1a2b3", "/?_rsc=*"), ("/?feed", "/?feed"), ("/?rest_route=/wp/v2", "/?rest_route=*"),
      ("/p;jsessionid=AB12?x=1", "/*;*?x=1"),
      ("https://www.shop.example:8080/a?b=c", "https://www.shop.example:8080/*?b=*"),
      ("https://joe@shop.example/a", "https://*.invalid/*"), ("-", nil), ("", nil), ("*", nil),
      ("/a\\#b", "/*"), ("http://shop.example#token=SECRET", "http://shop.example"),
      ("http://shop.example#/SECRET?x=SECRET", "http://shop.example"),
      ("http://shop.example?q=1#SECRET", "http://shop.example?q=1"),
      ("http://shop.example:SECRET/a", "http://shop.example/*"),
      ("http://www.123456789.example/a", "http://www.*.invalid/*"),
      ("http://203.0.113.7:80/", "http://*.invalid:80/"),
      ("http://[2a02::7]:80/", "http://*.invalid:80/"),
      ("a@b://x@shop.example:80", "://*.invalid:80"), ("google.com/search?q=x", "google.com/*?q=*"),
      ("joe/search", "*/*"), ("/a?utm_term=red+shoes", "/*?utm_term=*"),
      ("/a?utm_term={keyword}&ysclid={x}", "/*?utm_term={keyword}&ysclid={x}"),
      ("/a?redirect=%2Fb%3Fgclid%3Dc", "/*?redirect=*"),
    ] as [(String, String?)])
  func links(text: String, expected: String?) {
    #expect(cleaned(text, keepsPaths: false) == expected ?? text)
  }

  @Test(
    "Links that keep paths lose what looks personal",
    arguments: [
      ("/chairs/", nil), ("/a?utm_source=x&utm_campaign=12345", nil),
      ("/a?gclid=abc&b=2#frag", "/a?gclid=*&b=2"), ("/a?q=chair&page=2", nil),
      ("/a?q=j%40x.org&e=a@b.c&p=%2B7(916)123-45-67", "/a?q=*&e=*&p=*"),
      ("/a?q=%D1%81%D1%82%D1%83%D0%BB", nil), ("/a?UserName=joe&Token=1", "/a?UserName=*&Token=*"),
      ("/a?joe@x.org", "/a?*"), ("/a?utm_content=to-joe@x.org/b", "/a?utm_content=*/b"),
      ("/u/joe@x.org/orders", "/u/*/orders"), ("/f/123456789.pdf", "/f/*.pdf"),
      ("/call/212.555.0105", "/call/*"), ("/call/212.555.0105.html", "/call/*.html"),
      ("/a?r=%2Fb%3Fname%3Djoe", "/a?r=*"), ("/ip/203.0.113.7/x", "/ip/*/x"),
      ("/u/joe@x.css", "/u/*.css"),
    ] as [(String, String?)])
  func keptPaths(text: String, expected: String?) {
    #expect(cleaned(text, keepsPaths: true) == expected ?? text)
  }

  @Test("The sample shop's figures are the same before and after", arguments: ["", "other"])
  func sameFigures(name: String) async throws {
    let bytes = [UInt8](try Data(contentsOf: sample))
    let (copied, summary) = try await copy(bytes, key: name.isEmpty ? nil : AnonymizationKey())
    #expect(summary.format == .webLog)
    #expect(try LogFigures(copied) == LogFigures(bytes))
    let all = WebLogReader(basis: .address, requests: .all, bots: .keep)
    #expect(try LogFigures(copied, all) == LogFigures(bytes, all))
    let log = try await TemporaryFile.with(bytes) { try WebLogReader().read([.file($0.path)]) }
    #expect(summary.unreadable == log.summary.unreadable)
    #expect(summary.lines == log.summary.lines)
    func addresses(_ bytes: [UInt8]) -> Set<[UInt8]> {
      Set(bytes.split(separator: 0x0A).map { Array($0.prefix { $0 != 0x20 }) })
    }
    let kept = addresses(bytes).intersection(addresses(copied))
    #expect(kept.isSubset(of: [Array("127.0.0.1".utf8), Array("::1".utf8)]))
  }

  @Test("Behind a proxy, and with several sites, the figures are the same too")
  func sameFiguresBehindProxy() async throws {
    let start = [UInt8](try Data(contentsOf: sample).prefix(100_000))
    let lines = String(decoding: start, as: UTF8.self).split(separator: "\n").dropLast()
    let proxied = lines.enumerated().map { index, line in
      let client = line.prefix { $0 != " " }
      let rest = line.dropFirst(client.count)
      let site = ["www.shop.example:443", "shop.example"][index % 2]
      let list = index % 3 == 0 ? "\"\(client), 10.0.0.7\"" : "\"\(client)\" 0.004 req-\(index)"
      return "\(site) 10.0.0.\(index % 2)\(rest) \(list)"
    }
    let bytes = Array(proxied.joined(separator: "\n").utf8)
    let (copied, summary) = try await copy(bytes)
    #expect(summary.lines == lines.count)
    for grouping in [WebLogReader.Grouping.none, .host] {
      let reader = WebLogReader(client: .forwarded, grouping: grouping)
      let before = try LogFigures(bytes, reader)
      #expect(before.counts[3] > 100 && before.sessions.count > 10)
      #expect(try LogFigures(copied, reader) == before)
    }
  }

  @Test("Any bytes are copied or left out, never a trap", arguments: UInt64(0)..<10)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = Array("\"\\ []/?&=#;@.:,-%\t0123456789aTxu".utf8)
    let links = LinkCleaner(pseudonyms: pseudonyms, keepsPaths: seed % 2 == 0)
    let header = Array("at,ip,url,click_id,visitor_id,kind,last_activity".utf8)
    for _ in 0..<300 {
      let bytes = (0..<random.next(below: 60)).map { _ in
        pieces[random.next(below: pieces.count)]
      }
      var output: [UInt8] = []
      var table = TableAnonymizer(firstLine: header.span, links, to: &output)
      table?.append(bytes.span, isCutOff: false, to: &output)
      _ = TableAnonymizer(firstLine: bytes.span, links, to: &output)
      links.append(bytes.span, bytes.indices, to: &output)
      _ = PersonalData.ranges(in: bytes.span, bytes.indices)
      pseudonyms.append(client: bytes.span, to: &output)
      var times = TimeMover(shift: pseudonyms.shift, style: .buckets)
      _ = times.append(bytes.span, bytes.indices, to: &output)
      let row = ["1772445600", "192.0.2.1"].map { Array($0.utf8) } + [bytes]
      let joined = Array(row.joined(separator: [0x2C]))
      table?.append(joined.span, isCutOff: false, to: &output)
      let line =
        Array("192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] \"GET /".utf8) + bytes
        + Array(" HTTP/1.1\" 200 1 \"".utf8) + bytes + Array("\" \"x\" ".utf8) + bytes
      var lines = WebLineAnonymizer(links, layout: .combined)
      _ = lines.append(line.span, to: &output)
    }
  }

  @Test("Damaged lines are left out or read the same before and after", arguments: UInt64(0)..<8)
  func hostile(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let pieces = Array("\"\\ []/?&=#;@.:,-0127aH\t%".utf8)
    var lines: [[UInt8]] = []
    let start = [UInt8](try Data(contentsOf: sample).prefix(100_000))
    for line in start.split(separator: 0x0A) {
      var bytes = Array(line)
      for _ in 0..<random.next(below: 3) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 3) {
        case 0: bytes[place] = pieces[random.next(below: pieces.count)]
        case 1: bytes.insert(pieces[random.next(below: pieces.count)], at: place)
        default: bytes.remove(at: place)
        }
      }
      lines.append(bytes)
    }
    let (copied, summary) = try await copy(Array(lines.joined(separator: [0x0A])))
    // The lines that can be understood, in their own words.
    let readable = lines.filter { line in (try? CombinedLine(line.span)) != nil }
    #expect(readable.count == summary.written)
    let before = try LogFigures(Array(readable.joined(separator: [0x0A])))
    let after = try LogFigures(copied)
    #expect(before.leftOut == after.leftOut)
    #expect(before.counts == after.counts)
    #expect(before.curve == after.curve)
  }

  @Test("Every part of a line that names someone is replaced")
  func lines() async throws {
    let time = "[02/Mar/2026:23:59:60 +0300]"
    let rest = #""GET /a?sid=SECRET HTTP/1.1" 200 12 "https://x.example/SECRET@x" "Browser""#
    let (text, summary) = try await copy(
      """
      broken SECRET
      192.0.2.1 - SECRET [user] \(time) \(rest) "SECRET" "198.51.100.9, 10.1.1.1" 0.123 SECRET
      www.shop.example:443 192.0.2.1 - - \(time) \(rest)
      192.0.2.1, 10.0.0.1 - SECRET \(time) \(rest)
      pc.SECRET.example - - \(time) \(rest) www.shop.example
      192.0.2.1 - - [2026-03-02T10:00:00.125+03:00] "\\x16SECRET" 400 0
      """)
    #expect(summary.lines == 6)
    #expect(summary.unreadable == 1)
    #expect(!text.contains("SECRET"))
    #expect(!text.contains("192.0.2.1") && !text.contains("198.51.100.9"))
    let copies = text.split(separator: "\n").map(String.init)
    #expect(copies[0].hasSuffix(#" "Browser" "\#(client("198.51.100.9"))""#))
    #expect(copies[1].hasPrefix("www.shop.example:443 " + client("192.0.2.1") + " - - ["))
    #expect(copies[2].hasPrefix(client("192.0.2.1") + " - "))
    let hidden = cleaned("/?sid=shop.example", keepsPaths: true, stars: false).suffix(16)
    #expect(copies[3].contains(".invalid - - [") && copies[3].hasSuffix(" www.\(hidden).invalid"))
    #expect(copies[4].hasSuffix(#"T10:00:00.125+03:00] "-" 400 0"#))
    let moved = try #require(copies[0].firstMatch(of: /\[(..)\/(...)\/(....):23:59:60 \+0300\]/))
    #expect(moved.output.3 != "2026")
  }

  @Test("Dates move by the same whole weeks everywhere, in their own spelling")
  func dates() async throws {
    let shift = pseudonyms.shift
    #expect(shift.milliseconds % 604_800_000 == 0)
    func moved(_ text: String) -> String? {
      let bytes = Array(text.utf8)
      var output: [UInt8] = []
      var times = TimeMover(shift: shift, style: .standard)
      let isMoved = times.append(bytes.span, bytes.indices, to: &output)
      return isMoved ? String(decoding: output, as: UTF8.self) : nil
    }
    let seconds = shift.milliseconds / 1000
    #expect(moved("1772445600") == "\(1_772_445_600 + seconds)")
    #expect(moved("1772445600.25") == "\(1_772_445_600 + seconds).25")
    #expect(moved("1772445600000") == "\((1_772_445_600 + seconds) * 1000)")
    #expect(moved("1772445600000001") == "\((1_772_445_600 + seconds) * 1_000_000 + 1)")
    let day = (Timestamp(year: 2026, month: 3, day: 2, second: 0) + shift).description.prefix(10)
    #expect(moved("2026-03-02T10:00:00+03:00") == day + "T10:00:00+03:00")
    #expect(moved("2026-03-02 10:00") == day + " 10:00")
    for text in ["yesterday", "2026-02-30", "2026-03-02 joe", "-5", "12345678901234567890", "1."] {
      #expect(moved(text) == (text == "1." ? "\(1 + seconds)." : nil))
    }
  }

  @Test("A table keeps harmless columns, replaces personal ones and drops the rest")
  func tables() async throws {
    let (text, summary) = try await copy(
      """
      \u{FEFF}Session_ID;start;visitor_id;notes;ip;user_agent;utm_campaign;landing_url;click_id
      s1;1772445600;v1;SECRET;192.0.2.1;"Browser; 1";spring;"/a?x=""1""&email=SECRET";gclid=SECRET
      s2;1772445700;v1;SECRET;192.0.2.1;B;a@SECRET;;
      s3;soon;v1;SECRET;192.0.2.1;B;;;
      s4;1772445700;v1
      s5;1772445700;v1;"SECRET;192.0.2.1;B;;;
      """)
    #expect(summary.format == .table)
    #expect(summary.lines == 5)
    #expect(summary.unreadable == 3)
    #expect(summary.droppedColumns == ["notes"])
    #expect(!text.contains("SECRET"))
    let rows = text.split(separator: "\n").map(String.init)
    #expect(
      rows[0] == "Session_ID;start;visitor_id;ip;user_agent;utm_campaign;landing_url;click_id")
    let fields = DelimitedHeader.cells(of: Array(rows[1].utf8).span, delimiter: UInt8(ascii: ";"))
    #expect(fields[4] == "Browser; 1" && fields[5] == "spring")
    #expect(fields[6].wholeMatch(of: /\/[a-z]{16}\?x=[a-z]{16}&email=[a-z]{16}/) != nil)
    #expect(fields[7].wholeMatch(of: /gclid=[a-z]{16}/) != nil)
    let second = rows[2].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    #expect(second[2] == fields[2] && second[3] == fields[3] && second[0] != fields[0])
    #expect(fields[3] == client("192.0.2.1"))
  }

  @Test("What can't be anonymized is refused with a sentence")
  func refused() async throws {
    func error(_ text: String) async -> AnonymizerError? {
      do {
        _ = try await copy(text)
        return nil
      } catch {
        return error as? AnonymizerError
      }
    }
    guard case .json = await error(#"{"user_pseudo_id":"1"}"#) else {
      Issue.record("JSON was accepted")
      return
    }
    guard case .unknownFormat = await error("name,city\nJoe,Rome\n") else {
      Issue.record("A table without a known column was accepted")
      return
    }
    #expect(await error("") == nil)
    #expect(throws: AnonymizerError.input(.notFound("/no/such"))) {
      try Anonymizer().anonymize(.file("/no/such")) { _ in }
    }
    #expect(throws: AnonymizerError.output("full")) {
      try Anonymizer(key: key).anonymize(.file(sample.path)) { _ in throw Full() }
    }
  }

  private struct Full: Error, CustomStringConvertible {
    var description: String { "full" }
  }

  @Test("The same key gives the same bytes, another others, and none gives itself away")
  func determinism() async throws {
    let bytes = [UInt8](try Data(contentsOf: sample).prefix(20_000))
    let (first, _) = try await copy(bytes)
    #expect(try await copy(bytes).bytes == first)
    #expect(try await copy(bytes, key: AnonymizationKey()).bytes != first)
    #expect(!String(decoding: first, as: UTF8.self).contains("000102030405"))
  }
}
