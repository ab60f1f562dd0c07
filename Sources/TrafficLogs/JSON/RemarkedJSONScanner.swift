/// Cuts JSON with comments into marks, words and texts, and knows the line of each.
struct RemarkedJSONScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// The line at which the scanner stands, from 1.
  private(set) var line = 1
  /// What went wrong with the last token, where something did.
  private(set) var complaint: String?

  enum Token: Equatable {
    /// A brace, a bracket, a comma or a colon.
    case mark(UInt8)
    case text(String)
    /// Letters, digits and what stands between them: a number, `true`, or a word without quotes.
    case word(String)
    /// Anything else.
    case other(Unicode.Scalar)
    case end
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next token and its line.
  ///
  /// - Complexity: O(length).
  mutating func next() -> (token: Token, line: Int) {
    complaint = nil
    skipBlanks()
    let line = line
    guard position < bytes.count else { return (.end, line) }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: ":"):
      position += 1
      return (.mark(byte), line)
    case UInt8(ascii: "\""): return (.text(text()), line)
    case UInt8(ascii: "'"):
      let text = text()
      if complaint == nil { complaint = "text is put in double quotes: \"\(text)\"" }
      return (.text(text), line)
    default: return (wordOrOther(), line)
    }
  }

  /// Goes over blanks and comments.
  private mutating func skipBlanks() {
    while position < bytes.count {
      let byte = bytes[position]
      let following = position + 1 < bytes.count ? bytes[position + 1] : 0
      if byte == 0x0A || byte == 0x0D {
        endLine()
      } else if byte == 0x20 || byte == 0x09 {
        position += 1
      } else if byte == UInt8(ascii: "/"), following == UInt8(ascii: "/") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
      } else if byte == UInt8(ascii: "/"), following == UInt8(ascii: "*") {
        skipLongComment()
      } else {
        return
      }
    }
  }

  private mutating func skipLongComment() {
    let start = line
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/")
      {
        position += 2
        return
      }
      if bytes[position] == 0x0A || bytes[position] == 0x0D {
        endLine()
      } else {
        position += 1
      }
    }
    complaint = "the comment that begins on line \(start) has no */ behind it"
  }

  private mutating func endLine() {
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }

  /// Text between two quotes of one kind; without the second one, up to the end of the line.
  private mutating func text() -> String {
    let quote = bytes[position]
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
      let byte = bytes[position]
      position += 1
      if byte == quote { return checked(text) }
      if byte == UInt8(ascii: "\\") {
        escape(into: &text)
      } else {
        if byte < 0x20 || byte == 0x7F { complaint = "a text holds a character that can't be seen" }
        text.append(byte)
      }
    }
    complaint = "the text has no quote behind it"
    while let last = text.last, last == 0x20 || last == UInt8(ascii: ",") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func checked(_ text: [UInt8]) -> String {
    guard let valid = String(validating: text, as: UTF8.self) else {
      complaint = "a text isn't in UTF-8"
      return String(decoding: text, as: UTF8.self)
    }
    return valid
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      position += 1
      unicodeEscape(into: &text)
      return
    default:
      complaint = "a backslash stands before what needs none"
      return
    }
    position += 1
  }

  /// A character by its number; two of them where it takes two.
  private mutating func unicodeEscape(into text: inout [UInt8]) {
    guard let first = hexadecimal() else {
      complaint = "\\u needs four hexadecimal digits behind it"
      return
    }
    var number = UInt32(first)
    if 0xD800...0xDBFF ~= first, position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      if let second = hexadecimal(), 0xDC00...0xDFFF ~= second {
        number = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(number) else {
      complaint = "\\u names half of a character"
      return
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[position..<(position + 4)] {
      guard
        let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit
          ? UInt16(String(Unicode.Scalar(byte)), radix: 16) : nil
      else { return nil }
      value = value << 4 | digit
    }
    position += 4
    return value
  }

  private mutating func wordOrOther() -> Token {
    let start = position
    while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
    if position > start { return .word(String(decoding: bytes[start..<position], as: UTF8.self)) }
    // One whole character, so that a complaint can show it.
    let rest = String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
    let scalar = rest.unicodeScalars.first ?? "\u{FFFD}"
    position += scalar == "\u{FFFD}" ? 1 : String(Character(scalar)).utf8.count
    return .other(scalar)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "%"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
