import NumberPools

/// The languages that reports are written in.
public enum Language: String, CaseIterable, Sendable {
  /// American English.
  case english = "en"

  /// Its words, with times in UTC, as programs are told them.
  var wording: any Wording { wording(clock: .zero) }

  /// Its words for people.
  ///
  /// - Parameter clock: How far ahead of UTC the clock is by which times are told.
  func wording(clock: Interval) -> any Wording {
    switch self {
    case .english: English(clock: clock)
    }
  }
}
