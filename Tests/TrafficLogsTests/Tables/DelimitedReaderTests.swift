import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading delimited tables")
struct DelimitedReaderTests {
  private let rows = ["60,a", "120,b", "180,a"]

  @Test("Any delimiter, line end and mark at the beginning", arguments: [",", ";", "\t"])
  func delimiters(delimiter: String) async throws {
    for end in ["\n", "\r\n"] {
      for mark in ["", "\u{FEFF}"] {
        let text = mark + (["at,visitor_id"] + rows).joined(separator: end)
        let log = try await TableText.read(text.replacing(",", with: delimiter))
        #expect(log.drawn == ["a 1 x2", "b 2 x1"])
        #expect(log.summary.lines == 3)
        #expect(log.summary.unreadable == 0)
      }
    }
  }

  @Test("Columns in any order and case, others passed over")
  func anyOrder() async throws {
    let text = "page, Visitor_ID ,x,AT\n/,a,,60\n/,b,,120\n"
    #expect(try await TableText.read(text).drawn == ["a 1 x1", "b 2 x1"])
  }

  @Test("Quotes hold delimiters, doubled quotes and ends of lines")
  func quotes() async throws {
    let text = """
      url,at,visitor_id
      "/a,b",60,"v""1"
      "/a
      b",120,"v""1"
      /c,180,"two
      lines"

      /d,240,v"2
      "",300,""
      """
    let log = try await TableText.read(text)
    #expect(log.drawn == ["v\"1 1 x2", "two\nlines 3 x1", "v\"2 4 x1"])
    #expect(log.origins.requests.text(0) == "/a,b\n")
    #expect(log.origins.requests.text(1) == "/a\nb\n")
    #expect(log.summary.leftOut == [.noVisitor: 1])
    #expect(log.summary.lines == 5)
  }

