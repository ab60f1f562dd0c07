/// The languages that reports are written in.
public enum Language: String, CaseIterable, Sendable {
  /// American English.
  case english = "en"

  /// Its words.
  var wording: any Wording {
    switch self {
    case .english: English()
    }
  }
}
