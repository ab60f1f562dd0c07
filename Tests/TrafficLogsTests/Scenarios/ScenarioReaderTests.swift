import NumberPoolTestSupport
import NumberPools
import Testing
import TrafficLogs

/// Scenario files as they are meant.
@Suite("Scenario files")
struct ScenarioReaderTests {
  @Test("The smallest one has the defaults of all else")
  func smallest() throws {
    let scenario = try ScenarioText.read(
      #"{"channels": [{"name": "all", "visits_per_day": 1000}]}"#)
    #expect(scenario == Scenario(channels: [.init("all", visitsPerDay: 1000)]))
    #expect(scenario.days == 28 && scenario.start.description == "2026-03-02")
    #expect(scenario.week == .everyday && scenario.timeZone == "UTC")
    let calls = scenario.calls(of: scenario.channels[0])
    #expect(calls.probability == 0 && calls.duringVisit == 0.6 && calls.answered == 1)
    #expect(scenario.visit(of: scenario.channels[0]).pageViews == 2.8)
    #expect(scenario.returning(of: scenario.channels[0]).as?.organic == 0.25)
  }

  /// The example that explains the format, whole.
  static let example = """
    {
      "question": "How many numbers credit a dental clinic's calls?", // a remark
      "time_zone": "Europe/Berlin", "start": "2026-03-02", "days": 28, "seed": 1,
      /* from midnight
         on */
      "week": {"mon-fri": [1,1,1,1,1,1,2,4,7,9,10,10,9,9,10,10,9,9,9,9,9,8,5,3],
               "sat": [2,1,1,1,1,1,1,2,4,6,7,8,8,8,8,8,8,8,8,8,8,7,5,3],
               "sun": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,0.5]},
      "growth_per_week": "2.5%", "day_to_day": {"common": 0.05, "own": 0.2},
      "bursts": [{"at": "2026-03-11 20:15", "visits": 300, "half_life": "4m",
        "channel": "paid-search", "every": "1d", "times": 5}],
      "channels": [
        {"name": "paid-search", "visits_per_day": 120, "site": "clinic.example",
         "source": "google", "medium": "cpc",
         "campaigns": [{"name": "implants", "share": 0.4, "terms": 40, "zipf": 1.0},
           {"name": "whitening", "share": 0.6, "terms": 10, "tagging": {"click_id": 1}}],
         "tagging": {"utm": 0.6, "click_id": 0.3, "mistyped": 0.02},
         "click_id_beside_utm": true, "cost_per_click": 2.4, "week": "evenings",
         "visit": {"page_views": 4}, "returning": {}, "calls": {"probability": "8 %"}},
        {"name": "organic", "visits_per_day": 80, "source": "google", "medium": "organic"},
        {"name": "direct", "visits_per_day": 40},
      ],
      "visit": {"page_views": 2.8, "gap": {"median": "40s", "sigma": 1.1},
        "last_page": {"median": "60s", "sigma": 1.0}},
      "returning": {"share": 0.2, "after": {"median": "1d", "sigma": 1.3},
        "as": {"direct": 0.6, "organic": 0.25, "same_link": 0.1, "own_link": 0.05},
        "new_cookie": 0.1},
      "shared_links": 0.01, "not_swapped": 0.05, "bots": {"share": 0.1, "declared": 0.8},
      "calls": {"probability": 0.05, "during_visit": 0.6,
        "later": [{"share": 0.7, "median": "20m", "p90": "3h"},
          {"share": 0.3, "median": "2d", "sigma": 0.8, "saved_number": true}],
        "open": {"mon-fri": "08:00-18:00"}, "again": 0.15,
        "again_after": {"mean": "1h"}, "misdialled_per_day": 0.5, "off_site_per_day": 6,
        "answered": 0.85, "duration": {"from": "1m", "to": "5m"}},
      "pool": {"numbers": 40, "session_timeout": "30m", "reuse_timeout": "30m",
        "request": "every-page-view", "allocation": "longest-idle", "presence": "tab-open",
        "match": "last-holder"},
      "target": "coverage >= 99%, credit@15m >= 95%",
      "price_per_number": 3, "value_per_call": 40.5,
      "assumptions": ["calls.later", "returning"],
      "sources": {"calls.probability": "our own count of May",},
    }
    """

  @Test("Everything that can be said is understood")
  func whole() throws {
    let scenario = try ScenarioText.read(Self.example)
    let paid = scenario.channels[0]
    #expect(scenario.growthPerWeek == 0.025 && scenario.dayToDay.own == 0.2)
    #expect(scenario.bursts[0].every == .days(1) && scenario.bursts[0].times == 5)
    #expect(paid.calls.probability == 0.08 && paid.clickIDBesideUTM == 1)
    #expect(paid.week == .evenings && paid.tagging == .init(utm: 0.6, clickID: 0.3, mistyped: 0.02))
    #expect(scenario.visit(of: paid).pageViews == 4)
    #expect(scenario.visit(of: scenario.channels[1]).pageViews == 2.8)
    #expect(scenario.calls(of: paid).again == 0.15)
    guard case .list(let campaigns) = paid.campaigns else {
      Issue.record("Campaigns have names")
      return
    }
    #expect(campaigns[1].tagging == .init(clickID: 1) && campaigns[0].terms == 40)
    let later = try #require(scenario.calls.later)
    #expect(later[0].lag == .lognormal(median: .minutes(20), p90: .hours(3)))
    #expect(later[1].savedNumber && !later[0].savedNumber)
    #expect(scenario.calls.duration == .uniform(from: .minutes(1), to: .minutes(5)))
    #expect(scenario.calls.open?.days?[5] == [] && scenario.calls.open?.days?[0] == [480..<1080])
    #expect(scenario.week.hours[24 * 6 + 23] == 0.5 && scenario.week.hours[9] == 9)
    #expect(scenario.pool.numbers == 40 && scenario.pool.match == .lastHolder)
    #expect(scenario.pricePerNumber == 300 && scenario.valuePerCall == 4050)
    #expect(scenario.sources == ["calls.probability": "our own count of May"])
    #expect(try ScenarioText.reader.read(Array(Self.example.utf8)).clock.changes.count == 1)
  }

  @Test("Lines may end as they like, and a mark may stand before the first")
  func lineEnds() throws {
    let expected = try ScenarioText.read(Self.example)
    for end in ["\r\n", "\r"] {
      let text = "\u{FEFF}" + Self.example.replacing("\n", with: end)
      #expect(try ScenarioText.read(text) == expected)
      let broken = text.replacing("\"seed\": 1", with: "\"seed\": -1")
      #expect(
        ScenarioText.faults(broken) == ["line 3: seed: -1 is no whole number from 0 to 2^64 - 1"])
    }
  }

