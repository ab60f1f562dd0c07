import NumberPoolTestSupport
import NumberPools

@testable import PoolReports

/// A phrase that is what it says, in any language.
struct Said: Phrase {
  var text: String

  init(_ text: String) { self.text = text }

  func words(in wording: any Wording) -> String { text }
}

/// Documents with one part of every kind.
enum Sample {
  static let rows = [
    Row(name: "first", count: 1234, part: 999, money: 350, minute: 0, wait: .minutes(30)),
    Row(name: "second", count: 5, part: nil, money: nil, minute: 61, wait: .seconds(90)),
  ]

  struct Row {
    var name: String
    var count: Int
    var part: Double?
    var money: Int?
    var minute: Int64
    var wait: Interval
  }

  /// A column of every quantity.
  static var columns: [Column<Row>] {
    [
      Column("name", .pool, .words) { .name($0.name) },
      Column("numbers", .numbers, .count) { .count($0.count) },
      .data("covered", .count) { Value(mean: $0.part) },
      Column("coverage", .coverage, .share) { Value(share: $0.part, of: 1000) },
      .shown(.share, .share) { .portion($0.count, of: 10_000) },
      Column("monthly_cost", .monthlyCost, .money) { Value(money: $0.money) },
      Column("at", .from, .time) { .time(Timestamp(milliseconds: $0.minute * 60_000)) },
      Column("wait_s", .reuseTimeout, .interval) { .interval($0.wait) },
      .shown(.none, .mark) { $0.count == 5 ? .words(Label.answer) : .blank },
    ]
  }

  static var document: Document {
    let table = Table(rows, columns)
    return Document(
      sections: [
        Section(parts: [
          .verdict(Said("Rent 5 numbers.")), .warning(LogWarning.shortLog(.hours(30))),
          .finding(Said("No more than that.")),
        ]),
        Section(title: Title.pools, parts: [.table(table), .note(Said("A note."))]),
        Section(
          title: Title.coverageBySize, parts: [.plot(Plot(shares: [0, 0.5, 1], mark: 1))],
          isDetail: true),
        Section(
          title: Title.takenForGranted,
          parts: [
            .assumption(RuleAssumption.zone), .item(Said("An item.")), .excerpt("a\u{1B}b"),
            Part(.note(Said("A detail.")), isDetail: true),
          ]),
      ],
      data: [
        "answer": .count(5), "unknown": .count(nil as Int?), "said": .words(Said("Yes.")),
        "flag": .value(.flag(true)), "list": .list([.name("a"), .name("b")]),
        "rows": .rows(table), "columns": .record(table.record),
      ])
  }
}

extension Sample {
  /// A table drawn at random: names, figures, times and a sign, with headings of any length.
  static func table(_ generator: inout SplitMix64) -> Table {
    let headings: [Heading] = [
      .none, .numbers, .lagOfCall, .pageViewsRefused, .pageStaysOpen, .rule, .lag(.days(1)),
    ]
    var columns: [Column<Int>] = []
    for _ in 0...generator.next(below: 9) {
      let heading = headings[generator.next(below: headings.count)]
      let size = generator.next(below: 10)
      switch generator.next(below: 6) {
      case 0: columns.append(.shown(heading, .words) { .name(word($0 * size)) })
      case 1: columns.append(.shown(heading, .count) { .count($0 << (3 * size)) })
      case 2: columns.append(.shown(.coverage, .share) { .share(Double($0), of: 100) })
      case 3: columns.append(.shown(.monthlyCost, .money) { .money($0 * 12_345) })
      case 4:
        columns.append(.shown(heading, .time) { .time(Timestamp(milliseconds: Int64($0) << 36)) })
      default: columns.append(.shown(heading, .interval) { .interval(.minutes(Int64($0))) })
      }
    }
    if generator.next(below: 2) == 0 {
      columns.append(.shown(.none, .mark) { $0 == 3 ? .words(Label.assumed) : .blank })
    }
    return Table(Array(0..<generator.next(below: 12)), columns)
  }

  static func word(_ length: Int) -> String { String(repeating: "w", count: length) }
}
