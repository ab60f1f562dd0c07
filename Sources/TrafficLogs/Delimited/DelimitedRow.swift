/// Cuts rows into fields; the fields are ranges of the row's bytes, so nothing is copied.
///
/// Only a field with doubled quotes is: it is written anew behind a copy of its row.
struct DelimitedRow {
  /// The field of each slot; empty where the row has none.
  private(set) var fields: [Range<Int>]
  /// The row with its unescaped fields behind it, where there are any.
  private(set) var copy: [UInt8] = []
  /// The slots of the fields with doubled quotes.
  private var escaped: [Int] = []
  private var unfinished = OpenField()

  /// Where a row that goes on in the next line is taken up again.
  private struct OpenField {
    var column = 0
    /// Its opening quote; the beginning, where no field is open.
    var start = 0
    /// How far its closing quote has been looked for.
    var searched = 0
  }

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
  ///   - goesOn: Whether these are the bytes that were open the last time, and more.
  /// - Complexity: O(length); of a row that goes on, only what is new.
  mutating func cut(
    _ line: Span<UInt8>, _ header: borrowing DelimitedHeader, hasQuotes: Bool,
    goesOn: Bool = false
  ) -> Outcome {
    if !goesOn { begin() }
    let delimiter = header.delimiter
    let columns = header.slots.count
    var column = unfinished.column
    var cursor = unfinished.start
    while true {
      let slot = column < columns ? Int(header.slots[column]) : -1
      var field: Range<Int>
      if hasQuotes, cursor < line.count, line[cursor] == quote {
        let start = cursor + 1
        cursor = max(start, unfinished.searched)
        while true {
          while cursor < line.count, line[cursor] != quote { cursor += 1 }
          guard cursor < line.count else {
            unfinished = OpenField(column: column, start: start - 1, searched: cursor)
            return .open
          }
          guard cursor + 1 < line.count, line[cursor + 1] == quote else { break }
          if slot >= 0, escaped.last != slot { escaped.append(slot) }
          cursor += 2
        }
        field = start..<cursor
        cursor += 1
        guard cursor == line.count || line[cursor] == delimiter else {
          return .problem("a closing quote is followed by more text")
        }
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
    for slot in escaped { fields[slot] = unescaped(line, fields[slot]) }
    for copy in header.copies { fields[copy.to] = fields[copy.from] }
    return .whole
  }

  private mutating func begin() {
    unfinished = OpenField()
    if escaped.isEmpty { return }
    escaped.removeAll(keepingCapacity: true)
    copy.removeAll(keepingCapacity: true)
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
