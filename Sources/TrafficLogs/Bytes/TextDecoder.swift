/// Makes text in UTF-8, with line feeds between its lines, of text that is written otherwise.
///
/// What spreadsheet programs save as Unicode text is UTF-16; old ones end lines with carriage
/// returns alone. A rotation that truncates a file which is still written to leaves NULs before its
/// first line. None of that is part of the first line.
struct TextDecoder {
  private let encoding: Encoding
  /// Whether carriage returns end lines.
  private let endsLinesWithReturns: Bool
  /// Whether only marks and NULs have been decoded so far.
  private var isAtStart = true
  /// The first half of a unit whose second half is in the next bytes.
  private var half: UInt8?
  /// The first unit of a character that takes two.
  private var surrogate: UInt16?

  /// How bytes make characters.
  enum Encoding {
    case utf8
    case utf16(isBigEndian: Bool)
  }

  /// How many bytes tell how a text is written.
  static let sampleLength = 1 << 16

  /// What a text needs that begins so.
  ///
  /// - Parameter sample: Its first bytes, ``sampleLength`` of them where there are so many.
  /// - Returns: `nil` where it is UTF-8 with line feeds but for a mark before it.
  init?(for sample: ArraySlice<UInt8>) {
    let encoding = Self.encoding(of: sample)
    var decoder = Self(encoding, endsLinesWithReturns: false)
    var text: [UInt8] = []
    if case .utf8 = encoding {
      text = Array(sample)
    } else {
      decoder.decode(sample, to: &text)
    }
    // A return at the very end may be the first half of an end of the usual kind.
    let hasReturns = text.dropLast().contains(0x0D) && !text.contains(0x0A)
    if case .utf8 = encoding, !hasReturns, sample.first != 0 { return nil }
    self.init(encoding, endsLinesWithReturns: hasReturns)
  }

  private init(_ encoding: Encoding, endsLinesWithReturns: Bool) {
    self.encoding = encoding
    self.endsLinesWithReturns = endsLinesWithReturns
  }

  /// Told by a mark, or by every other byte being a NUL: names of columns, digits and separators
  /// are so in any language.
  private static func encoding(of sample: ArraySlice<UInt8>) -> Encoding {
    if sample.starts(with: [0xFF, 0xFE]) { return .utf16(isBigEndian: false) }
    if sample.starts(with: [0xFE, 0xFF]) { return .utf16(isBigEndian: true) }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let pairs = sample.count / 2
    let most = max(zeros[0], zeros[1])
    guard most > 1, most * 3 >= pairs, min(zeros[0], zeros[1]) * 50 <= pairs else { return .utf8 }
    return .utf16(isBigEndian: zeros[0] > zeros[1])
  }

  /// Decodes the next bytes.
  ///
  /// - Complexity: O(bytes).
  mutating func decode(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    switch encoding {
    case .utf8: output.append(contentsOf: bytes)
    case .utf16(let isBigEndian):
      for byte in bytes {
        guard let first = half else {
          half = byte
          continue
        }
        half = nil
        add(UInt16(isBigEndian ? first : byte) << 8 | UInt16(isBigEndian ? byte : first), &output)
      }
    }
    if isAtStart { removeStart(from: start, &output) }
    guard endsLinesWithReturns else { return }
    for index in start..<output.count where output[index] == 0x0D { output[index] = 0x0A }
  }

  /// Tells that there are no more bytes; half a character stands for one that can't be known.
  mutating func finish(to output: inout [UInt8]) {
    if half != nil || surrogate != nil { output.append(contentsOf: "\u{FFFD}".utf8) }
    half = nil
    surrogate = nil
  }

  private mutating func add(_ unit: UInt16, _ output: inout [UInt8]) {
    if let first = surrogate {
      surrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let scalar = 0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(unit & 0x3FF)
        return Self.append(Unicode.Scalar(scalar), to: &output)
      }
      Self.append(nil, to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      surrogate = unit
    } else if unit < 0x80 {
      output.append(UInt8(unit))
    } else {
      Self.append(Unicode.Scalar(unit), to: &output)
    }
  }

  private static func append(_ scalar: Unicode.Scalar?, to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  /// Takes marks and NULs off the beginning.
  private mutating func removeStart(from start: Int, _ output: inout [UInt8]) {
    var end = start
    while end < output.count {
      if output[end] == 0 {
        end += 1
      } else if output[end...].starts(with: ByteOrderMark.bytes) {
        end += ByteOrderMark.bytes.count
      } else {
        isAtStart = false
        break
      }
    }
    output.removeSubrange(start..<end)
  }
}
