import NumberPools

extension ValueForm<KeyRule.Memory> {
  /// How long a script remembers: a word, two of them with a length of time.
  static let memory = ValueForm(
    placeholder: "HOW",
    completion: Completion(words: [
      .init("page", meaning: "not at all: each page's own address counts"),
      .init("session", meaning: "for the visit: its landing address counts"),
      .init("first:30d", meaning: "a cookie of the first tags, so long", typed: nil),
      .init("last:30d", meaning: "a cookie of the last tags, so long", typed: nil),
    ]),
    read: { (text, flag) throws(UsageError) in
      if text == "page" { return .page }
      if text == "session" { return .session }
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let length = Interval(parts[1]), length <= .days(400),
        parts[0] == "first" || parts[0] == "last"
      else {
        throw UsageError(
          message: "'\(text)' is no value of \(flag).",
          hint: "Choose one of: page, session, first:30d, last:30d.")
      }
      return parts[0] == "first" ? .first(length) : .last(length)
    },
    write: { memory in
      switch memory {
      case .page: "page"
      case .session: "session"
      case .first(let interval): "first:\(interval.shorthand)"
      case .last(let interval): "last:\(interval.shorthand)"
      }
    })
}
