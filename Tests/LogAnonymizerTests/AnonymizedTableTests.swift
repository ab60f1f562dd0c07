import NumberPoolTestSupport
import NumberPools
import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("Anonymized tables")
struct AnonymizedTableTests {
  private static let key = AnonymizationKey(bytes: Array(0..<16))
  private static let shift = Pseudonyms(key).shift

  private func copy(_ text: String) throws -> (text: String, summary: AnonymizedSummary) {
    var copy: [UInt8] = []
    let bytes = Array(text.utf8)
    let summary = try Anonymizer(key: Self.key).anonymize(.bytes(name: "table.csv", bytes)) {
      copy += $0
    }
    return (String(decoding: copy, as: UTF8.self), summary)
  }

  /// What readers make of a table, its times moved.
  private struct Figures: Equatable {
    var lines: Int
    var leftOut: [LogSummary.LeftOut: Int] = [:]
    var times: [Timestamp] = []
    var visitors: [Int] = []
    var sessions: [Int] = []
    var lastSigns: [Timestamp] = []
    var origins: [String] = []
    var calls: [String] = []

    init(_ text: String, _ format: FileFormat, movedBy shift: Interval = .zero) throws {
      let input = LogInput.bytes(name: "table.csv", Array(text.utf8))
      let reader = TrafficReader(tables: TableReader(timeZone: .utc))
      guard format.kind == .traffic else {
        let log = try reader.readCalls([input])
        lines = log.summary.lines - log.summary.unreadable
        leftOut = log.summary.leftOut
        times = log.rows.map { $0.time + shift }
        // Names by first appearance: they differ, but not which of them are the same.
        var known: [String: Int] = [:]
        func number(_ name: String?) -> String {
          name.map { String(known[$0, default: known.count]) } ?? "-"
        }
        for row in log.rows {
          var truth = "-"
          switch row.truth {
          case .session(let name, _): truth = "session " + number(name)
          case .visitor(let name): truth = "visitor " + number(name)
          case .client(let address, let agent): truth = number(address) + agent
          case .unknown: break
          }
          // Of callers who withhold their numbers nothing is copied.
          let caller = row.caller.flatMap { CallerNumber.namesSomebody($0) ? $0 : nil }
          for name in [caller, row.dialled] {
            if let name, known[name] == nil { known[name] = known.count }
          }
          calls.append(
            "\(number(caller)) \(number(row.dialled)) \(row.id == nil) \(truth)"
              + " \(row.duration?.milliseconds ?? -1) \(row.isAnswered.map(String.init) ?? "-")")
        }
        return
      }
      let log = try reader.read([input])
      leftOut = log.summary.leftOut
      // Totals aren't copied.
      lines =
        log.summary.lines - log.summary.unreadable - (leftOut.removeValue(forKey: .total) ?? 0)
      times = log.pageViews.times.map { $0 + shift }
      visitors = log.pageViews.visitors.map { Int($0.index) }
      sessions = log.pageViews.sessions.map { Int($0.index) }
      lastSigns = log.pageViews.heartbeats.map { $0.time + shift }
      origins = log.sessions(by: Sessionizer()).touches().map {
        "\($0.sourceAndMedium) \($0.isPaid) \($0.campaign ?? "") \($0.isTagged)"
      }
    }
  }

