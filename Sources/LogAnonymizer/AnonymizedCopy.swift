import TrafficLogs

/// A copy in the making.
struct AnonymizedCopy {
  /// Lines not yet written.
  private(set) var text: [UInt8] = []
  private let name: String
  private let links: LinkCleaner
  private var order: DateOrder?
  private var summary = AnonymizedSummary()
  /// What rewrites the lines, once it is known what they are.
  private var webLines: WebLineAnonymizer?
  /// Which fields hold what, if it is a web log.
  private var layout = WebLogLayout.combined
  private var table: TableAnonymizer?
  /// The header of a table, where it is known to be below lines of a title.
  private(set) var header: CopiedHeader?
  /// Blank lines and remarks before it is known what they are: a table may begin with them.
  private var passedOver = 0
  /// The first thing that went wrong; nothing is done after that.
  private var error: AnonymizerError?

  /// Whether something went wrong, so that reading on is of no use.
  var hasFailed: Bool { error != nil }

  private var isUnknown: Bool { webLines == nil && table == nil }

  /// So many unknown lines make an unknown format.
  private static let patience = 1000

  init(name: String, links: LinkCleaner, order: DateOrder?) {
    self.name = name
    self.links = links
    self.order = order
  }

  /// Told how the file begins: what its readers take for a web log is one.
  mutating func begin(_ beginning: Span<UInt8>) {
    var survey = WebLogSurvey()
    survey.add(beginning)
    layout = survey.layout
    let formats = [FileFormat.Kind.calls, .traffic].map {
      FormatDetector(kind: $0).format(of: beginning)
    }
    if formats.allSatisfy({ $0 == .webLog }) {
      webLines = WebLineAnonymizer(links, layout: layout)
    } else {
      header = CopiedHeader(beginning)
    }
  }

  /// Told what was found out about dates that don't tell by themselves what comes first.
  mutating func settle(_ finder: DateOrderFinder) {
    guard finder.isNeeded else { return }
    order = finder.order
    if finder.isMixed {
      error = .mixedDateOrders(name)
    } else if order == nil {
      error = .unknownDateOrder(name)
    }
  }

  mutating func add(_ line: Span<UInt8>, isCutOff: Bool) {
    if error != nil { return }
    if isUnknown, !isCutOff, recognize(line) { return }
    if table != nil {
      table?.append(line, isCutOff: isCutOff, to: &text)
      return noteRows()
    }
    summary.lines += 1
    let isReadable = !isCutOff && webLines?.append(line, to: &text) ?? false
    if !isReadable { summary.unreadable += 1 }
    if isUnknown, summary.lines >= Self.patience { error = .unknownFormat(name) }
  }

  /// Told that there are no more lines.
  mutating func end() {
    table?.finish()
    noteRows()
  }

  private mutating func noteRows() {
    guard let table else { return }
    summary.lines = table.lines
    summary.unreadable = table.unreadable
  }

  /// Hands on what isn't written yet; a header alone is no copy.
  mutating func write(to output: (ArraySlice<UInt8>) throws -> Void) {
    guard error == nil, summary.written > 0, !text.isEmpty else { return }
    do {
      try output(text[...])
    } catch {
      self.error = .output("\(error)")
    }
    text.removeAll(keepingCapacity: true)
  }

  func finish() throws(AnonymizerError) -> AnonymizedSummary {
    if let error { throw error }
    if isUnknown, summary.lines + passedOver > 0 { throw .unknownFormat(name) }
    return summary
  }

  /// Tells what a file is by its first line that tells. A web log may begin with more broken lines
  /// than its readers look at.
  ///
  /// - Returns: Whether the line is done with: a header, or the end of all.
  private mutating func recognize(_ line: Span<UInt8>) -> Bool {
    let content = line.extracting(WebLogBuilder.content(of: line))
    if (try? CombinedLine(content, layout)) != nil {
      webLines = WebLineAnonymizer(links, layout: layout)
      summary.lines += passedOver
      summary.unreadable += passedOver
      return false
    }
    // Broken lines may come before the first whole one of a web log, but a header comes first.
    guard summary.lines == 0 else { return false }
    // Titles say whose report it is.
    if let header, passedOver < header.linesAbove {
      passedOver += 1
      return true
    }
    if line.isEmpty || line[0] == UInt8(ascii: "#") || DelimitedHeader.namedDelimiter(line) != nil {
      passedOver += 1
      return true
    }
    let first = (0..<line.count).first { line[$0] > 0x20 }.map { line[$0] }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      error = .json(name)
      return true
    }
    guard let table = TableAnonymizer(firstLine: line, links, order: order, to: &text) else {
      return false
    }
    self.table = table
    summary.format = .table
    summary.droppedColumns = table.droppedColumns
    noteRows()
    return true
  }
}
