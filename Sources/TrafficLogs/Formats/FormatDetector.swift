/// Tells what an input is written in by how it begins.
package struct FormatDetector {
  /// What is asked for, which decides where a header would do for both.
  var kind: FileFormat.Kind
  /// Names of the file's own for some columns.
  var columns: [String: String]

  package init(kind: FileFormat.Kind, columns: [String: String] = [:]) {
    self.kind = kind
    self.columns = columns
  }

  /// The format of an input that begins so; `nil` where nothing tells.
  package func format(of beginning: Span<UInt8>) -> FileFormat? {
    var lines = Self.lines(of: beginning)
    let delimiter = lines.first.flatMap {
      DelimitedHeader.namedDelimiter(beginning.extracting($0))
    }
    if delimiter != nil { lines.removeFirst() }
    guard let first = lines.first else { return nil }
    let isWebLog = lines.prefix(20).contains { Self.isOfWebLog(beginning.extracting($0)) }
    if let byte = beginning.extracting(first).first(where: { $0 != UInt8(ascii: " ") }),
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    {
      // What collects logs may put something in brackets in front.
      return isWebLog && byte == UInt8(ascii: "[") ? .webLog : Self.jsonFormat(beginning)
    }
    let header = Header(beginning.extracting(first), columns, delimiter)
    // A cell of a table may hold a line of a web log.
    if let format = header.format(kind) { return format }
    if isWebLog { return .webLog }
    if let format = formatBelowTitles(beginning, lines, delimiter) { return format }
    // A header of other names: which of them are missing is said when it is read.
    if kind == .traffic, header.tellsTimes { return .counts }
    return header.hasNamesOnly ? (kind == .calls ? .calls : .pageViews) : nil
  }

  /// The format of a table whose header stands below lines of a title: several of its cells are
  /// known names.
  private func formatBelowTitles(
    _ beginning: Span<UInt8>, _ lines: [Range<Int>], _ delimiter: UInt8?
  ) -> FileFormat? {
    for line in lines.dropFirst() {
      let header = Header(beginning.extracting(line), columns, delimiter)
      if let format = header.format(kind), format != .asterisk,
        header.knownNames(of: format) > 1
      {
        return format
      }
    }
    return nil
  }

  /// Whether a line is one of a web log, or nearly: one with a log's time and something wrong
  /// behind it, which is said when it is read.
  private static func isOfWebLog(_ line: Span<UInt8>) -> Bool {
    do throws(CombinedLine.Problem) {
      _ = try CombinedLine(line.extracting(WebLogBuilder.content(of: line)))
      return true
    } catch {
      return error == .noRequest || error == .badStatus || error == .noZone || error == .noHost
    }
  }

  /// The lines that aren't blank and aren't remarks.
  private static func lines(of bytes: Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count, lines.count < TitleLines.most {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var line = start..<end
      if end > start, bytes[end - 1] == 0x0D { line = start..<(end - 1) }
      if !line.isEmpty, bytes[start] != UInt8(ascii: "#") { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  /// Why an input that begins so is of no known format.
  func problem(of beginning: Span<UInt8>, file: String) -> TableError {
    let isJSON = beginning.first { $0 > 0x20 }.map { "{[".utf8.contains($0) } ?? false
    guard isJSON else { return .unknownFormat(file: file) }
    var names: [String] = []
    var scanner = JSONScanner()
    scanner.skip(to: UInt8(ascii: "{"), beginning)
    do throws(JSONScanner.Problem) {
      try scanner.openObject(beginning)
      while names.count < 10, let key = try scanner.nextKey(beginning) {
        names.append(key.text(in: beginning))
        try scanner.skipValue(beginning)
      }
    } catch {
      // What came before says enough.
    }
    return .unknownJSON(file: file, names: names.filter(DelimitedHeader.isName))
  }

  private static func jsonFormat(_ bytes: Span<UInt8>) -> FileFormat? {
    if bytes.contains("\"event_timestamp\"") || bytes.contains("\"event_name\"") { return .ga4 }
    if bytes.contains("\"callId\"") || bytes.contains("\"callerNumber\"") { return .calltouch }
    return nil
  }
}

/// A first line as the header of a table.
private struct Header {
  private let cells: [String]
  private let names: Set<String>

  init(_ line: Span<UInt8>, _ columns: [String: String], _ delimiter: UInt8?) {
    cells = DelimitedHeader.cells(
      of: line, delimiter: delimiter ?? DelimitedHeader.delimiter(of: line))
    var names = Set(cells.map(DelimitedHeader.folded))
    for (name, ownName) in columns where names.contains(DelimitedHeader.folded(ownName)) {
      names.insert(DelimitedHeader.folded(name))
    }
    self.names = names
  }

  /// Whether all of the cells look like names of columns.
  var hasNamesOnly: Bool { cells.count > 1 && cells.allSatisfy(DelimitedHeader.isName) }

  /// The format that the columns tell, by their names or, without any, by their places.
  func format(_ kind: FileFormat.Kind) -> FileFormat? {
    if CallColumn.asteriskPositions(ofCells: cells) != nil { return .asterisk }
    if has("calldate") || (has("src") && has("dst") && has("disposition", "dcontext")) {
      return .asterisk
    }
    if has("ym:s:visitID") { return .metricaVisits }
    if has("ym:pv:watchID", "ym:pv:dateTime", "ym:pv:clientID") { return .metricaHits }
    if has("start"), has("session_id") { return .sessions }
    let isCounted = CountHeading.sessions.contains { has($0) }
    let hasIdentity = has("visitor_id", "session_id", "ip")
    if has("at"), hasIdentity || kind == .calls || !isCounted {
      return kind == .calls || has("caller", "dialled", "duration_s", "call_id")
        ? .calls : .pageViews
    }
    if has("start_time"), has("tracking_phone_number", "trackingnum", "Tracking Number") {
      return .callrail
    }
    if has("StartTime"), has("From", "To", "Sid", "CallSid") { return .twilio }
    let hasTime = TrafficColumn.bucketNames.contains { has($0) }
    if isCounted, has("at") || hasTime { return .counts }
    if hasTime, !hasIdentity, CountHeading.users.contains(where: { has($0) }) { return .counts }
    return nil
  }

  /// Whether it is one of names alone, of which some tell times of reports.
  var tellsTimes: Bool {
    hasNamesOnly && TrafficColumn.bucketNames.contains { has($0) }
      && !has("visitor_id", "session_id", "ip")
  }

  /// How many cells are names of columns of a format.
  func knownNames(of format: FileFormat) -> Int {
    let columns =
      format.kind == .calls
      ? CallColumn.columns(of: format) : TrafficColumn.columns(of: format)
    return names.count { name in columns.contains { $0.foldedNames.contains(name) } }
  }

  private func has(_ wanted: String...) -> Bool {
    wanted.contains { names.contains(DelimitedHeader.folded($0)) }
  }
}

extension Span where Element == UInt8 {
  /// The first byte that a condition holds for.
  fileprivate func first(where holds: (UInt8) -> Bool) -> UInt8? {
    for index in indices where holds(self[index]) { return self[index] }
    return nil
  }

  /// Whether a word occurs anywhere.
  fileprivate func contains(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    for start in 0...(count - length) {
      var matched = 0
      while matched < length, self[start + matched] == word.utf8Start[matched] { matched += 1 }
      if matched == length { return true }
    }
    return false
  }
}
