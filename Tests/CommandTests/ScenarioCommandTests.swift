import Foundation
import NumberPoolTestSupport
import Testing

/// Scenarios on the command line: in place of a log, and made into tables.
@Suite("numberpool generate, scenario check, and scenarios in place of logs")
struct ScenarioCommandTests {
  private static let clinic = """
    {
      // A small one, with a little of everything.
      "time_zone": "Europe/Berlin", "start": "2026-03-23", "days": 10,
      "day_to_day": 0.15,
      "bursts": [{"at": "2026-03-25 20:15", "visits": 30, "half_life": "4m", "channel": "paid"}],
      "channels": [
        {"name": "paid", "visits_per_day": 40, "source": "google", "medium": "cpc",
         "campaigns": [{"name": "a, b", "terms": 4}, {"name": "c"}],
         "tagging": {"utm": 0.6, "click_id": 0.3, "mistyped": 0.05}, "cost_per_click": 2.4},
        {"name": "organic", "visits_per_day": 30, "source": "google", "medium": "organic"},
        {"name": "direct", "visits_per_day": 10, "site": "b.example"},
      ],
      "returning": {"share": 0.3, "new_cookie": 0.1}, "shared_links": 0.05, "not_swapped": 0.1,
      "bots": {"share": 0.1, "declared": 0.7},
      "calls": {"probability": 0.2, "again": 0.2, "misdialled_per_day": 1, "off_site_per_day": 2},
      "pool": {"numbers": 12, "reuse_timeout": "10m", "match": "last-holder-within=1d"},
      "target": "coverage >= 95%", "price_per_number": 3, "value_per_call": 40,
    }
    """

  private func withClinic(
    _ body: (_ folder: TemporaryFolder, _ scenario: String) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      try folder.write(Array(Self.clinic.utf8), to: "clinic.json")
      try body(folder, folder.file("clinic.json"))
    }
  }

  @Test("The folder of a scenario gives the same reports as the scenario itself")
  func roundTrip() throws {
    try withClinic { folder, scenario in
      let made = folder.file("made")
      let run = try CommandRun("generate", scenario, "--output", made)
      #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
      for arguments in [
        ["size"], ["size", "--json"], ["inspect"], ["replay", "--numbers", "9"],
        ["size", "--only", "paid", "--pool-by", "site", "--reuse-timeout", "30m"],
      ] {
        let ofScenario = try CommandRun(arguments + [scenario])
        #expect(ofScenario.code == 0, "\(ofScenario.errors)")
        #expect(
          try CommandRun(arguments + [made]).output
            == ofScenario.output.replacing(scenario, with: "\(made)/page_views.csv"))
      }
      // Made again, it is the same to the last byte; another replication isn't.
      let again = folder.file("again")
      let other = folder.file("other")
      _ = try CommandRun("generate", scenario, "--output", again)
      _ = try CommandRun("generate", scenario, "--output", other, "--replication", "1")
      for table in ["page_views.csv", "sessions.csv", "calls.csv", "costs.csv", "scenario.json"] {
        let bytes = try [made, again, other].map {
          try Data(contentsOf: URL(fileURLWithPath: "\($0)/\(table)"))
        }
        #expect(bytes[0] == bytes[1] && !bytes[0].isEmpty)
        #expect((bytes[0] == bytes[2]) == (table == "scenario.json"), "\(table)")
      }
    }
  }

  @Test("Pool, target and prices are the scenario's, but for what is typed")
  func options() throws {
    try withClinic { _, scenario in
      let run = try CommandRun("size", scenario)
      #expect(run.output.contains("coverage >= 95%"))
      #expect(run.output.contains("The offer of 12 numbers"))
      #expect(run.output.contains("10 min") && run.output.contains("a month"))
      let typed = try CommandRun("size", "--quote", "3", "--target", "coverage >= 90%", scenario)
      #expect(typed.output.contains("coverage >= 90%"))
      #expect(typed.output.contains("The offer of 3 numbers"))
    }
  }

  @Test("As an access log it is read too, and both forms don't mix")
  func combined() throws {
    try withClinic { folder, scenario in
      let made = folder.file("made")
      #expect(try CommandRun("generate", scenario, "--output", made, "--as", "combined").code == 0)
      let run = try CommandRun("size", made)
      #expect(run.code == 0, "\(run.errors)")
      let mixed = try CommandRun("generate", scenario, "--output", made)
      #expect(mixed.code == 64 && mixed.errors.contains("access.log"))
    }
  }

  @Test("What a scenario means is said in lines that fit")
  func check() throws {
    try withClinic { _, scenario in
      let run = try CommandRun("scenario", "check", scenario)
      #expect(run.code == 0 && run.errors.isEmpty)
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for words in ["10 days from 2026-03-23", "paid (google / cpc): 40", "calls a day"] {
        #expect(run.output.contains(words), "\(run.output)")
      }
    }
  }

  @Test("All mistakes go to standard error, each with its line")
  func mistakes() throws {
    try TemporaryFolder.with { folder in
      let text = "{\"channels\": [\n{\"name\": \"a\", \"visits_per_dya\": 3}],\n\"not_swapped\": 2}"
      try folder.write(Array(text.utf8), to: "bad.json")
      let scenario = folder.file("bad.json")
      for arguments in [
        ["size"], ["scenario", "check"], ["generate", "--output", folder.file("made")],
      ] {
        let run = try CommandRun(arguments + [scenario])
        #expect(run.code == 65 && run.output.isEmpty)
        #expect(run.errors.contains("line 2: channels[0].visits_per_dya: isn't known"))
        #expect(run.errors.contains("line 3: not_swapped: 2 is no share (0 to 1)"))
        #expect(run.errors.contains("has 2 mistakes."))
      }
    }
  }

  @Test("Without a log: an answer, and the scenario behind it")
  func withoutLog() throws {
    try TemporaryFolder.with { folder in
      let saved = folder.file("saved.json")
      let run = try CommandRun(
        "size", "--visits-per-day", "60", "--visit-length", "4m", "--page-views", "3",
        "--peak-hour-share", "12%", "--paid-share", "0.5", "--calls-per-day", "3", "--days", "14",
        "--save-scenario", saved)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("assumes without a source"))
      #expect(try CommandRun("size", saved).output == run.output)
      #expect(try CommandRun("scenario", "check", saved).output.contains("14 days"))
    }
  }

  @Test(
    "Wrong use is said",
    arguments: [
      ["size", "--visits-per-day", "60", "x.log"], ["size", "--page-views", "3", "x.log"],
      ["size", "--visits-per-day", "60", "--peak-hour-share", "90%"],
      ["size", "--visits-per-day", "60", "--visit-length", "3h"],
      ["size", "--visits-per-day", "60", "--calls-per-day", "70"],
      ["size", "--visits-per-day", "900000", "--days", "3000"], ["generate", "x.json"],
      ["generate", "--output", "x"], ["generate", "a", "b", "--output", "x"],
      ["scenario", "check"], ["scenario", "chek", "x"],
    ])
  func wrongUse(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 64 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 2)
  }
}
