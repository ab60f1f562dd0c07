import TrafficLogs

/// Lines are what cutting at every line feed gives, in blocks of whatever size; and they are the
/// same in UTF-16.
struct LineLaws {
  private let input: FuzzedInput

  init(_ input: FuzzedInput) {
    self.input = input
  }

  private struct Line: Equatable {
    let bytes: [UInt8]
    let isCutOff: Bool
  }

  func check(thoroughly: Bool) throws {
    guard input.isPlainText else { return }
    let longest = 1 + Int(input.options & 15) * 3
    var expected = input.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      line in
      if line.count > longest { return Line(bytes: Array(line.prefix(longest)), isCutOff: true) }
      return Line(
        bytes: Array(line.last == 0x0D ? line.dropLast() : line), isCutOff: false)
    }
    if input.bytes.isEmpty || input.bytes.last == 0x0A { expected.removeLast() }
    let smallest = 1 + Int(input.options >> 4)
    for blockSize in thoroughly ? [smallest, 64, 1 << 18] : [smallest] {
      var lines: [Line] = []
      do throws(InputError) {
        try LineReader.read(input.input, longestLine: longest, blockSize: blockSize) {
          lines.append(Line(bytes: $0.withUnsafeBufferPointer { Array($0) }, isCutOff: $1))
        }
      } catch {
        return  // Some other compression.
      }
      try law("lines in blocks of \(blockSize) are those of the whole", lines == expected)
    }
    if thoroughly, let text = String(validating: input.bytes, as: UTF8.self) {
      try checkWide(text, expected, longest: longest)
    }
  }

  private func checkWide(_ text: String, _ expected: [Line], longest: Int) throws {
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    // Such bytes happen to begin like those of another encoding.
    guard wide.count < 4 || wide[2] != 0 || wide[3] != 0 else { return }
    var lines: [Line] = []
    try LineReader.read(.bytes(name: "wide", wide), longestLine: longest, blockSize: 64) {
      lines.append(Line(bytes: $0.withUnsafeBufferPointer { Array($0) }, isCutOff: $1))
    }
    try law("lines are the same in UTF-16", lines == expected)
  }
}
