extension ScenarioReader {
  /// Whether a file is a scenario rather than a log, as its beginning tells: an object with a key
  /// of its own that logs don't have, wherever it stands, as the first may be misspelt.
  ///
  /// - Parameter beginning: The first bytes.
  /// - Complexity: O(length).
  public static func isScenario(_ beginning: ArraySlice<UInt8>) -> Bool {
    var scanner = RemarkedJSONScanner(Array(beginning.prefix(1 << 16)))
    guard scanner.next().token == .mark(UInt8(ascii: "{")) else { return false }
    var depth = 1
    var last: String?
    while depth > 0 {
      let token = scanner.next().token
      switch token {
      case .end: return false
      case .text(let text), .word(let text):
        last = text
        continue
      case .mark(UInt8(ascii: ":")):
        if let key = last, key == "visits_per_day" || depth == 1 && tellingKeys.contains(key) {
          return true
        }
      case .mark(UInt8(ascii: "{")), .mark(UInt8(ascii: "[")): depth += 1
      case .mark(UInt8(ascii: "}")), .mark(UInt8(ascii: "]")): depth -= 1
      case .mark, .other: break
      }
      last = nil
    }
    return false
  }

  private static let tellingKeys: Set = [
    "channels", "time_zone", "returning", "bursts", "day_to_day", "growth_per_week",
    "not_swapped", "shared_links", "question",
  ]
}
