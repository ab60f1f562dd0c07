import NumberPools

extension LogSummary {
  /// Counts lines that can't be understood, and keeps the first few.
  ///
  /// - Parameters:
  ///   - bytes: What they say.
  ///   - file: Where they are.
  ///   - line: The first of them, from 1.
  ///   - count: How many there are: a row may take several.
  ///   - reason: What is wrong with them, as the end of a sentence.
  mutating func noteUnreadable(
    _ bytes: Span<UInt8>, of file: String, line: Int, count: Int = 1, reason: String
  ) {
    unreadable += count
    guard problems.count < Self.shownProblems else { return }
    let excerpt = bytes.extracting(0..<min(bytes.count, 120)).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    problems.append(Problem(file: file, line: line, reason: reason, excerpt: excerpt))
  }

  /// Counts a line that is no visitor's page view.
  mutating func leaveOut(_ reason: LeftOut, _ lines: Int = 1) {
    leftOut[reason, default: 0] += lines
  }

  /// Notes a ground for doubt, once.
  mutating func doubt(_ warning: LogWarning) {
    if !doubts.contains(warning) { doubts.append(warning) }
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

  /// Counts the time of a readable line, written so many minutes ahead of UTC.
  mutating func note(_ time: Timestamp, offset: Int) {
    noteSpan(time)
    let ofDay = (time + .minutes(Int64(offset))).millisecondOfDay
    linesByMinute[ofDay / 60_000 % 60] += 1
    noteOffset(offset, at: time)
  }

  /// Counts a time that was written so many minutes ahead of UTC.
  mutating func noteOffset(_ offset: Int, at time: Timestamp) {
    if let known = offsets.firstIndex(where: { $0.minutes == offset }) {
      offsets[known].lines += 1
      offsets[known].first = min(offsets[known].first, time)
    } else {
      offsets.append(ClockOffset(minutes: offset, first: time, lines: 1))
    }
  }
}
