import NumberPoolTestSupport
import NumberPools
import Testing
import TrafficLogs

/// Mistakes in scenario files, and what is said of each.
@Suite("Mistakes in scenario files")
struct ScenarioMistakeTests {
  /// A change to a file that is right, and what has to be said: line, path, and words.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var change: String
    var place: String
    var words: [String]
    var testDescription: String { change }

    init(_ change: String, _ place: String, _ words: String...) {
      self.change = change
      self.place = place
      self.words = words
    }
  }

  /// Line 2 of an otherwise good file; channels are on line 3, one of them on line 4.
  static let ofWhole = [
    Mistake(#""dyas": 7"#, "line 2: dyas", "'days'"),
    Mistake(#""page_views": 3"#, "line 2: page_views", "visit"),
    Mistake(#""days": 0"#, "line 2: days", "1 to 3650"),
    Mistake(#""days": 7.5"#, "line 2: days", "7.5", "whole"),
    Mistake(#""days": "7""#, "line 2: days", "without quotes"),
    Mistake(#""days": "7d""#, "line 2: days", "no number"),
    Mistake(#""days": true"#, "line 2: days", "true"),
    Mistake(#""days": null"#, "line 2: days", "leave it out"),
    Mistake(#""start": "2026-02-30""#, "line 2: start", "2026-02-30"),
    Mistake(#""start": "02.03.2026""#, "line 2: start", "2026-03-02"),
    Mistake(#""start": "2026-03-02 10:00""#, "line 2: start", "no date"),
    Mistake(#""time_zone": "Europe/Berln""#, "line 2: time_zone", "Europe/Berln"),
    Mistake(#""seed": 1.5"#, "line 2: seed", "1.5"),
    Mistake(#""growth_per_week": "-100%""#, "line 2: growth_per_week", "above -1"),
    Mistake(#""day_to_day": -0.1"#, "line 2: day_to_day", "-0.1"),
    Mistake(#""day_to_day": {"comon": 1}"#, "line 2: day_to_day.comon", "'common'"),
    Mistake(#""not_swapped": 1.4"#, "line 2: not_swapped", "1.4 is no share (0 to 1)"),
    Mistake(#""not_swapped": "140%""#, "line 2: not_swapped", "1.4 is no share"),
    Mistake(#""not_swapped": "0.4""#, "line 2: not_swapped", "without quotes"),
    Mistake(#""shared_links": -0.1"#, "line 2: shared_links", "-0.1"),
    Mistake(#""bots": {"share": 1}"#, "line 2: bots.share", "below 1"),
    Mistake(#""week": "office"#, "line 2: week", "quote"),
    Mistake(#""week": "office-hour""#, "line 2: week", "'office-hours'"),
    Mistake(#""week": {"mon-fri": [1, 2]}"#, "line 2: week.mon-fri", "2 weights"),
    Mistake(#""week": {"fri-mon": []}"#, "line 2: week.fri-mon", "mon-fri"),
    Mistake(#""week": {}"#, "line 2: week", "mon"),
    Mistake(#""visit": {"page_views": 0.5}"#, "line 2: visit.page_views", "0.5"),
    Mistake(#""visit": {"gap": "40s"}"#, "line 2: visit.gap", #"{"mean": "40s"}"#),
    Mistake(#""visit": {"gap": {"mean": 40}}"#, "line 2: visit.gap.mean", #""40s""#),
    Mistake(#""visit": {"gap": {"mean": "40"}}"#, "line 2: visit.gap.mean", "unit"),
    Mistake(#""visit": {"gap": {"mean": "40 secs"}}"#, "line 2: visit.gap.mean", "40 secs"),
    Mistake(#""visit": {"gap": {"median": "40s"}}"#, "line 2: visit.gap", "sigma"),
    Mistake(#""visit": {"gap": {"mean": "1m", "sigma": 1}}"#, "line 2: visit.gap", "together"),
    Mistake(#""visit": {"gap": {"median": "9m", "p90": "1m"}}"#, "line 2: visit.gap.p90", "9m"),
    Mistake(#""visit": {"gap": {"mean": "0s"}}"#, "line 2: visit.gap.mean", "above 0"),
    Mistake(#""visit": {"gap": {"from": "5m", "to": "1m"}}"#, "line 2: visit.gap.from", "up to"),
    Mistake(#""visit": {"gap": {"always": "30m"}}"#, "line 2: visit.gap", "1 in 100", "30 min"),
    Mistake(#""visit": {"gap": {}}"#, "line 2: visit.gap", "no law"),
    Mistake(#""pool": {"session_timeout": "2s"}"#, "line 2: pool.session_timeout", "1 in 100"),
    Mistake(
      #""returning": {"share": 0.1, "after": {"always": "5m"}}"#, "line 2: returning.after",
      "1 in 100"),
    Mistake(#""returning": {"share": 1}"#, "line 2: returning.share", "below 1"),
    Mistake(#""returning": {"as": {"direct": 0}}"#, "line 2: returning.as", "above 0"),
    Mistake(#""returning": {"as": {"drect": 1}}"#, "line 2: returning.as.drect", "'direct'"),
    Mistake(#""calls": {"probability": "five"}"#, "line 2: calls.probability", "five"),
    Mistake(#""calls": {"probabilty": 0.1}"#, "line 2: calls.probabilty", "'probability'"),
    Mistake(#""calls": {"later": {"mean": "1h"}}"#, "line 2: calls.later", "[ ]"),
    Mistake(#""calls": {"later": []}"#, "line 2: calls.later", "no law"),
    Mistake(
      #""calls": {"later": [{"share": 1, "mean": "1h"}, {"mean": "2h"}]}"#,
      "line 2: calls.later[1].share", "missing"),
    Mistake(
      #""calls": {"later": [{"mean": "1h", "saved_number": "yes"}]}"#,
      "line 2: calls.later[0].saved_number", "true or false"),
    Mistake(#""calls": {"open": {"mon": "8-18"}}"#, "line 2: calls.open.mon", "08:00-18:00"),
    Mistake(#""calls": {"open": "never"}"#, "line 2: calls.open", "always"),
    Mistake(#""calls": {"open": {}}"#, "line 2: calls.open", "never open"),
    Mistake(#""calls": {"again": 1}"#, "line 2: calls.again", "below 1"),
    Mistake(#""pool": {"numbers": -1}"#, "line 2: pool.numbers", "-1"),
    Mistake(#""pool": {"allocation": "fifo"}"#, "line 2: pool.allocation", "longest-idle"),
    Mistake(#""pool": {"request": "every-pageview"}"#, "line 2: pool.request", "every-page-view"),
    Mistake(#""pool": {"match": "last-holder-within=1"}"#, "line 2: pool.match", "1h"),
    Mistake(#""pool": {"timeout": "5m"}"#, "line 2: pool.timeout", "reuse_timeout"),
    Mistake(#""target": "coverage > 99%""#, "line 2: target", ">="),
    Mistake(#""price_per_number": 0.005"#, "line 2: price_per_number", "decimals"),
    Mistake(#""price_per_number": -3"#, "line 2: price_per_number", "-3"),
    Mistake(#""assumptions": ["calls.latr"]"#, "line 2: assumptions[0]", "calls.later"),
    Mistake(#""sources": {"callz": "x"}"#, "line 2: sources.callz", "calls"),
    Mistake(#""bursts": {}"#, "line 2: bursts", "[ ]"),
    Mistake(#""bursts": [{"at": "2026-03-09 20:15"}]"#, "line 2: bursts[0].visits", "missing"),
    Mistake(
      #""bursts": [{"at": "2027-03-09", "visits": 1, "half_life": "1m"}]"#,
      "line 2: bursts[0].at", "period"),
    Mistake(
      #""bursts": [{"at": "2026-03-29 02:30", "visits": 1, "half_life": "1m"}], "time_zone": "Europe/Berlin""#,
      "line 2: bursts[0].at", "doesn't exist"),
    Mistake(
      #""bursts": [{"at": "2026-03-09", "visits": 1, "half_life": "1m", "channel": "x"}]"#,
      "line 2: bursts[0].channel", "'x'"),
    Mistake(
      #""bursts": [{"at": "2026-03-09", "visits": 1, "half_life": "1m", "times": 3}]"#,
      "line 2: bursts[0].times", "every"),
    Mistake(
      #""bursts": [{"at": "2026-03-28", "visits": 1, "half_life": "1m", "every": "1d", "times": 9}]"#,
      "line 2: bursts[0].times", "period"),
    Mistake(#""days": 7, "days": 8"#, "line 2: days", "twice"),
    // What is no JSON.
    Mistake(#"days: 7"#, "line 2", #""days""#),
    Mistake(#"'days': 7"#, "line 2", "double quotes"),
    Mistake(#""days" 7"#, "line 2: days", "colon"),
    Mistake(#""days" = 7"#, "line 2: days", "colon"),
    Mistake(#""days": 7; "seed": 2"#, "line 2", "';'"),
    Mistake(#""days": 7 "seed": 2"#, "line 2", "comma"),
    Mistake(#""days": 1,000"#, "line 2", "comma within"),
    Mistake(#""not_swapped": 5%"#, "line 2: not_swapped", #""5%""#),
    Mistake(#""visit": {"gap": {"mean": 40s}}"#, "line 2: visit.gap.mean", #""40s""#),
    Mistake(#""not_swapped": .5"#, "line 2: not_swapped", "0.5"),
    Mistake(#""days": 07"#, "line 2: days", "07"),
    Mistake(#""question": How many?"#, "line 2: question", #""How""#),
    Mistake(#""bots": None"#, "line 2: bots", "leave the key out"),
    Mistake(#""days":"#, "line 2: days", "value"),
    Mistake(#""days": 7,, "seed": 3"#, "line 2", "two commas"),
    Mistake(#""week": {"mon": [1}"#, "line 2", "]"),
    Mistake(##"# days"##, "line 2", "'#'"),
  ]

  @Test("Of the whole", arguments: ofWhole)
  func whole(mistake: Mistake) {
    let text = """
      {
      \(mistake.change),
      "channels": [
      {"name": "all", "visits_per_day": 1000}]}
      """
    check(mistake, ScenarioText.faults(text), text)
  }

  static let ofChannel = [
    Mistake(#""visits_per_dya": 100"#, "line 3: channels[0].visits_per_dya", "'visits_per_day'"),
    Mistake(#""visits_per_day": -1"#, "line 3: channels[0].visits_per_day", "-1"),
    Mistake(#""visits_per_day": 1e999"#, "line 3: channels[0].visits_per_day", "large"),
    Mistake(#""visits_per_day": 0"#, "line 2: channels", "no visit"),
    Mistake(#""visits_per_day": 1e6"#, "line 2: channels", "million", "days"),
    Mistake(#""calls": {"probability": 1.4}"#, "line 3: channels[0].calls.probability", "1.4"),
    Mistake(#""calls": {"off_site_per_day": 2}"#, "line 3: channels[0].calls.off_site", "whole"),
    Mistake(#""time_zone": "UTC""#, "line 3: channels[0].time_zone", "scenario itself"),
    Mistake(#""source": "(direct)""#, "line 3: channels[0].source", "leave"),
    Mistake(#""source": """#, "line 3: channels[0].source", "empty"),
    Mistake(#""site": "https://x.example/""#, "line 3: channels[0].site", "no host"),
    Mistake(
      #""source": "google", "campaigns": [{"share": 1}]"#, "line 3: channels[0].campaigns[0].name",
      "missing"),
    Mistake(
      #""source": "google", "campaigns": [{"name": "a"}, {"name": "a"}]"#,
      "line 3: channels[0].campaigns[1].name", "another"),
    Mistake(
      #""source": "google", "campaigns": [{"name": "a", "share": 0}]"#,
      "line 3: channels[0].campaigns", "above 0"),
    Mistake(
      #""source": "google", "campaigns": {"zipf": 1}"#, "line 3: channels[0].campaigns.count",
      "missing"),
    Mistake(#""campaigns": [{"name": "a"}]"#, "line 3: channels[0].campaigns", "source"),
    Mistake(
      #""source": "google", "tagging": {"utm": 0.7, "click_id": 0.7}"#,
      "line 3: channels[0].tagging", "1.4"),
    Mistake(
      #""source": "google", "tagging": {"mistyped": 0.1}"#, "line 3: channels[0].tagging.mistyped",
      "campaign"),
    Mistake(
      #""source": "flyer", "tagging": {"click_id": 0.1}"#, "line 3: channels[0].tagging.click_id",
      "flyer"),
    Mistake(
      #""source": "flyer", "click_id_beside_utm": true"#, "line 3: channels[0].click_id_beside_utm",
      "flyer"),
    Mistake(
      #""source": "google", "click_id_beside_utm": "yes""#,
      "line 3: channels[0].click_id_beside_utm", "yes"),
    Mistake(#""visit": {"gap": {"always": "31m"}}"#, "line 3: channels[0].visit.gap", "1 in 100"),
    Mistake(#""week": "weekends""#, "line 3: channels[0].week", "everyday"),
    Mistake(#""name": "other""#, "line 3: channels[0].name", "twice"),
  ]

  @Test("Of a channel", arguments: ofChannel)
  func channel(mistake: Mistake) {
    let visits = mistake.change.hasPrefix("\"visits_per_d") ? "" : ", \"visits_per_day\": 10"
    let text = """
      {
      "channels": [
      {"name": "all"\(visits), \(mistake.change)}]}
      """
    check(mistake, ScenarioText.faults(text), text)
  }

  private func check(_ mistake: Mistake, _ faults: [String], _ text: String) {
    #expect(
      faults.contains { fault in
        fault.hasPrefix(mistake.place) && mistake.words.allSatisfy { fault.contains($0) }
      }, "\(text)\n\(faults)")
  }

  @Test("Files that are none")
  func noFile() {
    #expect(ScenarioText.faults("") == ["line 1: there is nothing in the file"])
    #expect(ScenarioText.faults("// nothing\n") == ["line 2: there is nothing in the file"])
    #expect(ScenarioText.faults("[]") == ["line 1: is a list, and should be a scenario in { }"])
    #expect(ScenarioText.faults("{}").first?.hasPrefix("line 1: channels: is missing") == true)
    #expect(ScenarioText.faults("{\"channels\": []}") == ["line 1: channels: names no channel"])
    #expect(ScenarioText.faults("{\"channels\": [").first?.contains("[ of line 1") == true)
    let utf16 = Array("{\u{0}".utf8)
    #expect(ScenarioText.faults(utf16).first?.reason.contains("UTF-8") == true)
    let deep = String(repeating: "[", count: 100_000)
    #expect(ScenarioText.faults("{\"channels\": \(deep)").first?.contains("deep") == true)
  }

  @Test("All mistakes at once, twenty at most, by line")
  func allAtOnce() {
    let text = """
      {"dyas": 3,
       "not_swapped": 2,
       "calls": {"again": 5},
       "bursts": [{"at": "2030-01-01", "visits": 1, "half_life": "1m"}],
       "channels": [{"name": "a", "visits_per_day": "10"}, {"name": "a"}]}
      """
    let faults = ScenarioText.faults(text)
    #expect(
      faults.map { $0.prefix(6) } == [
        "line 1", "line 2", "line 3", "line 4", "line 4", "line 5", "line 5",
      ])
    let channels = (0..<30).map { #"{"name": "c\#($0)", "visits_per_day": -1}"# }
    let many = "{\"channels\": [\(channels.joined(separator: ",\n"))]}"
    do throws(ScenarioFaults) {
      _ = try ScenarioText.read(many)
    } catch {
      #expect(error.faults.count == 20 && error.more == 10)
      #expect(error.description.hasSuffix("and 10 more"))
    }
  }

  @Test(
    "Bytes changed anywhere never crash, and a fault names a line that exists",
    arguments: UInt64(0)..<400)
  func mutations(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(
      seed % 2 == 0
        ? ScenarioReaderTests.example.utf8
        : ScenarioWriter.text(of: RandomScenario.made(seed: seed)).utf8)
    let marks = Array("{}[],:\"'/*\\\n\r 0-9.%eE#é".utf8)
    for _ in 0...random.next(below: 4) {
      let at = random.next(below: bytes.count)
      switch random.next(below: 4) {
      case 0: bytes.remove(at: at)
      case 1: bytes.insert(marks[random.next(below: marks.count)], at: at)
      case 2: bytes[at] = UInt8(random.next(below: 256))
      default: bytes.removeSubrange(at..<min(bytes.count, at + random.next(below: 60)))
      }
      if bytes.isEmpty { break }
    }
    let faults = ScenarioText.faults(bytes)
    let returns = bytes.count { $0 == 0x0D }
    let lines = bytes.count { $0 == 0x0A } + returns + 1
    #expect(faults.count <= 20)
    for fault in faults {
      #expect(1...lines ~= fault.line && !fault.reason.isEmpty)
    }
  }
}
