import Foundation
import NumberPoolTestSupport
import Testing

@Suite("numberpool compare")
struct CompareCommandTests {
  /// Two campaigns, a click id, a return without tags, a call that no visit caused, one off the
  /// site.
  private static let files = [
    "views.csv": """
    session_id,visitor_id,at,url,referrer
    s1,v1,2026-03-02T10:00:00Z,https://shop.example/?utm_source=Google&utm_medium=cpc&utm_campaign=A,
    s2,v2,2026-03-02T10:01:00Z,https://shop.example/?gclid=G2,https://www.google.com/
    s3,v1,2026-03-03T10:00:00Z,https://shop.example/,
    s4,v4,2026-03-04T10:00:00Z,https://shop.example/?utm_source=x&utm_campaign=own,https://shop.example/

    """,
    "sessions.csv": """
    session_id,person_id,source,medium,campaign,term,click_id,via,not_swapped
    s1,p1,google,cpc,a,,,first,false
    s2,p2,google,cpc,b,,G2,first,false
    s3,p1,,,,,,return-direct,false
    s4,p4,,,,,,return-own-link,false

    """,
    "calls.csv": """
    call_id,at,session_id,no_visit,off_site,draw
    k1,2026-03-02T10:05:00Z,s1,false,false,
    k2,2026-03-02T10:06:00Z,s2,false,false,
    k3,2026-03-03T10:05:00Z,s3,false,false,
    k4,2026-03-04T10:05:00Z,,true,false,0.0
    k5,2026-03-04T11:05:00Z,,false,true,
    k6,2026-03-04T11:06:00Z,,false,false,

    """,
    "costs.csv": "source,medium,campaign,cost\ngoogle,cpc,a,10\ngoogle,cpc,b,30\n",
  ]

  @Test("Truths, calls and costs are read, and the keys are those of the manual")
  func json() throws {
    try TemporaryFolder.with(Self.files) { folder in
      let run = try CommandRun(
        "compare", "--json", "--numbers", "2", "--truth", folder.file("sessions.csv"), "--calls",
        folder.file("calls.csv"), "--costs", folder.file("costs.csv"), folder.file("views.csv"))
      let report = try run.json()
      let calls = try #require(report["calls"] as? [String: Any])
      #expect(calls["no_visit"] as? Int == 1 && calls["off_site"] as? Int == 1)
      #expect(calls["excluded"] as? [String: Int] == ["no_truth": 1])
      #expect((calls["judged"] as? [String: Int])?["campaign"] == 3)
      #expect(
        report["true_channels"] as? [String: Int] == ["paid-search": 3, "no_visit": 1])
      let schemes = try #require(report["schemes"] as? [[String: Any]])
      func campaign(_ name: String) throws -> [String: Any] {
        let scheme = try #require(schemes.first { $0["name"] as? String == name })
        return try #require((scheme["levels"] as? [String: [String: Any]])?["campaign"])
      }
      #expect(try campaign("pool")["right"] as? Int == 3)
      #expect(try campaign("per-utm")["right"] as? Int == 1)
      #expect(
        try campaign("per-utm")["causes"] as? [String: Int]
          == ["click_id_only": 1, "lost_on_return": 1, "no_visit": 1])
      #expect(report["true_cost_per_campaign_call"] as? Double == 40.0 / 3)
      #expect(schemes.count == 8 && report["schema"] as? Int == 1)
    }
  }

  @Test("A folder of tables is what its tables are")
  func folder() throws {
    var files = Self.files
    files["page_views.csv"] = files["views.csv"]
    try TemporaryFolder.with(files) { folder in
      let place = folder.path
      let apart = try CommandRun(
        "compare", "--json", "--truth", folder.file("sessions.csv"), "--calls",
        folder.file("calls.csv"), "--costs", folder.file("costs.csv"),
        folder.file("page_views.csv"))
      let together = try CommandRun("compare", "--json", place)
      #expect(together.code == 0 && together.output == apart.output)
    }
  }

  @Test("A row is written for each call, scheme and level")
  func rows() throws {
    try TemporaryFolder.with(Self.files) { folder in
      let run = try CommandRun(
        "compare", "--numbers", "2", "--calls", folder.file("calls.csv"), "--calls-output",
        folder.file("out.csv"), folder.file("views.csv"))
      #expect(run.code == 0)
      let rows = try folder.text("out.csv").split(separator: "\n")
      #expect(rows.count == 1 + 4 * 8 * 6)
      #expect(
        rows.contains(
          "k3,2026-03-03T10:05:00Z,per-utm,campaign,nothing,,google / cpc / a,lost_on_return"))
      // Nobody else knows what the click was.
      #expect(
        rows.contains("k2,2026-03-02T10:06:00Z,pool,campaign,right,click:G2,click:G2,"))
    }
  }

  @Test("Every line fits 80 columns, and it is the same each time", arguments: [[], ["--full"]])
  func text(options: [String]) throws {
    let run = try CommandRun(["compare"] + options + [Sample.log])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try CommandRun(["compare"] + options + [Sample.log]).output == run.output)
  }

  @Test(
    "Wrong use is told",
    arguments: [
      ["--utm-memory", "week"], ["--utm-sees", "cookies"], ["--fallback", "none"],
      ["--not-swapped", "120%"], ["--allocation", "unknown"], ["--target", "coverage >= 100.1%"],
    ])
  func wrongUse(options: [String]) throws {
    #expect(try CommandRun(["compare"] + options + [Sample.log]).code == 64)
  }
}
