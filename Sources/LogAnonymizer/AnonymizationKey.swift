import TrafficLogs

/// What pseudonyms are made with: whoever has it can tell whose they are, by trial.
///
/// The same key gives the same pseudonyms, so that files made at different times fit together. It
/// never appears in anything written.
public struct AnonymizationKey: Sendable {
  let first: UInt64
  let second: UInt64

  /// Draws a key that nobody knows.
  public init() {
    var random = SystemRandomNumberGenerator()
    first = random.next()
    second = random.next()
  }

  /// Takes a key.
  ///
  /// - Parameter bytes: Exactly 16.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == 16, "A key has 16 bytes")
    func half(_ start: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
    first = half(0)
    second = half(8)
  }

  /// Reads a key.
  ///
  /// - Parameter text: 32 hexadecimal digits. `nil` for anything else.
  public init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap(JSONString.hexDigit)
    guard digits.count == 32, text.utf8.count == 32 else { return nil }
    self.init(bytes: (0..<16).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] })
  }
}
