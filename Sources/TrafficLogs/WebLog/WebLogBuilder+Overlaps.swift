import NumberPools

extension WebLogBuilder {
  /// Reads the rest of an opened input.
  ///
  /// - Parameters:
  ///   - inputs: This input and those that are still to come, of which there is one at least.
  ///   - overlaps: What finds the lines that inputs share; `nil` where there is only one.
  mutating func read(
    _ source: inout ByteSource, of inputs: ArraySlice<LogInput>,
    dropping overlaps: inout OverlapFilter?, progress: (Int) -> Void
  ) throws(InputError) {
    try survey(inputs, open: &source)
    guard var filter = overlaps else {
      return try LineReader.read(&source, progress: progress) {
        add($0, isCutOff: $1)
        return true
      }
    }
    overlaps = nil
    filter.begin(inputs[inputs.startIndex].name)
    try LineReader.read(&source, progress: progress) { line, isCutOff in
      if isCutOff {
        // Only its beginning is known, so it is like no other.
        add(line, isCutOff: true)
      } else {
        let dropped = filter.take(line, hasManyMoments: Self.hasManyMoments) {
          add($0, isCutOff: false)
        }
        if dropped > 0 { passOver(dropped) }
      }
      return true
    }
    let dropped = filter.end(hasManyMoments: Self.hasManyMoments) { add($0, isCutOff: false) }
    if dropped > 0 { passOver(dropped) }
    overlaps = filter
  }

  /// Whether two lines are of different times.
  private static func hasManyMoments(_ first: Span<UInt8>, _ last: Span<UInt8>) -> Bool {
    guard let first = try? CombinedLine(first), let last = try? CombinedLine(last) else {
      return false
    }
    return first.time != last.time
  }
}

extension OverlapFilter {
  /// What there is to say of inputs that share lines.
  var warnings: [LogWarning] {
    overlaps.map { .overlap(first: $0.first, second: $0.second, lines: $0.lines) }
      + likenesses.map { .sharedLines(file: $0.name, $0.shared, of: $0.lines) }
  }
}
