import NumberPoolTestSupport
import Testing

extension CommandRun {
  /// Whether the run failed as it should: with this code, one sentence and a hint, and no answer.
  func expectComplaint(code expected: Int32, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(code == expected, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    expectSentenceAndHint(sourceLocation: sourceLocation)
  }

  /// Whether standard error holds one sentence and a hint.
  func expectSentenceAndHint(sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines.last == "", "\(errors)", sourceLocation: sourceLocation)
    #expect(lines.first?.hasPrefix("numberpool: ") == true, sourceLocation: sourceLocation)
    #expect(lines.first?.hasSuffix(".") == true, "\(errors)", sourceLocation: sourceLocation)
    #expect(lines.dropFirst().first?.hasPrefix("  ") == true, sourceLocation: sourceLocation)
    #expect(errors.isHarmless, "\(errors)", sourceLocation: sourceLocation)
  }
}

extension String {
  /// Whether a terminal would do nothing but show it: no control characters but line feeds, none of
  /// the second set, none that turn the direction of writing.
  var isHarmless: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }
}
