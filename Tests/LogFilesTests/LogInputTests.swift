import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Where bytes come from makes no difference")
struct LogInputTests {
  private let log = (0..<2000).map { index in
    "192.0.2.\(index % 200) - - [02/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X)\"\n"
  }.joined()

  private func visitors(_ input: LogInput) throws -> [VisitorID] {
    try WebLogReader().read([input]).pageViews.visitors
  }

  @Test("A file, bytes in memory, and either of them compressed")
  func places() async throws {
    let bytes = Array(log.utf8)
    let expected = (0..<2000).map { VisitorID(Int32($0 % 200)) }
    for bytes in [bytes, try TemporaryFile.gzipped(bytes)] {
      #expect(try visitors(.unpacked(name: "memory", bytes)) == expected)
      let read = try await TemporaryFile.with(bytes) { try visitors(.file($0.path)) }
      #expect(read == expected)
    }
  }

  @Test("Bytes in memory have a name and a size, and are recognized by content")
  func bytes() throws {
    let input = LogInput.bytes(name: "part 7", Array("x\n".utf8))
    #expect(input.name == "part 7")
    #expect(input.size == 2)
    #expect(throws: InputError.otherCompression("z", program: "bzip2")) {
      try visitors(.bytes(name: "z", Array("BZh9".utf8)))
    }
    // What isn't decompressed here says how to.
    #expect(throws: InputError.otherCompression("z", program: "gzip")) {
      try visitors(.bytes(name: "z", [0x1F, 0x8B, 8]))
    }
    #expect(throws: TableError.unknownFormat(file: "part 7")) { try TrafficReader().read([input]) }
    #expect(try TrafficReader().read([.bytes(name: "none", [])]).pageViews.count == 0)
  }

  @Test("A line of just the limit is whole, one byte more is cut, wherever a block ends")
  func limit() throws {
    let text = "abcdefgh\nabcdefghi\r\nabcdefgh\r\n\r\nabcdefghij"
    for blockSize in 1...50 {
      var lines: [String] = []
      try LineReader.read(
        .bytes(name: "lines", Array(text.utf8)), longestLine: 9, blockSize: blockSize
      ) { line, isCutOff in
        lines.append(
          line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            + (isCutOff ? "~" : ""))
      }
      #expect(lines == ["abcdefgh", "abcdefghi~", "abcdefgh", "", "abcdefghi~"])
    }
  }

  @Test("A compressed log that nobody reads on is let go of")
  func abandoned() async throws {
    // Many times what a pipe holds, on a thread of the pool, where signals are blocked.
    let compressed = try TemporaryFile.gzipped(Array(String(repeating: log, count: 20).utf8))
    let isRefused = await Task.detached {
      (try? TrafficReader().readCalls([.unpacked(name: "log", compressed)])) == nil
    }.value
    #expect(isRefused)
  }
}
