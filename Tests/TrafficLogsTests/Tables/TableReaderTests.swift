import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading tables")
struct TableReaderTests {
  private func read(
    _ texts: [String], _ reader: TableReader = TableReader()
  ) throws -> TrafficLog {
    let names = texts.indices.map { "\($0).csv" }
    return try TemporaryFolder.with(Dictionary(uniqueKeysWithValues: zip(names, texts))) { folder in
      try reader.read(names.map { .file(folder.file($0)) })
    }
  }

  @Test("Which kind a table is follows from its header", arguments: [",", ";", "\t"])
  func kinds(delimiter: String) throws {
    func table(_ text: String) -> String { text.replacing(",", with: delimiter) }
    let views = try read([table("at,visitor_id\n60,a\n120,b\n180,a\n")])
    #expect(views.drawn == ["a 1 x2", "b 2 x1"])
    let sessions = try read([table("start,session_id,visitor_id\n60,s1,a\n120,s2,b\n")])
    #expect(sessions.drawn == ["a 1 x1", "b 2 x1"])
    #expect(sessions.pageViews.sessions.count == 2)
    let counts = try read([table("at,visits\n1772445600,2\n1772445660,3\n")])
    #expect(counts.pageViews.count == 5)
    let calls = try TemporaryFolder.with(["c.csv": table("at,session_id\n60,s1\n")]) { folder in
      try TableReader().readCalls([.file(folder.file("c.csv"))])
    }
    #expect(calls.rows.map(\.truth) == [.session("s1")])
  }

  @Test("Several tables are one log; a visitor's name is the same in all")
  func several() throws {
    let texts = ["at,visitor_id\n60,a\n120,b\n", "visitor_id,at\nb,180\nc,240\n"]
    let log = try read(texts)
    #expect(log.drawn == ["a 1 x1", "b 2 x2", "c 4 x1"])
    #expect(log.summary.lines == 4 && log.summary.files.count == 2)
    let byFile = try read(texts, TableReader(grouping: .file))
    #expect(byFile.groups.count == 2)
  }

  @Test("What each pool of its own is made for is a column's values")
  func groups() throws {
    let text = "at,visitor_id,site\n60,a,north\n120,b,south\n180,c,north\n"
    let log = try read([text], TableReader(grouping: .column("site")))
    #expect(log.groups == ["north", "south"])
    #expect(log.pageViews.groups == [0, 1, 0])
    #expect(throws: TableError.self) {
      try read([text], TableReader(grouping: .column("region")))
    }
  }

  @Test("A row that can't be understood is counted, and the next is read")
  func damagedRows() throws {
    let log = try read(["at,visitor_id\n60,a\nsoon,b\n\"120,c\n"])
    #expect(log.drawn == ["a 1 x1"])
    #expect(log.summary.lines == 3 && log.summary.unreadable == 2)
    #expect(log.summary.problems.map(\.line) == [3, 4])
  }

  @Test("A name given for a column that this format hasn't is an error")
  func unknownColumn() throws {
    #expect(throws: TableError.self) {
      try read(["at,visitor_id\n60,a\n"], TableReader(columns: ["nonsense": "at"]))
    }
    let log = try read(["t,who\n60,a\n"], TableReader(columns: ["at": "t", "visitor_id": "who"]))
    #expect(log.drawn == ["a 1 x1"])
  }
}
