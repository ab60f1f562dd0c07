import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Cutting inputs into lines")
struct LineReaderTests {
  private struct Line: Equatable {
    var text: String
    var isCutOff = false
  }

  private func lines(_ bytes: [UInt8]) async throws -> [Line] {
    try await TemporaryFile.with(bytes) { file in
      var lines: [Line] = []
      try LineReader.read(.file(file.path), progress: { _ in }) { line, isCutOff in
        let text = line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        lines.append(Line(text: text, isCutOff: isCutOff))
      }
      return lines
    }
  }

  @Test(
    "Lines end with LF or CRLF, the last one with nothing; empty ones are lines",
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a", "b"]),
      ("a\n\nb\n", ["a", "", "b"]), ("\r\r\n", ["\r"]), ("a\rb\n", ["a\rb"]),
    ])
  func ends(text: String, expected: [String]) async throws {
    #expect(try await lines(Array(text.utf8)) == expected.map { Line(text: $0) })
  }

  @Test("Lines of any length arrive as they would if cut by hand", arguments: UInt64(0)..<5)
  func anyLength(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    // Around the size of a block, and across several.
    let expected = (0..<40).map { index in
      String(repeating: "x", count: random.next(below: index % 4 == 0 ? 1 << 19 : 1 << 12))
    }
    let text = expected.map { $0 + "\n" }.joined()
    #expect(try await lines(Array(text.utf8)) == expected.map { Line(text: $0) })
  }

  @Test("A line that is too long is cut off and said to be; the next is whole")
  func tooLong() async throws {
    let long = [UInt8](repeating: 0x41, count: LineReader.longestLine * 3)
    let read = try await lines(Array("a\n".utf8) + long + Array("\nb\n".utf8))
    #expect(read.map(\.isCutOff) == [false, true, false])
    #expect(read[1].text.utf8.count == LineReader.longestLine)
    #expect(read[0].text == "a" && read[2].text == "b")
  }

  @Test("Who has enough isn't given more")
  func stops() async throws {
    let count = try await TemporaryFile.with(Array("a\nb\nc\n".utf8)) { file in
      var source = try ByteSource(.file(file.path))
      var count = 0
      try LineReader.read(&source, progress: { _ in }) { _, _ in
        count += 1
        return count < 2
      }
      return count
    }
    #expect(count == 2)
  }
}
