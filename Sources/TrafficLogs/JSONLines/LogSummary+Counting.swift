import NumberPools

extension LogSummary {
  /// Counts a line that can't be understood, and keeps the first few.
  mutating func noteUnreadable(_ line: Span<UInt8>, file: String, line number: Int, reason: String)
  {
    unreadable += 1
    guard problems.count < Self.shownProblems else { return }
    let excerpt = line.extracting(0..<min(line.count, 120)).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    problems.append(Problem(file: file, line: number, reason: reason, excerpt: excerpt))
  }

  /// Counts the time of a readable line, written so many minutes ahead of UTC.
  mutating func note(_ time: Timestamp, offset: Int) {
    let known = span ?? time...time
    if span == nil || !known.contains(time) {
      span = min(known.lowerBound, time)...max(known.upperBound, time)
    }
    let ofDay = (time + .minutes(Int64(offset))).millisecondOfDay
    linesByMinute[ofDay / 60_000 % 60] += 1
    let lines = offsets[offset]
    offsets[offset] = (first: min(lines?.first ?? time, time), lines: (lines?.lines ?? 0) + 1)
  }
}