  @Test("What is written is read back as the same", arguments: UInt64(0)..<300)
  func roundTrip(seed: UInt64) throws {
    let scenario = RandomScenario.made(seed: seed)
    let text = ScenarioWriter.text(of: scenario, remark: ["made up", ""])
    do throws(ScenarioFaults) {
      #expect(try ScenarioText.read(text) == scenario)
    } catch {
      Issue.record("\(error)\n\(text)")
    }
    #expect(ScenarioReader.isScenario(Array(text.utf8)[...]))
  }

  @Test("A scenario is told from logs by its keys")
  func isScenario() {
    func isScenario(_ text: String) -> Bool { ScenarioReader.isScenario(Array(text.utf8)[...]) }
    #expect(isScenario("// a clinic\n{\"days\": 3, \"chanels\": [], \"time_zone\": \"UTC\"}"))
    #expect(isScenario("{\"channels\":"))
    #expect(!isScenario("{\"event_date\":\"20260302\",\"event_name\":\"page_view\"}\n"))
    #expect(!isScenario("{\"records\":[{\"callId\":1,\"callUrl\":\"channels\"}]}"))
    #expect(!isScenario("at,visitor_id\n") && !isScenario("") && !isScenario("[1]"))
    #expect(!isScenario("192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1"))
  }
}
