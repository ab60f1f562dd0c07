import NumberPools

/// What stands behind an option is refused, or reads back as it is shown.
struct WordLaws {
  private let text: String

  init(_ input: FuzzedInput) {
    text = String(decoding: input.bytes.prefix(200), as: UTF8.self)
  }

  func check() throws {
    if let interval = Interval(text) {
      try law("\(text): an interval isn't negative", interval >= .zero)
      try law("\(text): an interval reads back", Interval(interval.shorthand) == interval)
    }
    if let target = try? Target(text) {
      let again = try? Target(target.description)
      try law("\(text): a target reads back", again == target)
    }
  }
}
