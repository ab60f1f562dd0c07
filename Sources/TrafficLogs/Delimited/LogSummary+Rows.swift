import NumberPools

extension LogSummary {
  /// Counts a row that can't be understood, and keeps the first few.
  mutating func addUnreadable(
    _ row: Span<UInt8>, lines: Int, line: Int, reason: String, of input: LogInput
  ) {
    self.lines += lines
    unreadable += lines
    guard problems.count < Self.shownProblems else { return }
    let excerpt = row.extracting(0..<min(row.count, 120))
    problems.append(
      Problem(
        file: input.name, line: line, reason: reason,
        excerpt: excerpt.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }))
  }

  /// Widens the span so that it holds a moment.
  mutating func noteSpan(_ time: Timestamp) {
    guard let span else {
      self.span = time...time
      return
    }
    if !span.contains(time) {
      self.span = min(span.lowerBound, time)...max(span.upperBound, time)
    }
  }
}
