import NumberPoolTestSupport
import NumberPools
import Testing

@testable import PoolReports

/// Pages of any width.
@Suite("Widths")
struct WidthTests {
  @Test("No line is wider than the page but for a word that is", arguments: UInt64(0)..<60)
  func widths(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let width = 40 + generator.next(below: 120)
    let words = (0..<60).map { _ in Sample.word(1 + generator.next(below: 18)) }
    let text = words.joined(separator: " ")
    let size = generator.next(below: 300)
    let document = Document(
      sections: [
        Section(parts: [.verdict(Said(text)), .warning(Said(text)), .finding(Said(text))]),
        Section(
          title: Said(text),
          parts: [
            .table(Sample.table(&generator)), .note(Said(text)), .item(Said(text)),
            .table(Sample.table(&generator)), .assumption(Said(text)),
          ]),
        Section(parts: [
          .plot(
            Plot(
              shares: (0...size + 1).map { Double($0) / Double(size + 1) },
              mark: generator.next(below: size + 2)))
        ]),
      ], data: [:])
    for line in document.text(TextPage.Style(width: width)).split(separator: "\n") {
      #expect(line.count <= width, "\(width): \(line)")
    }
  }

  @Test("A word that is wider than the page has a line of its own")
  func longWord() {
    let document = Document(
      sections: [Section(parts: [.note(Said("a \(Sample.word(50)) b"))])], data: [:])
    #expect(document.text(TextPage.Style(width: 40)) == "a\n\(Sample.word(50))\nb\n")
  }

  @Test("A page is 40 columns wide at least")
  func narrowest() {
    #expect(TextPage.Style(width: 3).width == 40)
  }

  @Test("Names give way on a narrow page, and then columns go below others")
  func groups() {
    let table = Table(
      [1, 2],
      [
        Column<Int>.shown(.pool, .words) { _ in .name(Sample.word(30)) },
        .shown(.numbers, .count) { .count($0) },
        .shown(.coverage, .share) { .share(Double($0), of: 2) },
        .shown(.pageViewsRefused, .count) { .count($0) },
        .shown(.none, .mark) { $0 == 1 ? .words(Label.here) : .blank },
      ])
    func text(_ width: Int) -> String {
      Document(sections: [Section(parts: [.table(table)])], data: [:])
        .text(TextPage.Style(width: width))
    }
    #expect(
      text(60) == """
          pool             numbers  coverage  page views refused
          wwwwwwwwwwwwww~        1   50.00 %                   1  <-
          wwwwwwwwwwwwww~        2  100.00 %                   2

        """)
    #expect(
      text(40) == """
          pool             numbers  coverage
          wwwwwwwwwwwwww~        1   50.00 %  <-
          wwwwwwwwwwwwww~        2  100.00 %

          pool            page views refused
          wwwwwwwwwwwww~                   1  <-
          wwwwwwwwwwwww~                   2

        """)
  }

  @Test("A figure is never cut", arguments: [40, 60, 80])
  func figures(width: Int) {
    let table = Table(
      [1_234_567], (0..<12).map { _ in Column<Int>.shown(.numbers, .count) { .count($0) } })
    let lines = TextTable(table, in: English(), width: width).lines
    let figures = lines.joined(separator: " ").split(separator: " ").filter { $0 == "1,234,567" }
    // Each group begins with the first column.
    #expect(figures.count == 12 + lines.filter(\.isEmpty).count)
  }
}
