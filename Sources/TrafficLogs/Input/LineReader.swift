/// Cuts an input into lines without copying them.
package enum LineReader {
  /// A longer line is handed over cut off: no log line needs more, and memory stays bounded.
  package static let longestLine = 1 << 20
  package static let blockSize = 1 << 18

  /// Reads an input to its end.
  ///
  /// - Parameters:
  ///   - input: What to read.
  ///   - longestLine: How many bytes a line may have before its end.
  ///   - blockSize: How many bytes are read at once; it doesn't show in the lines.
  ///   - progress: Told every now and then how many bytes of the file have been read.
  ///   - handle: Given each line without its end, and whether it was too long and is cut off. The
  ///     bytes are valid until it returns.
  /// - Returns: What gzip warns of, such as bytes behind the compressed ones that it left out.
  @discardableResult
  package static func read(
    _ input: LogInput, longestLine: Int = longestLine, blockSize: Int = blockSize,
    progress: (Int) -> Void = { _ in },
    handle: (_ line: Span<UInt8>, _ isCutOff: Bool) -> Void
  ) throws(InputError) -> String? {
    var source = try ByteSource(input)
    try read(&source, longestLine: longestLine, blockSize: blockSize, progress: progress) {
      handle($0, $1)
      return true
    }
    return source.complaint
  }

  /// Reads what is left of an opened input, to its end or as long as the handler wants more.
  ///
  /// - Parameters:
  ///   - source: What to read.
  ///   - progress: Told every now and then how many bytes of the file have been read.
  ///   - handle: Given each line as above. Returns whether to go on.
  package static func read(
    _ source: inout ByteSource, longestLine: Int = longestLine, blockSize: Int = blockSize,
    progress: (Int) -> Void,
    handle: (_ line: Span<UInt8>, _ isCutOff: Bool) -> Bool
  ) throws(InputError) {
    try source.recognizeText()
    // A few bytes in memory don't pay for the longest line; one byte more, so that it never fills.
    let most = longestLine + blockSize
    var buffer = [UInt8](repeating: 0, count: min(most, source.mostLeft.map { $0 + 1 } ?? most))
    var filled = 0
    var isSkipping = false
    var blocks = 0
    while true {
      let count = try buffer.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try source.read(into: .init(rebasing: all[filled..<min(filled + blockSize, all.count)]))
      }
      if count == 0 { break }
      var start = 0
      var searched = filled
      filled += count
      while let end = newline(in: buffer, from: searched, to: filled) {
        if !isSkipping {
          // Measured here too: whether a line is too long mustn't depend on where a block ends.
          let isCutOff = end - start > longestLine
          let lineEnd = isCutOff ? start + longestLine : trimmed(buffer, start, end)
          guard handle(buffer.span.extracting(start..<lineEnd), isCutOff) else { return }
        }
        isSkipping = false
        start = end + 1
        searched = start
      }
      if isSkipping {
        filled = 0
      } else if filled - start > longestLine {
        guard handle(buffer.span.extracting(start..<(start + longestLine)), true) else { return }
        isSkipping = true
        filled = 0
      } else if start > 0 {
        buffer.withUnsafeMutableBytes { all in
          all.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<filled]))
        }
        filled -= start
      }
      blocks += 1
      if blocks & 15 == 0 { progress(source.position) }
    }
    if filled > 0, !isSkipping {
      _ = handle(buffer.span.extracting(0..<trimmed(buffer, 0, filled)), false)
    }
  }

  /// The end of a line without a carriage return.
  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    end > start && bytes[end - 1] == 0x0D ? end - 1 : end
  }

  private static func newline(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      ByteSearch.offset(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: all[start..<end]))
        .map { start + $0 }
    }
  }
}
