import NumberPoolTestSupport
import Testing

@Suite("Nothing in a log commands a terminal")
struct TerminalTests {
  /// Clears the screen, sets the title, turns the writing around, and ends a line.
  private static let attacks = [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{202E}", "\u{7F}", "\r", "\u{8}",
  ]

  private func check(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.output.isHarmless, "\(arguments)")
    #expect(run.errors.isHarmless, "\(arguments)")
    #expect(!run.output.isEmpty || !run.errors.isEmpty)
  }

  @Test("From an access log", arguments: attacks)
  func accessLog(attack: String) throws {
    let log = """
      x\(attack).example 192.0.2.1 - u [02/Mar/2026:10:00:00 +0000] \
      "GET /?utm_source=a\(attack)&utm_medium=\(attack)b&utm_campaign=\(attack) HTTP/1.1" 200 1 \
      "https://r\(attack).example/" "Mozilla/5.0 \(attack)"
      192.0.2.2\(attack) - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 \
      "https://r\(attack).example/" "Mozilla/5.0 \(attack)"
      \(attack) not a line

      """
    try TemporaryFolder.with(["\(attack).log": log, "access.log": log]) { folder in
      for file in ["access.log", "\(attack).log"] {
        for options in [[], ["--json"], ["--show-personal-data"]] {
          let tail = options + [folder.file(file)]
          try check(["inspect"] + tail)
          try check(["size", "--pool-by", "host"] + tail)
          try check(["size", "--pool-by", "file"] + tail)
          try check(["replay", "--numbers", "1"] + tail)
        }
      }
    }
  }

  @Test("From tables", arguments: attacks)
  func tables(attack: String) throws {
    // A carriage return before the end of a line belongs to the end.
    let views = """
      at,visitor_id,session_id,campaign,source,medium,region
      1772445600,v\(attack),s\(attack)1,c\(attack),s\(attack)x,m\(attack)x,r\(attack)x
      never\(attack),v,s,,,,x

      """
    let calls = "at,call_id,session_id\n1772445700,c\(attack)1,s\(attack)1\n\(attack),x,y\n"
    try TemporaryFolder.with(["views.csv": views, "calls.csv": calls]) { folder in
      for options in [[], ["--json"], ["--show-personal-data"]] {
        let tail = options + ["--calls", folder.file("calls.csv"), folder.file("views.csv")]
        try check(["inspect"] + tail)
        try check(["size", "--pool-by", "region"] + tail)
        try check(["replay", "--numbers", "1"] + tail)
      }
    }
  }

  @Test("From what a complaint quotes", arguments: attacks)
  func complaints(attack: String) throws {
    let header = "at,x\(attack)y,z\n1772445600,1,2\n"
    let noZone = "at,visitor_id\n2026-03-02 10:00,v\(attack)\n"
    try TemporaryFolder.with(["\(attack)a.csv": header, "\(attack)b.csv": noZone]) { folder in
      let table = folder.file("\(attack)a.csv")
      for arguments in [
        ["inspect", table], ["inspect", folder.file("\(attack)b.csv")],
        ["inspect", folder.file("\(attack)none")], ["\(attack)"], ["size", "--\(attack)", "x"],
        ["size", "--target", "\(attack) >= 1%", Sample.log],
        ["size", "--lags", "\(attack)", Sample.log], ["size", "--quote", "\(attack)", Sample.log],
        ["size", "--allocation", attack, Sample.log], ["size", "--format", attack, Sample.log],
        ["size", "--time-zone", attack, Sample.log], ["size", "--column", attack, Sample.log],
        ["size", "--column", "at=\(attack)", table], ["size", "--pool-by", attack, Sample.log],
        ["size", "--price-per-number", attack, Sample.log],
        ["anonymize", "--key-file", attack, Sample.log],
        ["anonymize", "--output-folder", "/dev/null/\(attack)", Sample.log],
        ["replay", "--numbers", "1", "--assignments-output", "/dev/null/\(attack)", Sample.log],
      ] {
        let run = try CommandRun(arguments)
        #expect(run.code != 0, "\(arguments)")
        run.expectSentenceAndHint()
      }
    }
  }

  @Test("Formulas in names are disarmed in the CSV that is written")
  func formulas() throws {
    let files = [
      "views.csv": "at,visitor_id,session_id,campaign\n1772445600,v,=cmd(),@SUM(1)\n",
      "calls.csv": "at,call_id,session_id\n1772445700,\"+cmd|' /C calc'!A0\",=cmd()\n",
    ]
    try TemporaryFolder.with(files) { folder in
      let run = try CommandRun(
        "replay", "--numbers", "1", "--calls", folder.file("calls.csv"), "--calls-output",
        folder.file("credited.csv"), "--assignments-output", folder.file("loans.csv"),
        folder.file("views.csv"))
      #expect(run.code == 0)
      let credited = try folder.text("credited.csv").split(separator: "\n")
      #expect(credited.count == 2)
      #expect(credited.last?.hasPrefix("'+cmd|' /C calc'!A0,") == true)
      #expect(credited.last?.contains(",'=cmd(),'=cmd(),") == true)
      let loans = try folder.text("loans.csv").split(separator: "\n")
      #expect(loans.count == 2)
      #expect(loans.last?.hasPrefix("1,'=cmd(),") == true)
    }
  }
}
