/// Figures that pages say outside of what they print.
enum ManualFigures {
  /// The figures of a line: digits with their commas and decimals.
  static func figures(_ line: String) -> [String] {
    line.matches(of: /(?:^|[^\w.])(\d[\d,]*(?:\.\d+)?)/).map { match in
      var figure = String(match.output.1)
      while figure.hasSuffix(",") { figure.removeLast() }
      return figure
    }
  }

  /// A line without inline code, links and the numbers of a list.
  static func withoutCode(_ line: String) -> String {
    line.replacing(/`[^`]*`/, with: "").replacing(/<[^>]*>/, with: "")
      .replacing(/\]\([^)]*\)/, with: "]").replacing(/^\s*\d+\.\s/, with: "")
  }

  /// Why a figure may be said though no command on the page prints it.
  enum Reason {
    /// What the model or the format fixes: a default, a unit, a code.
    case definition
    /// Arithmetic or a proof that the page itself gives.
    case theory
    /// Printed elsewhere, with the source named on the page.
    case published
    /// Asserted by `RealLogTests`, on logs that the repository doesn't hold.
    case realLogs
    /// Measured by the benchmarks, with machine and date on the page.
    case benchmark
    /// Asserted by another test.
    case test
  }

  private static let core = "Sources/NumberPools/NumberPools.docc"

  /// By page.
  static let accounted: [String: [String: Reason]] = [
    "README.md": figures([
      .definition: [
        "6.2", "2.0", "6", "10",
      ],
      .benchmark: [
        "6.3", "4", "23", "2026", "50", "19", "28", "7", "3", "252", "78", "390", "70", "84",
        "241", "207", "234", "153", "108", "1.2", "1.3", "30,000", "0.9", "172",
      ],
      .realLogs: [
        "797,661"
      ],
    ]),
    "\(core)/AddingAnAllocationOrder.md": figures([
      .test: [
        "5", "6", "20",
      ]
    ]),
    "\(core)/AddingAReader.md": figures([
      .definition: [
        "1970", "5", "6",
      ]
    ]),
    "\(core)/BusinessWithoutALog.md": figures([
      .definition: [
        "0", "1",
      ]
    ]),
    "\(core)/EnoughForNextMonth.md": figures([
      .published: [
        "1981"
      ]
    ]),
    "\(core)/LimitsAndAssumptions.md": figures([
      .definition: [
        "30", "99.99", "100",
      ]
    ]),
    "\(core)/ReportsOfCounts.md": figures([
      .definition: [
        "4", "24", "3",
      ]
    ]),
    "\(core)/MonotoneOrNot.md": figures([
      .test: [
        "7.02", "2", "8", "3.84", "14.04", "7.03", "4.75", "7.7", "0.5", "6.01", "5.48", "11.68",
        "3.51", "2.62", "8.03", "4.5", "4.01", "10.04", "1", "4.58", "3.14", "15.33", "7",
        "4.02", "0", "13.96", "7.72", "3.23", "9", "11", "4.95", "13.86", "3.5", "10", "11.01",
        "7.13", "12", "3", "11.515", "4", "100", "6", "2.13", "0.55",
      ]
    ]),
    "\(core)/OnePassForEverySize.md": figures([
      .theory: [
        "1"
      ]
    ]),
    "Sources/PoolReports/PoolReports.docc/PoolReports.md": figures([
      .definition: [
        "80"
      ]
    ]),
    "\(core)/ReadingTheReports.md": figures([
      .definition: [
        "8601", "64", "65", "66", "71", "74", "10,000", "0", "15", "400",
      ]
    ]),
    "\(core)/WhichChannels.md": figures([.published: ["30"]]),
    "\(core)/WhichTimeout.md": figures([
      .published: [
        "12"
      ]
    ]),
    "\(core)/WhyNotOneNumberPerUTMTag.md": figures([
      .realLogs: [
        "6", "478", "1", "477", "63", "433",
      ]
    ]),
    "\(core)/WhoIsAVisitor.md": figures([
      .definition: [
        "30", "2",
      ],
      .realLogs: [
        "9", "8", "84", "51", "7,559", "4,038", "1,325", "157,433", "2,576", "12", "127", "63",
        "390", "3,169", "99", "58", "1,054", "72", "1,271", "1,501", "78", "2,849", "734",
        "1,093", "57", "64,218",
      ],
    ]),
  ]

  private static func figures(_ byReason: [Reason: [String]]) -> [String: Reason] {
    var accounted: [String: Reason] = [:]
    for (reason, figures) in byReason {
      for figure in figures { accounted[figure] = reason }
    }
    return accounted
  }
}
