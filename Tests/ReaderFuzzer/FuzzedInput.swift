import NumberPools
import TrafficLogs

/// Bytes, and how to read them: the first byte is a letter for the format, the second one is a
/// digit whose bits are options, so that seeds can be written by hand.
struct FuzzedInput {
  let subject: Subject
  let options: UInt8
  let bytes: [UInt8]

  /// What can be read.
  enum Subject: Hashable {
    /// Traffic; `nil` to have the format told by the bytes.
    case traffic(FileFormat?)
    /// Calls.
    case calls(FileFormat?)
    /// Any file that can be anonymized.
    case copy
    /// Lines, whatever is in them.
    case lines
    /// What stands behind an option.
    case words
  }

  /// The letters of the subjects.
  static let letters: [UnicodeScalar: Subject] = [
    "w": .traffic(.webLog), "p": .traffic(.pageViews), "s": .traffic(.sessions),
    "v": .traffic(.metricaVisits), "h": .traffic(.metricaHits), "g": .traffic(.ga4),
    "n": .traffic(.counts), "t": .traffic(nil), "c": .calls(.calls), "a": .calls(.asterisk),
    "m": .calls(.twilio), "r": .calls(.callrail), "j": .calls(.calltouch), "k": .calls(nil),
    "x": .copy, "l": .lines, "o": .words,
  ]

  /// Takes the letter and the digit off.
  ///
  /// - Returns: `nil` for an unknown letter, and for compressed bytes, as those go to a process.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 2,
      let subject = Self.letters[UnicodeScalar(bytes[0])]
    else { return nil }
    self.subject = subject
    options = bytes[1]
    self.bytes = Array(bytes[2...])
    if self.bytes.starts(with: [0x1F, 0x8B]) { return nil }
  }

  /// Whether one of the options is on.
  func has(_ option: UInt8) -> Bool { options & option != 0 }

  /// The bytes as a file.
  var input: LogInput { .bytes(name: "fuzzed", bytes) }

  /// Whether the bytes are read as they are: UTF-8 without a mark, NULs, or lines that end with
  /// carriage returns alone.
  var isPlainText: Bool {
    !bytes.contains(0) && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
      && !bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFE, 0xFF])
      && (bytes.contains(0x0A) || !bytes.contains(0x0D))
  }

  /// Whether the laws that take a second reading are worth it while inputs are made up: for one
  /// in eight. Told by the bytes, so that what breaks a law does so again.
  var isDrawnForAll: Bool { bytes.reduce(options, &+) & 7 == 0 }

  /// Reads the bytes and makes sure of every law.
  ///
  /// - Parameter thoroughly: Whether to make sure of those laws too that take a second reading.
  func check(thoroughly: Bool = true) throws {
    switch subject {
    case .traffic(let format): try TrafficLaws(self).check(format, thoroughly: thoroughly)
    case .calls(let format): try CallLaws(self).check(format, thoroughly: thoroughly)
    case .copy: try CopyLaws(self).check(thoroughly: thoroughly)
    case .lines: try LineLaws(self).check(thoroughly: thoroughly)
    case .words: try WordLaws(self).check()
    }
  }
}
