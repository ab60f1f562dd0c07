/// What takes the rows of a table.
package protocol RowSink {
  /// Told once a file what its columns are.
  mutating func begin(_ header: DelimitedHeader) throws(TableError)

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - row: Its bytes, valid until this returns.
  ///   - fields: For each slot the range of its field; empty where there is none.
  ///   - line: The line it begins in, from 1.
  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault)

  /// Takes a row that can't be understood.
  ///
  /// - Parameters:
  ///   - row: Its bytes, or the first of them.
  ///   - lines: How many lines it takes.
  ///   - line: The line it begins in, from 1.
  ///   - reason: What is wrong with it, as the end of a sentence.
  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String)

  /// Takes a line below the table of a report.
  mutating func addBelow(_ line: Span<UInt8>)
}

extension RowSink {
  package mutating func addBelow(_ line: Span<UInt8>) {}
}

/// Why a row can't be taken.
package enum RowFault: Error {
  /// It can't be understood, for this reason.
  case unreadable(String)
  /// Nothing can be read at all.
  case fatal(TableError)
}

/// Reads tables of fields separated by commas, semicolons, tabs or bars, row by row.
///
/// A field in quotes may hold separators, ends of lines and doubled quotes. Blank lines, and lines
/// before the header that begin with `#`, are passed over, and so are titles: the header is the
/// first line that names every column needed. A line such as `sep=;` before it says what separates
/// the fields.
package struct DelimitedReader {
  /// How long a row with ends of lines inside may be: a quote that is never closed would else take
  /// the rest of the file.
  static let longestRow = LineReader.longestLine

  private let shape: Shape
  private let file: String
  private var header: DelimitedHeader?
  /// What separates the fields, where a line before the header says so.
  private var delimiter: UInt8?
  private var row: DelimitedRow
  /// The search for the header.
  private var titles = TitleLines()
  /// Where in a report of several tables this is.
  private var place = Place.inTable
  /// The lines of a row that isn't whole yet.
  private var pending: [UInt8] = []
  private var pendingLines = 0
  private var lineNumber = 0

  /// What a table looks like.
  struct Shape {
    var columns: [WantedColumn]
    /// How many slots the columns fill.
    var slots: Int
    /// Names of the file's own for some columns.
    var mapping: [String: String] = [:]
    /// Whether quotes enclose fields. Those of ClickHouse's tab-separated text don't.
    var hasQuotes = true
    /// Slots of which a column must fill one at least.
    var alternatives: [Int] = []
    /// Whether more tables and notes may follow below the first, and are left out.
    var isReport = false
    /// The slots by position, where there is no header; given the first row, and `nil` of a header.
    var positions: ((Span<UInt8>) -> [Int8]?)?
  }

  /// Reads an opened file to its end.
  ///
  /// - Complexity: O(bytes); memory for one row.
  static func read<Sink: RowSink>(
    _ source: inout ByteSource, file: String, shape: Shape, into sink: inout Sink,
    progress: (Int) -> Void
  ) throws(TableError) {
    var reader = DelimitedReader(shape: shape, file: file)
    var failure: TableError?
    do throws(InputError) {
      try LineReader.read(&source, progress: progress) { line, isCutOff in
        do throws(TableError) {
          try reader.take(line, isCutOff: isCutOff, into: &sink)
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw .input(error)
    }
    if let failure { throw failure }
    // The lines were no titles, as there is no header below them.
    if reader.header == nil, let error = reader.titles.error { throw error }
    reader.finish(into: &sink)
  }

  /// Where in a report of several tables a line is.
  private enum Place {
    case inTable
    /// Below a blank line or a remark, behind which another table may begin.
    case behindBreak
    /// Below the table.
    case below
  }

  private init(shape: Shape, file: String) {
    self.shape = shape
    self.file = file
    row = DelimitedRow(slots: shape.slots)
  }

  /// A reader of the rows below a header that is known.
  package init(header: DelimitedHeader, slots: Int, hasQuotes: Bool) {
    self.init(shape: Shape(columns: [], slots: slots, hasQuotes: hasQuotes), file: "")
    self.header = header
  }

  /// Takes a line.
  package mutating func take<Sink: RowSink>(
    _ line: Span<UInt8>, isCutOff: Bool, into sink: inout Sink
  ) throws(TableError) {
    // An open row ends with the line before one that is too long.
    if isCutOff { finish(into: &sink) }
    lineNumber += 1
    if isCutOff {
      sink.addUnreadable(line, lines: 1, line: lineNumber, reason: "it is longer than 1 MiB")
    } else if pendingLines > 0 {
      try takeMore(line, into: &sink)
    } else if header == nil {
      try takeHeader(line, into: &sink)
    } else if shape.isReport {
      try takeLineOfReport(line, into: &sink)
    } else if !line.isEmpty {
      try takeRow(line, into: &sink)
    }
  }

  /// Takes a line that may be of another table: one ends where a line in which no cell begins with
  /// a digit follows on a blank line or a remark.
  private mutating func takeLineOfReport<Sink: RowSink>(
    _ line: Span<UInt8>, into sink: inout Sink
  ) throws(TableError) {
    guard let header else { return }
    if line.isEmpty || line[0] == UInt8(ascii: "#") {
      if place == .inTable { place = .behindBreak }
      return
    }
    if place == .behindBreak {
      let cells = DelimitedHeader.cells(of: line, delimiter: header.delimiter)
      let hasNumbers = cells.contains { $0.utf8.first.map { 0x30...0x39 ~= $0 } ?? false }
      place = hasNumbers ? .inTable : .below
    }
    if place == .below {
      sink.addBelow(line)
    } else {
      try takeRow(line, into: &sink)
    }
  }

  private mutating func takeHeader<Sink: RowSink>(
    _ line: Span<UInt8>, into sink: inout Sink
  ) throws(TableError) {
    if line.isEmpty { return }
    if line[0] == UInt8(ascii: "#") { return titles.note(line) }
    if delimiter == nil, let named = DelimitedHeader.namedDelimiter(line) {
      delimiter = named
      return
    }
    if let positions = shape.positions?(line) {
      let header = DelimitedHeader(
        positions: positions, delimiter: delimiter ?? DelimitedHeader.delimiter(of: line))
      self.header = header
      try sink.begin(header)
      try takeRow(line, into: &sink)
    } else {
      guard var header = try titles.header(line, shape, file: file, delimiter) else { return }
      header.linesAbove = titles.lines
      self.header = header
      try sink.begin(header)
    }
  }

  private mutating func takeRow<Sink: RowSink>(
    _ line: Span<UInt8>, into sink: inout Sink
  ) throws(TableError) {
    guard let header else { return }
    let outcome = row.cut(line, header, hasQuotes: shape.hasQuotes)
    if case .open = outcome {
      line.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
      pendingLines = 1
    } else {
      try handOver(line, outcome, lines: 1, to: &sink)
    }
  }

  /// Takes one more line of a row with ends of lines inside. Only the line itself is looked at, so
  /// that a quote that is never closed doesn't take the square of the row's length.
  private mutating func takeMore<Sink: RowSink>(
    _ line: Span<UInt8>, into sink: inout Sink
  ) throws(TableError) {
    guard let header else { return }
    pending.append(UInt8(ascii: "\n"))
    line.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
    pendingLines += 1
    if pending.count > Self.longestRow { return finish(into: &sink) }
    let whole = pending
    let outcome = row.cut(whole.span, header, hasQuotes: shape.hasQuotes, goesOn: true)
    if case .open = outcome { return }
    let lines = pendingLines
    pending.removeAll(keepingCapacity: true)
    pendingLines = 0
    try handOver(whole.span, outcome, lines: lines, to: &sink)
  }

  /// Gives a row that is open no more to the sink.
  private mutating func handOver<Sink: RowSink>(
    _ line: Span<UInt8>, _ outcome: DelimitedRow.Outcome, lines: Int, to sink: inout Sink
  ) throws(TableError) {
    let first = lineNumber - lines + 1
    switch outcome {
    case .open: break
    case .problem(let reason):
      sink.addUnreadable(line, lines: lines, line: first, reason: reason)
    case .whole:
      do throws(RowFault) {
        if row.copy.isEmpty {
          try sink.add(line, row.fields, line: first)
        } else {
          try sink.add(row.copy.span, row.fields, line: first)
        }
      } catch {
        switch error {
        case .unreadable(let reason):
          sink.addUnreadable(line, lines: lines, line: first, reason: reason)
        case .fatal(let error): throw error
        }
      }
    }
  }

  /// Gives up a row that is still open.
  package mutating func finish<Sink: RowSink>(into sink: inout Sink) {
    guard pendingLines > 0 else { return }
    sink.addUnreadable(
      pending.span, lines: pendingLines, line: lineNumber - pendingLines + 1,
      reason: "a quote is never closed")
    pending.removeAll()
    pendingLines = 0
  }
}