  /// Formats, a header each, and what its columns hold.
  private static let formats: [(format: FileFormat, header: String, cells: String)] = [
    (
      .pageViews, "at,visitor_id,url,referrer,kind,User Agent,utm_source,gclid,bot,note",
      "time name link link kind agent word name bit secret"
    ),
    (.pageViews, "At,IP,user_agent,URL", "time address agent link"),
    (.pageViews, "at,visitor_id", "time name"),
    (
      .sessions, "start,SessionID,visitor_id,last_activity,landing_url,medium",
      "time name name later link word"
    ),
    (
      .metricaVisits,
      "ym:s:visitID\tym:s:clientID\tym:s:dateTime\tym:s:visitDuration\tym:s:startURL\tym:s:UTMSource",
      "name name time number link word"
    ),
    (
      .metricaHits, "ym:pv:watchID\tym:pv:dateTime\tym:pv:clientID\tym:pv:isPageView\tym:pv:URL",
      "secret time name bit link"
    ),
    (.counts, "minute,visits,source", "bucket number word"),
    (.counts, "Дата и время визита,Визиты", "bucket number"),
    (.counts, "nthHour,sessions", "number number"),
    (
      .calls, "at,call_id,caller,dialled,duration_s,answered,session_id,ip,user_agent",
      "time name caller name number bit name address agent"
    ),
    (
      .calls, "at,call_id,caller,dialled,type,parent_id,linked_id,session_id",
      "time name caller name direction empty name name"
    ),
    (
      .twilio, "Sid,ParentCallSid,From,To,Status,StartTime,Duration,Direction,Price",
      "name empty caller phone word time number direction secret"
    ),
    (
      .callrail, "id,start_time,tracking_phone_number,customer_phone_number,duration,Call Status",
      "name time phone phone number word"
    ),
    (
      .asterisk, "",
      "secret caller phone secret secret secret secret secret secret clock clock clock number number"
        + " word secret name secret"
    ),
    (
      .asterisk, "",
      "secret caller phone secret secret secret secret secret secret clock clock clock number number"
        + " word secret channel secret secret channel number"
    ),
    (
      .asterisk, "calldate,clid,src,dst,dcontext,duration,disposition,uniqueid,did,outbound_cnum",
      "clock secret caller phone secret number word channel phone empty"
    ),
  ]

  /// A table with whatever tables have: remarks, quotes, ends of lines within them, damaged rows.
  private static func table(
    _ format: FileFormat, _ header: String, _ cells: String, _ random: inout SplitMix64
  ) -> String {
    let hasQuotes = format != .metricaVisits && format != .metricaHits
    let separator =
      format == .asterisk || !hasQuotes ? (hasQuotes ? "," : "\t") : [",", ";", "\t"].pick(&random)
    var maker = CellMaker(seed: random.next(), hasQuotes: hasQuotes)
    var text = ["", "\u{FEFF}", "# export, at;SECRET\n", "\n", "\r\n\n"].pick(&random)
    if !header.isEmpty {
      let names = header.split(separator: hasQuotes ? "," : "\t")
      let quoted = hasQuotes && random.next(below: 2) == 0
      text += names.map { quoted ? "\"\($0)\"" : String($0) }.joined(separator: separator) + "\n"
    }
    for row in 0..<20 {
      var fields = cells.split(separator: " ").map { maker.cell(String($0), separator) }
      switch row > 0 ? random.next(below: 12) : 0 {
      case 1: fields.removeLast()
      case 2: text += "\n"
      case 3: fields.append("SECRET")
      default: break
      }
      text += fields.joined(separator: separator) + ["\n", "\r\n"].pick(&random)
    }
    return text
  }

  @Test("Whatever can be read can be copied, with the same figures", arguments: UInt64(0)..<40)
  func sameFigures(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for (format, header, cells) in Self.formats {
      let original = Self.table(format, header, cells, &random)
      let (copied, summary) = try copy(original)
      // Steps that are numbered name no dates.
      let isNumbered = header.hasPrefix("nth")
      let before = try Figures(original, format, movedBy: isNumbered ? .zero : Self.shift)
      #expect(before.lines > 5)
      #expect(try Figures(copied, format) == before, "\(original)\n\(copied)")
      #expect(summary.written == before.lines)
      #expect(!copied.contains("SECRET") && !copied.contains("5550"))
    }
  }

  @Test("Rows of which none can be copied make no copy, and the summary says so")
  func nothing() throws {
    let (text, summary) = try copy("at,visitor_id\nsoon,SECRET\nlater,SECRET\n")
    #expect(text.isEmpty)
    #expect(summary.lines == 2 && summary.written == 0)
  }

  @Test("The name of a caller in a column From is no time")
  func from() throws {
    let (text, summary) = try copy("at,visitor_id,From\n1772445600,v,4915112345678\n")
    #expect(summary.droppedColumns == ["From"])
    #expect(text.hasPrefix("at,visitor_id\n"))
    let loan = try copy("number,session_id,from,until\n1,s,1772445600,1772445700\n").text
    #expect(loan.hasPrefix("session_id,from,until\n"))
  }

