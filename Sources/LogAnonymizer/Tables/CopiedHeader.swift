import TrafficLogs

/// The header of a table that is to be copied, which may stand below lines of a title.
struct CopiedHeader {
  /// How many lines are above it: titles, remarks, blank ones.
  let linesAbove: Int
  /// Where the rows begin.
  let end: Int
  let columns: CopiedColumns

  /// Looks for it as the readers of tables do.
  ///
  /// - Returns: `nil` where an input isn't told to be a table by how it begins.
  init?(_ beginning: Span<UInt8>) {
    let formats = [FileFormat.Kind.calls, .traffic].compactMap {
      FormatDetector(kind: $0).format(of: beginning)
    }
    guard formats.contains(where: { $0 != .webLog && $0 != .ga4 && $0 != .calltouch }) else {
      return nil
    }
    var lines = 0
    var start = 0
    while start < beginning.count {
      var end = start
      while end < beginning.count, beginning[end] != 0x0A { end += 1 }
      let line = beginning.extracting(start..<end)
      let isRemark =
        line.isEmpty || line[0] == 0x0D || line[0] == UInt8(ascii: "#")
        || DelimitedHeader.namedDelimiter(line) != nil
      let hasReturn = line.count > 0 && line[line.count - 1] == 0x0D
      let content = line.extracting(0..<(line.count - (hasReturn ? 1 : 0)))
      // Below a title readers look for several names.
      if !isRemark, let columns = CopiedColumns(content),
        lines == 0 || columns.columns.count(where: { $0?.isRead == true }) > 1
      {
        linesAbove = lines
        self.end = min(end + 1, beginning.count)
        self.columns = columns
        return
      }
      lines += 1
      start = end + 1
    }
    return nil
  }
}

extension CopiedHeader {
  /// Looks through the rows of a beginning for what comes first in dates.
  func finder(_ beginning: Span<UInt8>) -> DateOrderFinder {
    var finder = DateOrderFinder(slots: columns.timeSlots)
    var reader = columns.reader
    var start = end
    while start < beginning.count {
      var next = start
      while next < beginning.count, beginning[next] != 0x0A { next += 1 }
      // The last line may be cut short.
      if next == beginning.count, start > end { break }
      try? reader.take(beginning.extracting(start..<next), isCutOff: false, into: &finder)
      start = next + 1
    }
    return finder
  }

  /// Looks through all rows of an input.
  func finder(_ input: LogInput) throws(InputError) -> DateOrderFinder {
    var finder = DateOrderFinder(slots: columns.timeSlots)
    var reader = columns.reader
    var lines = 0
    try LineReader.read(input) { line, isCutOff in
      if lines > linesAbove { try? reader.take(line, isCutOff: isCutOff, into: &finder) }
      lines += 1
    }
    return finder
  }
}
