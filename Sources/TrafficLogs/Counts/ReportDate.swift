import NumberPools

/// Days as reports for people write them: `Mar 2, 2026`, `Monday, March 2, 2026, 9 AM`,
/// `2 марта 2026 г.`, `2026-03-02 - 2026-03-08`.
struct ReportDate: Equatable {
  /// The midnight of the day, as if in UTC.
  var day: Timestamp
  /// Minutes from midnight, where a time of day follows.
  var minute: Int?

  /// Reads a whole text, in which the name of a month makes clear what is what.
  init?(_ text: String) {
    var words = Self.words(text.lowercased())
    if let first = words.first, Self.month(first) == nil, first.allSatisfy({ $0.isLetter }) {
      words.removeFirst()  // The day of the week.
    }
    guard words.count >= 3 else { return nil }
    let month = Self.month(words[0]) ?? Self.month(words[1])
    let dayOfMonth = Self.month(words[0]) == nil ? words[0] : words[1]
    guard let month, let number = Int(dayOfMonth), words[2].count == 4, let year = Int(words[2]),
      let day = Self.day(year, month, number)
    else { return nil }
    self.day = day
    var rest = words.dropFirst(3)
    if let first = rest.first, ["г", "года", "at", "в"].contains(first) {
      rest = rest.dropFirst()
    }
    if rest.isEmpty { return }
    // What the words were separated by is between them again.
    guard let place = text.firstPlace(of: words[2]),
      let time = HourText(Self.time(text[place.upperBound...]))
    else { return nil }
    minute = time.minute
  }

  /// The time of day behind a year.
  private static func time(_ text: Substring) -> String {
    var rest = text.drop { !$0.isNumber }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Runs of letters, and runs of digits.
  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The month that a word names, in English or Russian, in full or cut short.
  static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }

  private static let names = [
    ["january", "январь", "января"], ["february", "февраль", "февраля"],
    ["march", "март", "марта"], ["april", "апрель", "апреля"], ["may", "май", "мая"],
    ["june", "июнь", "июня"], ["july", "июль", "июля"], ["august", "август", "августа"],
    ["september", "сентябрь", "сентября", "sept"], ["october", "октябрь", "октября"],
    ["november", "ноябрь", "ноября", "нояб"], ["december", "декабрь", "декабря"],
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    guard (1990..<2200).contains(year), (1...12).contains(month),
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return Timestamp(year: year, month: month, day: day, second: 0)
  }
}

extension ReportDate {
  /// All days that a text names in digits or with the name of a month, in its order.
  ///
  /// `03/02/2026` isn't among them, as it may be of March or of February.
  static func days(in text: String) -> [Timestamp] {
    var days: [Timestamp] = []
    let words = words(text.lowercased())
    for (index, word) in words.enumerated() {
      let next = words[(index + 1)...].prefix(2).map { String($0) }
      if word.count == 8, word.allSatisfy({ $0.isNumber }), let number = Int(word) {
        if let found = day(number / 10000, number / 100 % 100, number % 100) { days.append(found) }
        continue
      }
      guard next.count == 2 else { continue }
      if word.count == 4, next.allSatisfy({ $0.count == 2 }), let year = Int(word),
        let month = Int(next[0]), let number = Int(next[1]), text.holds("\(word)-\(next[0])-")
      {
        if let found = day(year, month, number) { days.append(found) }
      } else if next[1].count == 4, let year = Int(next[1]) {
        let found =
          if let name = month(word), let number = Int(next[0]) {
            day(year, name, number)
          } else if let name = month(next[0]), let number = Int(word) {
            day(year, name, number)
          } else if text.holds("\(word).\(next[0]).\(next[1])"), let number = Int(word),
            let month = Int(next[0])
          {
            day(year, month, number)
          } else {
            Timestamp?.none
          }
        if let found { days.append(found) }
      }
    }
    return days
  }

  /// The days that lines above a table say that it covers; `nil` where they don't say it clearly.
  static func range(in lines: [String]) -> ClosedRange<Timestamp>? {
    let all = Set(lines.flatMap(days))
    guard let first = all.min(), let last = all.max(), all.count <= 2 else { return nil }
    return first...last
  }

  /// The first day of the month that a text names: `2026-03`, `202603`, `03.2026`, `March 2026`.
  static func month(in text: String) -> Timestamp? {
    let words = words(text.lowercased())
    if words.count == 1, words[0].count == 6, let number = Int(words[0]) {
      return day(number / 100, number % 100, 1)
    }
    guard words.count >= 2 else { return nil }
    if words[0].count == 4, let year = Int(words[0]), words.count == 2 {
      return (Int(words[1]) ?? month(words[1])).flatMap { day(year, $0, 1) }
    }
    let rest = words.dropFirst(2)
    guard rest.isEmpty || rest.first == "г" || rest.first == "года", words[1].count == 4,
      let year = Int(words[1])
    else { return nil }
    return (Int(words[0]) ?? month(words[0])).flatMap { day(year, $0, 1) }
  }

  /// The Monday of a week by ISO 8601: `2026-W10`, and `202610` where the column says so.
  static func week(in text: String, isCompact: Bool) -> Timestamp? {
    let words = words(text.lowercased())
    let year: Int?
    let week: Int?
    if words.count == 2, words[1].hasPrefix("w"), words[0].count == 4 {
      (year, week) = (Int(words[0]), Int(words[1].dropFirst()))
    } else if words.count == 1, words[0].count == 7, words[0].dropFirst(4).hasPrefix("w") {
      (year, week) = (Int(words[0].prefix(4)), Int(words[0].suffix(2)))
    } else if isCompact, words.count == 1, words[0].count == 6 {
      (year, week) = (Int(words[0].prefix(4)), Int(words[0].suffix(2)))
    } else {
      return nil
    }
    guard let year, let week, (1...53).contains(week), let fourth = day(year, 1, 4) else {
      return nil
    }
    // The week of January 4 is the first; 1970 began on a Thursday.
    let monday = fourth + .days(Int64(-((fourth.day + 3) % 7)))
    return monday + .days(Int64((week - 1) * 7))
  }
}
