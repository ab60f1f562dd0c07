extension WeekRhythm {
  /// What is wrong with the text of a week.
  public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence.
    public let description: String
  }

  /// Reads a week of one's own: a line for a day or a run of days, and 24 weights behind it.
  ///
  /// ```text
  /// # from midnight on
  /// mon-fri 0 0 0 0 0 0 1 3 8 12 12 12 9 11 12 11 9 6 4 3 2 1 0 0
  /// sat     0 0 0 0 0 0 0 1 3  4  4  4 3  3  2  1 0 0 0 0 0 0 0 0
  /// sun     0 0 0 0 0 0 0 0 0  1  1  1 1  1  1  1 1 1 0 0 0 0 0 0
  /// ```
  ///
  /// Every day has one line. Weights are whole numbers up to a million, of any scale; spaces, tabs,
  /// commas or semicolons are between them, and `#` begins a remark.
  ///
  /// - Parameters:
  ///   - text: The lines.
  ///   - name: What reports call the week.
  /// - Complexity: O(length).
  public init(parsing text: String, name: String) throws(ParsingError) {
    var weights = [[Int]?](repeating: nil, count: 7)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }
        .split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == ByteOrderMark.character }
      guard let first = words.first else { continue }
      guard let days = Self.days(first.lowercased()) else {
        throw ParsingError(
          description: "Line \(index + 1) doesn't begin with a day such as mon, or mon-fri.")
      }
      let hours = words.dropFirst().map { Int($0) ?? -1 }
      guard hours.count == 24, hours.allSatisfy({ (0...1_000_000).contains($0) }) else {
        throw ParsingError(
          description: "Line \(index + 1) needs 24 whole numbers behind its day, and has"
            + " \(hours.count { (0...1_000_000).contains($0) }).")
      }
      for day in days {
        guard weights[day] == nil else {
          throw ParsingError(description: "Line \(index + 1) names a day that was there before.")
        }
        weights[day] = hours
      }
    }
    if let missing = weights.firstIndex(of: nil) {
      throw ParsingError(description: "There is no line for \(Self.dayNames[missing]).")
    }
    let all = weights.compactMap { $0 }
    guard all.contains(where: { $0.contains { $0 > 0 } }) else {
      throw ParsingError(description: "All of its weights are 0.")
    }
    self.init(name: name, weights: all)
  }

  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The days that `mon` or `mon-fri` names, from 0 for Monday.
  private static func days(_ text: String) -> ClosedRange<Int>? {
    let names = text.split(separator: "-", omittingEmptySubsequences: false)
    let days = names.map { dayNames.firstIndex(of: String($0)) }
    guard names.count <= 2, let first = days[0], let last = days[days.count - 1], first <= last
    else { return nil }
    return first...last
  }
}
