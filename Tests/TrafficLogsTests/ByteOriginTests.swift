import NumberPools
import Testing

@testable import TrafficLogs

/// Bytes that come as somebody else's program has them, in pieces of any size.
private final class Pieces: ByteOrigin {
  let isRepeatable: Bool
  let size: Int? = nil
  private let bytes: [UInt8]
  private let seed: UInt64

  init(_ bytes: [UInt8], seed: UInt64, isRepeatable: Bool = true) {
    self.bytes = bytes
    self.seed = seed
    self.isRepeatable = isRepeatable
  }

  func open() throws(InputError) -> any ByteStream { Stream(bytes, SplitMix64(seed: seed)) }

  private final class Stream: ByteStream {
    private let bytes: [UInt8]
    private var random: SplitMix64
    private(set) var position = 0

    init(_ bytes: [UInt8], _ random: SplitMix64) {
      self.bytes = bytes
      self.random = random
    }

    var complaint: String? { position == bytes.count ? "there was more" : nil }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
      let most = min(bytes.count - position, buffer.count)
      if most == 0 { return 0 }
      let count = 1 + random.next(below: min(most, 4000))
      for index in 0..<count { buffer[index] = bytes[position + index] }
      position += count
      return count
    }
  }
}

@Suite("Bytes from anywhere")
struct ByteOriginTests {
  private static let log = (0..<3000).map { line in
    "198.51.100.\(line % 90) - - [02/Mar/2026:10:\(10 + line / 60):\(10 + line % 50) +0000]"
      + " \"GET /\(line)?utm_source=mail HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X)\"\n"
  }.joined()

  private static let table =
    "at,visitor_id,url\n" + (0..<3000).map { "\(60 * $0),é\($0 % 70),/a\n" }.joined()

  /// Texts of every way in which bytes become lines.
  private static var texts: [[UInt8]] {
    let wide = table.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let returns = Array(table.utf8).map { $0 == 0x0A ? 0x0D : $0 }
    return [
      Array(log.utf8), Array(table.utf8), [0xEF, 0xBB, 0xBF] + Array(table.utf8),
      [0xFF, 0xFE] + wide, returns,
    ]
  }

  @Test("In pieces of any size they are the same log", arguments: UInt64(0)..<4)
  func pieces(seed: UInt64) throws {
    for bytes in Self.texts {
      let whole = try TrafficReader().read([.bytes(name: "a", bytes)])
      let read = try TrafficReader().read([
        LogInput(name: "a", origin: Pieces(bytes, seed: seed))
      ])
      #expect(whole.pageViews.count == 3000)
      #expect(read.pageViews.times == whole.pageViews.times)
      #expect(read.pageViews.visitors == whole.pageViews.visitors)
      #expect(read.summary.doubts == [.partlyRead(file: "a", reason: "there was more")])
    }
  }

  @Test("What can be read only once is, beside others")
  func once() throws {
    let bytes = Array(Self.log.utf8)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let halves = [lines[..<1500], lines[1500...]].map { Array($0.joined(separator: [0x0A])) }
    let log = try WebLogReader().read(
      halves.enumerated().map { number, half in
        LogInput(name: "\(number)", origin: Pieces(half, seed: 9, isRepeatable: false))
      })
    #expect(log.pageViews.count == 3000)
  }
}
