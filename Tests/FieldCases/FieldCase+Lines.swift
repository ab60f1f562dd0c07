extension FieldCase {
  /// Fields of a web log's line that aren't where they usually are, and what stands around lines.
  static let lines = textLayouts + damage + requests

  private static let text = "\"-\" \"\(FieldLog.agent)\""

  /// Where referrer and browser stand.
  private static let textLayouts = fieldsBetween.map { name, behind in
    let people = (0...1).flatMap { view in
      (1...6).map { FieldLog.line($0, view: view, behind: behind($0)) }
    }
    // A robot by its name, and one that gives none.
    let robots = ["ExampleBot/7.0 (+http://bot.example/)", "-"].map { name in
      people[0].replacing(FieldLog.agent, with: name)
        .replacing("203.0.113.11", with: "203.0.113.77")
    }
    return FieldCase(
      name, ["a.log": (people + robots).map { $0 + "\n" }.joined()], "inspect a.log",
      .figures([
        "traffic.visitors": 6, "traffic.page_views": 12, "traffic.left_out.bot": 2,
        "peak.numbers": 6,
      ]))
  }

  private static let fieldsBetween: [(String, @Sendable (Int) -> String)] = [
    ("two numbers before the referrer", { _ in " 1470 0 \(text)" }),
    (
      "a number or a dash before the referrer",
      { person in
        person.isMultiple(of: 2) ? " 0.004 \(text)" : " - \(text)"
      }
    ),
    (
      "a list of numbers before the referrer",
      { person in
        person.isMultiple(of: 2) ? " 0.004, 0.002 \(text)" : " 0.004 \(text)"
      }
    ),
    ("a bare dash for the referrer", { _ in " - \"\(FieldLog.agent)\" 1 \"web@docker\" 3ms" }),
    (
      "the browser before the referrer",
      { person in
        " \"\(FieldLog.agent)\" \"\(person == 1 ? "https://www.google.com/" : "-")\""
      }
    ),
    (
      "the site and a type in quotes before the referrer",
      { _ in
        " \"shop.example\" \"text/html\" \(text)"
      }
    ),
    (
      "an upstream's address in quotes behind",
      { _ in " \(text) 7 \"web\" \"http://10.0.0.5:80\" 3ms" }
    ),
  ]

  private static let plain = Array(FieldLog.text().utf8)

  /// What stands around and between lines.
  private static let damage = [
    FieldCase(
      "a byte-order mark", bytes: ["a.log": [0xEF, 0xBB, 0xBF] + plain], "inspect a.log", .six),
    FieldCase(
      "a run of zeros before the first line",
      bytes: ["a.log": [UInt8](repeating: 0, count: 300) + plain], "inspect a.log", .six),
    FieldCase(
      "a run of zeros within",
      [
        "a.log": FieldLog.text().replacing(
          "203.0.113.14", with: String(repeating: "\0", count: 90) + "203.0.113.14")
      ], "inspect a.log", .six),
    FieldCase(
      "carriage returns and a blank first line",
      ["a.log": "\r\n" + FieldLog.text().replacing("\n", with: "\r\n")], "inspect a.log", .six),
    FieldCase(
      "a request without quotes",
      [
        "a.log": FieldLog.text().replacing("\"GET / HTTP/1.1\"", with: "GET / HTTP/1.1")
          .replacing("\"GET /prices HTTP/1.1\"", with: "GET /prices HTTP/1.1")
      ], "inspect a.log",
      .refused(65, "can be understood")),
    FieldCase(
      "the time first and the client behind it",
      [
        "a.log": FieldLog.lines { person, view in
          "[02/Mar/2026:10:0\(person):0\(view) +0300] - 200 200 - GET https shop.example \"/\""
            + " [Client \(FieldLog.address(person))] [Length 5120] \"\(FieldLog.agent)\" \"-\""
        }
      ], "inspect a.log", .refused(65, "it doesn't begin with an address")),
    FieldCase(
      "one address with many browsers in minutes",
      [
        "a.log": FieldLog.text()
          + (10...29).map { version in
            FieldLog.line(1, view: 0).replacing("Chrome/145", with: "Chrome/1\(version)") + "\n"
          }.joined()
      ], "inspect a.log", .warned("ten or more browsers appeared within ten minutes")),
    FieldCase(
      "no browser on any line",
      ["a.log": FieldLog.text(behind: { _ in " \"-\" \"-\" 1 \"web\" 3ms" })],
      "inspect a.log", .figures(["traffic.sessions": 0, "traffic.left_out.bot": 12])),
  ]

  /// Requests that look like page views and are none.
  private static let requests =
    [
      "/prices?_rsc=1a2b", "/prices?a=1&_rsc=1a2b", "/prices?_pjax=%23main",
      "/prices?_data=routes%2Fprices", "/_next/data/x/prices.json", "/prices/__data.json",
      "/?wc-ajax=get_refreshed_fragments", "/?rest_route=/wp/v2/posts", "/?feed=rss2",
      "/?doing_wp_cron=1772445600.5", "/prices/_payload.json",
    ].map { path in
      FieldCase(
        "a page fetched by a script: \(path)",
        [
          "a.log": FieldLog.text()
            + FieldLog.lines { person, view in
              FieldLog.line(person, view: view).replacing("GET / HTTP", with: "GET \(path) HTTP")
                .replacing("GET /prices HTTP", with: "GET \(path) HTTP")
            }
        ], "inspect a.log", .six)
    }
}