  @Test("A row whose count is no number can't be understood", arguments: ["", "SECRET"])
  func count(visits: String) throws {
    let (text, summary) = try copy("hour,visits\n2026030210,2\n2026030211,\(visits)\n")
    #expect(summary.lines == 2 && summary.unreadable == 1)
    #expect(!text.contains("SECRET"))
  }

  @Test("A row whose word decides what it is, and looks personal, is left out")
  func word() throws {
    let row = "CA1,+15550100,+15550199,2026-03-02 10:00:00"
    let (text, summary) = try copy(
      "Sid,From,To,StartTime,Direction\n\(row),outbound\n\(row),outbound@SECRET\n"
        + "\(row),outbound to the SECRET on the second floor\n")
    #expect(summary.lines == 3 && summary.unreadable == 2)
    #expect(text.contains(",outbound\n") && !text.contains("SECRET"))
  }

  @Test("Where one of the columns left out looks like no name, none of them is shown")
  func droppedNames() throws {
    let (_, summary) = try copy("at,visitor_id,joe@shop.example,note\n1772445600,v,1,2\n")
    #expect(summary.droppedColumns == ["column 3", "column 4"])
  }

  @Test("Titles above a table are left out, and it is copied")
  func titles() throws {
    let table = "at,visitor_id\n2026-03-02T10:00:00Z,v1\n"
    let (text, summary) = try copy("Report for SECRET\nStart,2026-03-01\n\n" + table)
    #expect(summary.written == 1 && text.hasPrefix("at,visitor_id\n") && !text.contains("SECRET"))
    #expect(try copy(table).text == text)
  }

  @Test("Who answers calls is a person, and a browser is one")
  func agents() throws {
    let calls = "at,caller,dialled,agent\n1772445600,+15550100,+15550199,SECRET/1\n"
    #expect(try !copy(calls).text.contains("SECRET"))
    let views = "at,visitor_id,agent\n1772445600,v,SECRET\n1772445601,v,Mozilla/5.0 (X)\n"
    let text = try copy(views).text
    #expect(!text.contains("SECRET") && text.contains("Mozilla/5.0 (X)"))
  }

  @Test("A copy of a table with rounded identifiers is refused as the table is")
  func roundedIdentifiers() throws {
    let rows = (1...30).map { "\(1_772_445_600 + $0),\(123_456_789_012_345_000 + $0 * 7_001_000)0" }
    let table = "at,visitor_id\n" + rows.joined(separator: "\n") + "\n"
    for text in [table, try copy(table).text] {
      let input = LogInput.bytes(name: "table.csv", Array(text.utf8))
      #expect(throws: TableError.self) {
        try TrafficReader(tables: TableReader(timeZone: .utc)).read([input])
      }
    }
  }

  @Test("A column that means a session only with its visitor keeps its name")
  func numbersOfVisitors() throws {
    let (text, _) = try copy("at,visitor_id,ga_session_id\n1772445600,v,1772445600\n")
    #expect(text.hasPrefix("at,visitor_id,ga_session_id\n") && !text.contains(",1772445600"))
  }

  @Test("A single column is kept apart by commas, whatever its fields hold")
  func singleColumn() throws {
    let (text, summary) = try copy("at;note\n\"Mon, 02 Mar 2026 10:00:00 +0000\";SECRET\n")
    #expect(summary.written == 1)
    #expect(text.wholeMatch(of: /at\n\d\d [A-Z][a-z]{2} \d{4} 10:00:00 \+0000\n/) != nil)
  }
}

/// Fields as tables have them.
private struct CellMaker {
  var random: SplitMix64
  let hasQuotes: Bool
  private var minute = 0
  /// How the table writes its times: as one kind of number, or as texts of any kind.
  private let numbers: Int

  init(seed: UInt64, hasQuotes: Bool) {
    random = SplitMix64(seed: seed)
    self.hasQuotes = hasQuotes
    numbers = random.next(below: 8)
  }

