import Foundation

/// The name of a time zone as somebody types it.
struct ZoneName {
  private let typed: String

  init(_ typed: String) {
    self.typed = typed
  }

  /// How the system may spell it: as it was typed first, then with the capitals of a name, as in
  /// `Europe/Berlin`, `US/Pacific` and `Etc/GMT+3`.
  ///
  /// The system tells only some of the names that it knows, so those of others are guessed.
  var spellings: [String] {
    let name = typed.trimmingCharacters(in: .whitespaces).replacing(" ", with: "_")
    let lowercase = name.lowercased()
    let known = TimeZone.knownTimeZoneIdentifiers.filter { $0.lowercased() == lowercase }
    guard let slash = name.firstIndex(of: "/") else { return [typed, name] + known }
    let area = name[..<slash]
    let place = name[slash...]
    return [typed, name] + known + [
      name.capitalized, area.capitalized + place.uppercased(),
      area.uppercased() + place.capitalized,
    ]
  }
}
