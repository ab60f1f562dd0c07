/// Cuts lines of web logs into fields; the fields are ranges of the line's bytes.
package enum LineFields {
  package static func skipSpaces(_ line: Span<UInt8>, _ cursor: inout Int) {
    while cursor < line.count, isSpace(line[cursor]) { cursor += 1 }
  }

  /// Bytes up to the next space.
  package static func token(_ line: Span<UInt8>, _ cursor: inout Int) -> Range<Int> {
    let start = cursor
    while cursor < line.count, !isSpace(line[cursor]) { cursor += 1 }
    return start..<cursor
  }

  /// The next field, without its quotes where it has them; `nil` at the end.
  ///
  /// A list, `0.1, 0.2`, is one field, and so is a label with its value in quotes: `xff="a, b"`.
  package static func next(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(CombinedLine.Problem) -> (range: Range<Int>, isQuoted: Bool)? {
    skipSpaces(line, &cursor)
    guard cursor < line.count else { return nil }
    if line[cursor] == quote { return (try quoted(line, &cursor), true) }
    let start = cursor
    while true {
      while cursor < line.count, !isSpace(line[cursor]) {
        let isOpening = cursor > start && line[cursor] == quote && line[cursor - 1] == equals
        cursor += 1
        guard isOpening else { continue }
        while cursor < line.count, line[cursor] != quote { cursor += 1 }
      }
      var next = min(cursor, line.count)
      cursor = next
      skipSpaces(line, &next)
      guard line[cursor - 1] == comma, next < line.count, line[next] != quote else {
        return (start..<cursor, false)
      }
      cursor = next
    }
  }

  /// Bytes between quotes. Servers write a quote inside as `\"` or `\x22`; old ones left it bare,
  /// so only a quote before a space or the end closes.
  static func quoted(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(CombinedLine.Problem) -> Range<Int> {
    let start = cursor + 1
    cursor = start
    while cursor < line.count {
      if line[cursor] == UInt8(ascii: "\\") {
        cursor += 2
        continue
      }
      if line[cursor] == quote, cursor + 1 == line.count || isSpace(line[cursor + 1]) {
        cursor += 1
        return start..<(cursor - 1)
      }
      cursor += 1
    }
    throw .openQuote
  }

  /// Whether a field says nothing.
  package static func isDash(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.isEmpty || (field.count == 1 && line[field.lowerBound] == UInt8(ascii: "-"))
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == tab }
}

private let quote = UInt8(ascii: "\"")
private let equals = UInt8(ascii: "=")
private let comma = UInt8(ascii: ",")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