  mutating func cell(_ kind: String, _ separator: String) -> String {
    let text = plain(kind)
    let isSpecial = ["\"", "\n", separator].contains { text.contains($0) }
    guard hasQuotes, isSpecial || random.next(below: 4) == 0 else {
      return isSpecial ? text.filter { !"\n\t".contains($0) } : text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private mutating func plain(_ kind: String) -> String {
    let number = random.next(below: 5)
    switch kind {
    case "time", "later":
      minute += kind == "time" ? random.next(below: 30) : 0
      return time()
    case "bucket":
      minute += 1 + random.next(below: 30)
      return bucket()
    case "clock":
      minute += random.next(below: 30)
      return Self.text("%Y-%m-%d", minute) + " " + Self.clock(minute) + ":00"
    case "name": return "SECRET-\(number)"
    case "phone": return "+1555010\(number)"
    case "caller": return ["+1555010\(number)", "anonymous", "101", "1,5550E+10"].pick(&random)
    case "channel": return "1772445600.\(number)"
    case "direction":
      return ["inbound", "Outgoing", "входящий", "", "else", "internal"].pick(&random)
    case "address": return ["192.0.2.\(number)", "2001:db8::\(number)", "127.0.0.1"].pick(&random)
    case "agent": return ["Mozilla/5.0 (X; Y, \"\(number)\")", "Firefox", ""].pick(&random)
    case "link":
      return [
        "https://shop.example/\(number)?gclid=SECRET", "/a\nb", "", " /c ", "/d;e,f\"g\"",
        "https://www.google.com/", "https://shop.example?utm_source=x&utm_medium=cpc",
      ].pick(&random)
    case "kind": return ["page", "heartbeat", "", "reveal", "else"].pick(&random)
    case "word": return ["a", "b b", "", "completed", "=c"].pick(&random)
    case "bit": return "\(number % 2)"
    case "number": return ["\(number)", "\(number * 60)"].pick(&random)
    case "secret": return "SECRET"
    default: return ""
    }
  }

  private mutating func time() -> String {
    let broken = ["", "soon", "2026-02-30 10:00", "SECRET"]
    if random.next(below: 15) == 0 { return broken.pick(&random) }
    let seconds = 1_772_445_600 + minute * 60
    switch numbers {
    case 0: return "\(seconds)"
    case 1: return "\(seconds).125"
    case 2: return "\(seconds)000"
    case 3: return "\(seconds)000001"
    default: break
    }
    let clock = Self.clock(minute)
    let spellings = [
      "%Y-%m-%dT\(clock):30Z", "%Y-%m-%d \(clock)", "%Y-%m-%d \(clock):00 UTC",
      "%Y-%m-%dT\(clock):30.125+03:00", "%Y-%m-%d \(clock):60,5 -0330",
      "%d.%m.%Y \(clock)", "%d.%m.%Y \(clock):15 GMT",
      "Mon, %d %b %Y \(clock):30 +0000", "%d %b %Y \(clock) +03",
    ]
    return Self.text(spellings.pick(&random), minute)
  }

  private mutating func bucket() -> String {
    let clock = Self.clock(minute)
    let spellings = [
      "%Y%m%d" + clock.prefix(2), "%Y%m%d", "%Y%m%d" + clock.replacing(":", with: ""), "%Y-%m-%d",
      "%Y-%m-%d \(clock)", "%d.%m.%Y", "total",
    ]
    return Self.text(spellings.pick(&random), minute)
  }

  private static func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return two(10 + minute / 60 % 14) + ":" + two(minute % 60)
  }

  /// Year, month and day in their places.
  private static func text(_ pattern: String, _ minute: Int) -> String {
    let day = 2 + minute / 840
    return pattern.replacing("%Y", with: "2026").replacing("%m", with: "03")
      .replacing("%b", with: "Mar").replacing("%d", with: (day < 10 ? "0" : "") + "\(day)")
  }
}

extension Array {
  /// One of the elements.
  fileprivate func pick(_ random: inout SplitMix64) -> Element {
    self[random.next(below: count)]
  }
}
