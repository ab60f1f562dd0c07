import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("The same record twice")
struct RepeatsTests {
  @Test("A digest doesn't depend on the blocks that bytes come in", arguments: UInt64(0)..<20)
  func blocks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<random.next(below: 400)).map { _ in UInt8(random.next(below: 256)) }
    var digest = ContentDigest()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + random.next(below: 70))
      bytes[start..<end].withUnsafeBytes { digest.add($0) }
      start = end
    }
    #expect(digest.value == ContentDigest.digest(of: bytes.span))
    guard !bytes.isEmpty else { return }
    var other = bytes
    other[random.next(below: bytes.count)] ^= 1
    #expect(ContentDigest.digest(of: other.span) != digest.value)
    #expect(ContentDigest.digest(of: (bytes + [0]).span) != digest.value)
  }

  @Test("A set of records is a set", arguments: UInt64(0)..<5)
  func records(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var records = RecordSet()
    var known: Set<Int> = []
    for _ in 0..<5000 {
      let record = 1 + random.next(below: 3000)
      #expect(records.contains(UInt64(record)) == known.contains(record))
      #expect(records.insert(UInt64(record)) == known.insert(record).inserted)
    }
  }

  /// A log of so many lines, some seconds apart, of people who ask for a few pages.
  private static func log(_ random: inout SplitMix64, lines: Int) -> [String] {
    var second = 0
    return (0..<lines).map { _ in
      second += random.next(below: 3)
      let time = "\(10 + second / 3600):\(two(second / 60 % 60)):\(two(second % 60))"
      return "192.0.2.\(random.next(below: 4)) - - [02/Mar/2026:\(time) +0000]"
        + " \"GET /\(random.next(below: 2)) HTTP/1.1\" 200 1 \"-\" \"Firefox/1\"\n"
    }
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  @Test("Two parts of a log that overlap are the log, in either order", arguments: UInt64(0)..<40)
  func overlap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines = Self.log(&random, lines: 120)
    let start = 20 + random.next(below: 40)
    let end = start + 25 + random.next(below: 30)
    func input(_ name: String, _ range: Range<Int>) -> LogInput {
      .bytes(name: name, Array(lines[range].joined().utf8))
    }
    let whole = try WebLogReader(bots: .keep).read([input("whole", 0..<120)])
    let older = input("older", 0..<end)
    let newer = input("newer", start..<120)
    let middle = input("middle", start..<end)
    for inputs in [
      [older, newer], [newer, older], [older, newer, middle], [middle, newer, older],
    ] {
      let log = try WebLogReader(bots: .keep).read(inputs)
      #expect(log.pageViews.times.sorted() == whole.pageViews.times.sorted())
      let dropped = log.summary.leftOut[.repeated, default: 0]
      #expect(log.summary.lines - dropped == 120)
      #expect(log.summary.unreadable == 0)
    }
  }

  @Test("Logs that only follow one another lose nothing", arguments: UInt64(0)..<40)
  func rotation(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines = Self.log(&random, lines: 200)
    let cut = 1 + random.next(below: 198)
    let parts = [lines[..<cut], lines[cut...]].enumerated().map {
      LogInput.bytes(name: "\($0)", Array($1.joined().utf8))
    }
    for inputs in [parts, parts.reversed()] {
      let log = try WebLogReader(bots: .keep).read(inputs)
      #expect(log.pageViews.count == 200)
      #expect(log.summary.leftOut[.repeated] == nil && log.summary.doubts.isEmpty)
    }
  }

  @Test("Logs that share every other line are doubted, and count in full")
  func likeness() throws {
    var random = SplitMix64(seed: 7)
    let lines = Self.log(&random, lines: 3000)
    let odd = lines.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let log = try WebLogReader(bots: .keep).read([
      .bytes(name: "all", Array(lines.joined().utf8)),
      .bytes(name: "some", Array(odd.joined().utf8)),
    ])
    #expect(log.pageViews.count == 4500)
    let isSaid = log.summary.doubts.contains {
      if case .sharedLines(file: "some", _, of: _) = $0 { true } else { false }
    }
    #expect(isSaid)
  }

  @Test("Rows of calls in any order and number make the same calls", arguments: UInt64(0)..<30)
  func calls(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var rows: [CallLog.Row] = []
    for call in 0..<30 {
      let start = Timestamp.seconds(Int64(call * 100_000))
      for report in 0...random.next(below: 4) {
        rows.append(
          CallLog.Row(
            id: "c\(call)", time: start + .seconds(Int64(report * random.next(below: 600))),
            truth: report == 0 ? .session("s\(call)") : .unknown, duration: .seconds(Int64(report)),
            isAnswered: report == 0 ? nil : report > 2))
      }
    }
    func merged(_ rows: [CallLog.Row]) -> [CallLog.Row] {
      var merger = CallMerger()
      for row in rows { merger.add(row) }
      let outcome = merger.finish()
      #expect(outcome.calls.count + outcome.repeated == rows.count)
      return outcome.calls.sorted { $0.time < $1.time }
    }
    let calls = merged(rows)
    #expect(calls.map(\.truth) == (0..<30).map { .session("s\($0)") })
    #expect(calls.map(\.time) == (0..<30).map { .seconds($0 * 100_000) })
    for index in rows.indices { rows.swapAt(index, random.next(below: rows.count)) }
    #expect(merged(rows).map(\.time) == calls.map(\.time))
    #expect(merged(rows).map(\.duration) == calls.map(\.duration))
  }
}
