import NumberPoolTestSupport
import NumberPools
import Testing

@testable import PoolReports

/// Every renderer over a document that has a part of every kind.
@Suite("One document, every renderer")
struct RendererTests {
  @Test("Text")
  func text() {
    #expect(
      Sample.document.text(TextPage.Style(width: 100)) == """
        Rent 5 numbers.
        Warning: The log covers 1.3 days: less than a week doesn't show the rhythm of the week.
        No more than that.

        A pool each
          pool    numbers  coverage    share  a month  from                  reuse timeout
          first     1,234   99.90 %  12.34 %     3.50  1970-01-01T00:00:00Z  30 min
          second        5         -   0.05 %        -  1970-01-01T01:01:00Z  1.5 min        <- answer
        A note.

        Coverage by pool size
         100 % |  █
               |  █
               |  █
               |  █
          50 % | ██
               | ██
               | ██
               | ██
           0 % +---
                0 2 numbers

        What this takes for granted
        - All times are UTC.
        - An item.
          a\\x1Bb
        A detail.

        """)
  }

  @Test("Details are left out of a short page, whole sections and single parts")
  func short() {
    let text = Sample.document.text(TextPage.Style(isFull: false))
    #expect(!text.contains("Coverage by pool size") && !text.contains("A detail."))
    #expect(text.contains("A pool each") && text.contains("- An item."))
  }

  @Test("Colour marks the verdict, titles and the word that begins a warning, and no more")
  func color() {
    let text = Sample.document.text(TextPage.Style(hasColor: true))
    #expect(text.contains("\u{1B}[1mRent 5 numbers.\u{1B}[0m\n"))
    #expect(text.contains("\u{1B}[1;33mWarning:\u{1B}[0m The log"))
    #expect(text.contains("\u{1B}[1mA pool each\u{1B}[0m\n"))
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == Sample.document.text())
  }

  @Test("JSON: figures in the units of programs, and nothing that is for people only")
  func json() {
    let rows = """
      [{"name":"first","numbers":1234,"covered":999,"coverage":0.999,"monthly_cost":3.5,\
      "at":"1970-01-01T00:00:00Z","wait_s":1800},\
      {"name":"second","numbers":5,"covered":null,"coverage":null,"monthly_cost":null,\
      "at":"1970-01-01T01:01:00Z","wait_s":90}]
      """
    let columns = """
      {"name":["first","second"],"numbers":[1234,5],"covered":[999,null],\
      "coverage":[0.999,null],"monthly_cost":[3.5,null],\
      "at":["1970-01-01T00:00:00Z","1970-01-01T01:01:00Z"],"wait_s":[1800,90]}
      """
    #expect(
      Sample.document.json() == """
        {"answer":5,"unknown":null,"said":"Yes.","flag":true,"list":["a","b"],\
        "rows":\(rows),"columns":\(columns)}

        """)
  }

  @Test("CSV: the columns of JSON under its names, empty where nothing is known")
  func csv() {
    #expect(
      CSVText(Sample.rows, Sample.columns).text == """
        name,numbers,covered,coverage,monthly_cost,at,wait_s
        first,1234,999,0.999,3.5,1970-01-01T00:00:00Z,1800
        second,5,,,,1970-01-01T01:01:00Z,90

        """)
  }

  @Test("What doesn't belong in a row has no key there, and no value in a column")
  func blank() {
    let table = Table(
      [1, 2], [Column<Int>.data("odd", .count) { $0 == 1 ? .count($0) : .blank }])
    let document = Document(
      sections: [], data: ["rows": .rows(table), "columns": .record(table.record)])
    #expect(document.json() == #"{"rows":[{"odd":1},{}],"columns":{"odd":[1,null]}}"# + "\n")
  }
}
