/// Cuts rows into fields; the fields are ranges of the row's bytes, so nothing is copied.
///
/// Only a field with doubled quotes is: it is written anew behind a copy of its row.
struct DelimitedRow {
  /// The field of each slot; empty where the row has none.
  private(set) var fields: [Range<Int>]
  /// The row with its unescaped fields behind it, where there are any.
  private(set) var copy: [UInt8] = []

  /// How a row ended.
  enum Outcome {
    case whole
    /// Within a quote: the next line belongs to it.
    case open
    case problem(String)
  }

  init(slots: Int) {
    fields = [Range<Int>](repeating: 0..<0, count: slots)
  }

  /// Cuts a row.
  ///
  /// - Parameters:
  ///   - line: Its bytes.
  ///   - header: Which fields are wanted.
  ///   - hasQuotes: Whether a field that begins with a quote ends with one.
  /// - Complexity: O(length).
  mutating func cut(
    _ line: Span<UInt8>, _ header: borrowing DelimitedHeader, hasQuotes: Bool
  ) -> Outcome {
    if !copy.isEmpty { copy.removeAll(keepingCapacity: true) }
    let delimiter = header.delimiter
    let columns = header.slots.count
    var column = 0
    var cursor = 0
    while true {
      let slot = column < columns ? Int(header.slots[column]) : -1
      var field: Range<Int>
      if hasQuotes, cursor < line.count, line[cursor] == quote {
        var doubled = 0
        let start = cursor + 1
        cursor = start
        while true {
          while cursor < line.count, line[cursor] != quote { cursor += 1 }
          guard cursor < line.count else { return .open }
          guard cursor + 1 < line.count, line[cursor + 1] == quote else { break }
          doubled += 1
          cursor += 2
        }
        field = start..<cursor
        cursor += 1
        guard cursor == line.count || line[cursor] == delimiter else {
          return .problem("a closing quote is followed by more text")
        }
        if doubled > 0, slot >= 0 { field = unescaped(line, field) }
      } else {
        let start = cursor
        cursor = Self.end(of: line, from: start, delimiter)
        field = start..<cursor
        while !field.isEmpty, line[field.lowerBound] == space {
          field = (field.lowerBound + 1)..<field.upperBound
        }
        while !field.isEmpty, line[field.upperBound - 1] == space {
          field = field.lowerBound..<(field.upperBound - 1)
        }
      }
      if slot >= 0 { fields[slot] = field }
      column += 1
      if column > columns, !field.isEmpty { return .problem("it has more fields than the header") }
      if cursor >= line.count { break }
      cursor += 1
    }
    if column < columns { return .problem("it has \(column) of \(columns) fields") }
    for copy in header.copies { fields[copy.to] = fields[copy.from] }
    return .whole
  }

  /// Where the next delimiter is, or the row ends.
  private static func end(of line: Span<UInt8>, from start: Int, _ delimiter: UInt8) -> Int {
    line.withUnsafeBufferPointer { bytes in
      var cursor = start
      let end = bytes.count
      while cursor < end, bytes[cursor] != delimiter { cursor &+= 1 }
      return cursor
    }
  }

  /// Writes a field without its doubled quotes behind a copy of the row.
  private mutating func unescaped(_ line: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    if copy.isEmpty {
      line.withUnsafeBufferPointer { copy.append(contentsOf: $0) }
    }
    let start = copy.count
    var index = field.lowerBound
    while index < field.upperBound {
      copy.append(line[index])
      index += line[index] == quote ? 2 : 1
    }
    return start..<copy.count
  }
}

private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
