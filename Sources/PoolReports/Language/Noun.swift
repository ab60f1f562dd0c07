/// What reports count.
enum Noun: CaseIterable, Sendable {
  case number, session, sessionName, visitor, pageView, visit
  case call, line, row
  case gap, day, hour, time, address
}

/// Which form of a noun a language puts beside a count.
enum PluralRule: Sendable {
  /// One, and the others, as in English: 1 call, 2 calls.
  case oneAndOthers
  /// One, few and many, by the last digits, as in Russian: 1, 21 | 2, 3, 4, 22 | 5, 11, 12, 20.
  case oneFewMany

  /// How many forms a noun has.
  var forms: Int {
    switch self {
    case .oneAndOthers: 2
    case .oneFewMany: 3
    }
  }

  /// The place of the form that a count takes.
  func form(of count: Int) -> Int {
    switch self {
    case .oneAndOthers:
      return count == 1 ? 0 : 1
    case .oneFewMany:
      let (tens, ones) = (count.magnitude % 100 / 10, count.magnitude % 10)
      if tens == 1 { return 2 }
      return ones == 1 ? 0 : (2...4).contains(ones) ? 1 : 2
    }
  }
}