  @Test("Rows that don't fit are counted, with their lines")
  func unreadable() async throws {
    let text = """
      at,visitor_id,url
      60,a,/
      120,a
      180,a,/,,
      240,a,/,more
      never,a,/
      ,a,/
      300,"a"b,/
      360,b,"/
      420,c,/
      """
    let log = try await TableText.read(text)
    #expect(log.drawn == ["a 1 x2"])
    #expect(log.summary.unreadable == 7)
    #expect(log.summary.lines == 9)
    #expect(log.summary.problems.map(\.line) == [3, 5, 6, 7, 8])
    #expect(
      log.summary.problems.map(\.reason) == [
        "it has 2 of 3 fields", "it has more fields than the header",
        "its time can't be understood", "it has no time",
        "a closing quote is followed by more text",
      ])
  }

  @Test("A quote that is never closed takes a mebibyte at most")
  func openQuote() async throws {
    var text = "at,visitor_id\n60,\"a\n"
    for minute in 0..<100_000 { text += "\(minute * 60 + 120),bbbbbbbb\n" }
    let log = try await TableText.read(text)
    #expect(log.summary.problems.map(\.reason) == ["a quote is never closed"])
    #expect(log.summary.problems.first?.line == 2)
    #expect(log.pageViews.count + log.summary.unreadable == 100_001)
    #expect((10_000..<80_000).contains(log.pageViews.count))
  }

  @Test("A row left open before a line that is too long begins where it begins")
  func openBeforeLongLine() async throws {
    let long = String(repeating: "a", count: 2_000_000)
    let log = try await TableText.read("at,visitor_id\n60,\"a\nb\n\(long)\n120,b\n")
    #expect(log.summary.problems.map(\.line) == [2, 4])
    #expect(
      log.summary.problems.map(\.reason) == ["a quote is never closed", "it is longer than 1 MiB"])
    #expect(log.summary.lines == 4)
    #expect(log.drawn == ["b 2 x1"])
  }

  @Test("Lines that might close an open row, but don't, are looked at once")
  func manyOpenLines() throws {
    // Each closes a field and opens another one; the bare quotes in between make them odd.
    let lines = 20_000
    let header = "at,visitor_id" + String(repeating: ",", count: 2 * lines)
    let text = "\(header)\n\"\n\(String(repeating: "\",x\"y,\"\n", count: lines))60,a\n"
    let input = LogInput.bytes(name: "table.csv", Array(text.utf8))
    let started = ContinuousClock.now
    let log = try TableReader().read([input])
    // The square of the length takes minutes.
    #expect(ContinuousClock.now - started < .seconds(20))
    #expect(log.summary.lines == lines + 2)
    #expect(log.summary.problems.map(\.reason) == ["a quote is never closed"])
  }

  @Test("A row of hundreds of lines ends where it is closed, whatever quotes are in that line")
  func longWholeRow() async throws {
    let open = String(repeating: "b \"\"c\"\"\n", count: 300)
    for (end, isWhole) in [
      ("\",/", true), ("\",x\"y", true), ("\",\"/\"", true), ("\"x,\"/\"", false),
    ] {
      let log = try await TableText.read("at,visitor_id,url\n60,\"\(open)\(end)\n120,a,/\n")
      #expect(log.pageViews.count == (isWhole ? 2 : 1))
      #expect(log.summary.unreadable == (isWhole ? 0 : 301))
      if isWhole { #expect(log.visitorNames.text(0) == open.replacing("\"\"", with: "\"")) }
    }
  }

  @Test("A row of ten megabytes is unreadable")
  func longRow() async throws {
    let text = "at,visitor_id\n60,\(String(repeating: "a", count: 10_000_000))\n120,b\n"
    let log = try await TableText.read(text)
    #expect(log.summary.unreadable == 1)
    #expect(log.drawn == ["b 2 x1"])
  }

  @Test("Rows of every length around the block size arrive whole")
  func blockBoundaries() async throws {
    var text = "at,visitor_id,url\n"
    for length in 0..<1500 {
      text += "\(length),v,\"\(String(repeating: "a", count: length))\n\"\n"
    }
    let log = try await TableText.read(text)
    #expect(log.pageViews.count == 1500)
    #expect(log.origins.requests.count == 1500)
  }

  @Test(
    "Wrong columns are one sentence",
    arguments: [
      ("time,visitor_id\n", "'table.csv' has no column at; it has time, visitor_id."),
      (
        "at,who\n",
        "'table.csv' has no column visitor_id, session_id or ip; it has at, who."
      ),
      ("at,visitor_id,At\n", "'table.csv' has the column at twice."),
    ])
  func wrongColumns(text: String, expected: String) async throws {
    #expect(try await TableText.failure(text) == expected)
  }

  @Test("Columns under the file's own names")
  func mapping() async throws {
    let text = "t,who,at\n60,a,x\n"
    let reader = TableReader(columns: ["at": "t", "visitor_id": "Who"])
    #expect(try await TableText.read(text, reader).drawn == ["a 1 x1"])
    #expect(
      try await TableText.failure(text, TableReader(columns: ["at": "when", "visitor_id": "who"]))
        == "'table.csv' has no column when to take at from; it has t, who, at.")
    #expect(
      try await TableText.failure(text, TableReader(columns: ["att": "t"]))?
        .hasPrefix("The format page-views has no use for a column att; it knows at,") == true)
  }

  @Test("One column may serve twice")
  func columnTwice() async throws {
    let reader = TableReader(grouping: .column("visitor_id"))
    let log = try await TableText.read("at,visitor_id\n60,a\n120,b\n180,a\n", reader)
    #expect(log.groups == ["a", "b"])
    #expect(log.pageViews.groups == [0, 1, 0])
  }

  @Test("What is written is read back", arguments: UInt64(0)..<10)
  func roundTrip(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    let letters = Array("ab,;\t\"\n #\u{E4}")
    let delimiter = [",", ";", "\t"][generator.next(below: 3)]
    var rows: [[String]] = []
    var text = ["x", "y", "z"].joined(separator: delimiter) + "\n"
    for _ in 0..<2000 {
      let row = (0..<3).map { _ in
        String((0..<generator.next(below: 8)).map { _ in letters[generator.next(below: 10)] })
      }
      rows.append(row)
      text += row.map { field in
        field.allSatisfy { "ab\u{E4}".contains($0) } && generator.next(below: 2) == 0
          ? field : "\"\(field.replacing("\"", with: "\"\""))\""
      }.joined(separator: delimiter)
      text += generator.next(below: 2) == 0 ? "\n" : "\r\n"
    }
    var collector = Collector()
    try await TemporaryFile.with(Array(text.utf8)) { file in
      var source = try ByteSource(.file(file.path))
      let columns = ["z", "x", "y"].enumerated().map { WantedColumn(slot: $0, name: $1) }
      try DelimitedReader.read(
        &source, file: file.path, shape: .init(columns: columns, slots: 3), into: &collector,
        progress: { _ in })
    }
    #expect(collector.unreadable == 0)
    #expect(collector.rows == rows.map { [$0[2], $0[0], $0[1]] })
  }

  @Test(
    "An open row is what cutting it whole again with every line gives", arguments: UInt64(0)..<50)
  func openRows(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bytes = Array("\"\"\",,a".utf8)
    let lines = (0..<300).map { _ in
      (0..<generator.next(below: 9)).map { _ in bytes[generator.next(below: bytes.count)] }
    }
    let columns = ["x", "y", "z"].enumerated().map { WantedColumn(slot: $0, name: $1) }
    let shape = DelimitedReader.Shape(columns: columns, slots: 3)
    var found = Collector()
    var source = try ByteSource(
      .bytes(name: "table", Array("x,y,z\n".utf8) + lines.joined(separator: [0x0A]) + [0x0A]))
    try DelimitedReader.read(&source, file: "", shape: shape, into: &found, progress: { _ in })

    let names = Array("x,y,z".utf8)
    let header = try DelimitedHeader(names.span, columns: columns, mapping: [:], file: "")
    var expected = Collector()
    var pending: [UInt8]?
    for line in lines where pending != nil || !line.isEmpty {
      let whole = pending.map { $0 + [0x0A] + line } ?? line
      var row = DelimitedRow(slots: 3)
      pending = nil
      switch row.cut(whole.span, header, hasQuotes: true) {
      case .open: pending = whole
      case .problem: expected.unreadable += 1
      case .whole:
        let bytes = row.copy.isEmpty ? whole : row.copy
        expected.add(bytes.span, row.fields, line: 0)
      }
    }
    if pending != nil { expected.unreadable += 1 }
    #expect(found.rows == expected.rows)
    #expect(found.unreadable == expected.unreadable)
  }

  /// Keeps rows as texts.
  private struct Collector: RowSink {
    var rows: [[String]] = []
    var unreadable = 0

    mutating func begin(_ header: DelimitedHeader) {}

    mutating func add(_ row: Span<UInt8>, _ fields: [Range<Int>], line: Int) {
      rows.append(
        fields.map { field in
          row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        })
    }

    mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
      unreadable += 1
    }
  }
}
