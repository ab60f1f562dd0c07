/// A time of day as reports write it: `9`, `09:00`, `9 AM`, `9:00 - 10:00`, `9h`, `9 ч`.
struct HourText: Equatable {
  /// Minutes from midnight at which it begins.
  var minute: Int
  /// How many minutes it lasts, where its end is there too.
  var length: Int?

  /// Reads a field.
  ///
  /// - Returns: `nil` where it is anything else, such as 24 or a date.
  /// - Complexity: O(length).
  init?(_ row: Span<UInt8>, _ field: Range<Int>) {
    if (1...2).contains(field.count), field.allSatisfy({ 0x30...0x39 ~= row[$0] }) {
      let hour = field.reduce(0) { $0 * 10 + Int(row[$1] - 0x30) }
      guard hour < 24 else { return nil }
      self.init(minute: hour * 60, length: nil)
    } else {
      guard field.count <= 40 else { return nil }
      let text = row.extracting(field)
        .withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      self.init(text)
    }
  }

  /// Reads a text.
  init?(_ text: String) {
    var words = Self.words(text.lowercased())[...]
    if let first = words.first, ["с", "from", "at", "в"].contains(first) { words.removeFirst() }
    guard let start = Clock(&words) else { return nil }
    if words.isEmpty {
      guard let minute = start.minute, minute < 1440 else { return nil }
      self.init(minute: minute, length: nil)
      return
    }
    guard ["-", "–", "—", "to", "до", "по", "until"].contains(words.removeFirst()),
      let end = Clock(&words), words.isEmpty, let last = end.minute
    else { return nil }
    // Of `9 - 10 AM` the first has the half of the day that puts it closest before the second.
    let starts =
      start.half == nil && end.half != nil && start.hour <= 12
      ? [start.hour % 12 * 60, start.hour % 12 * 60 + 720].map { $0 + start.minutes }
      : [start.minute].compactMap { $0 }
    func length(_ start: Int) -> Int { ((last - start) % 1440 + 1440) % 1440 }
    guard let minute = starts.min(by: { length($0) < length($1) }), minute < 1440,
      length(minute) > 0
    else { return nil }
    // `9:00 - 9:59` is an hour.
    let isInclusive = length(minute) % 5 == 4
    self.init(minute: minute, length: length(minute) + (isInclusive ? 1 : 0))
  }

  private init(minute: Int, length: Int?) {
    self.minute = minute
    self.length = length
  }

  /// Runs of digits, runs of letters, and other signs; without spaces and the points of `a.m.`
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var joins = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        joins = false
        continue
      }
      let character = Character(scalar)
      if joins, let last = words.last?.last,
        last.isNumber && character.isNumber || last.isLetter && character.isLetter
      {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(character))
      }
      joins = true
    }
    // `a . m .` of `a.m.`
    var kept: [String] = []
    for word in words {
      if word == ".", let last = kept.last, last.allSatisfy({ $0.isLetter }) { continue }
      if word == "m", let last = kept.last, last == "a" || last == "p" {
        kept[kept.count - 1] = last + "m"
      } else {
        kept.append(word)
      }
    }
    return kept
  }

  /// One end of a range.
  private struct Clock {
    var hour = 0
    var minutes = 0
    /// `am` or `pm`.
    var half: String?

    /// Minutes from midnight; `nil` where there is no such time.
    var minute: Int? {
      guard let half else { return hour <= 24 ? hour * 60 + minutes : nil }
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + (half == "pm" ? 12 : 0)) * 60 + minutes
    }

    init?(_ words: inout ArraySlice<String>) {
      guard let first = Self.number(words.first, digits: 1...2) else { return nil }
      hour = first
      words.removeFirst()
      if let mark = words.first, mark == ":" || mark == ".",
        let next = Self.number(words.dropFirst().first, digits: 2...2), next < 60
      {
        minutes = next
        words.removeFirst(2)
        // Seconds, and their fractions, begin no other hour.
        while let mark = words.first, mark == ":" || mark == ".",
          Self.number(words.dropFirst().first, digits: 1...6) != nil
        {
          words.removeFirst(2)
        }
      }
      if let word = words.first, word == "am" || word == "pm" {
        half = word
        words.removeFirst()
      } else if let word = words.first,
        ["h", "ч", "час", "часа", "часов", "hour", "hours", "uhr"].contains(word)
      {
        words.removeFirst()
      }
    }

    private static func number(_ word: String?, digits: ClosedRange<Int>) -> Int? {
      guard let word, digits.contains(word.utf8.count),
        word.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
      else { return nil }
      return Int(word)
    }
  }
}
