import Foundation

/// The clock by which times without an offset were written.
public struct LogTimeZone: Hashable, Sendable {
  private let kind: Kind

  private enum Kind: Hashable {
    case fixed(seconds: Int)
    case named(String)
  }

  /// Coordinated universal time.
  public static let utc = LogTimeZone(secondsFromUTC: 0)

  /// A clock that never changes.
  ///
  /// - Parameter seconds: How far it is ahead of UTC; 18 hours at most, either way.
  public init(secondsFromUTC seconds: Int) {
    precondition(
      Self.offsets.contains(seconds), "A clock is 18 hours ahead of UTC or behind it at most")
    kind = .fixed(seconds: seconds)
  }

  /// Reads an offset such as `+03:00`, `-0530` or `Z`, or a name such as `Europe/Paris`.
  ///
  /// - Returns: `nil` where it is neither.
  public init?(_ text: String) {
    if ["Z", "UTC", "GMT"].contains(text.uppercased()) {
      self = .utc
    } else if let first = text.first, first == "+" || first == "-" {
      let digits = text.dropFirst().filter { $0 != ":" }
      guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 >= "0" && $0 <= "9" }),
        let hours = Int(digits.prefix(2)),
        let minutes = Int(digits.count == 4 ? digits.suffix(2) : "0"), minutes < 60
      else { return nil }
      let seconds = (hours * 3600 + minutes * 60) * (first == "-" ? -1 : 1)
      guard Self.offsets.contains(seconds) else { return nil }
      kind = .fixed(seconds: seconds)
    } else {
      guard text.contains("/"), TimeZone(identifier: text) != nil else { return nil }
      kind = .named(text)
    }
  }

  /// Offsets that a time zone can have; the system would take any other for UTC.
  private static let offsets = -64_800...64_800

  /// The time zone; UTC where the system has forgotten its name.
  var zone: TimeZone {
    switch kind {
    case .fixed(let seconds): TimeZone(secondsFromGMT: seconds) ?? .gmt
    case .named(let name): TimeZone(identifier: name) ?? .gmt
    }
  }
}
