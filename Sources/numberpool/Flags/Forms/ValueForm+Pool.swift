import NumberPools

extension ValueForm<Target> {
  /// Conditions with commas between them.
  static let target = ValueForm(
    placeholder: "TARGET",
    read: { (text, flag) throws(UsageError) in
      do throws(Target.ParsingError) {
        return try Target(text)
      } catch {
        throw UsageError(
          message: "\(flag): \(error.description).", hint: "For example: 'coverage >= 99%'.")
      }
    },
    write: { "'\($0)'" })
}

extension ValueForm<MatchRule> {
  /// A rule by its name; one of them with a length of time.
  static let match: ValueForm = {
    let rules: [(word: String, rule: MatchRule, meaning: String)] = [
      ("last-holder", .lastHolder, "whoever had the number last, however long ago"),
      ("current-holder", .currentHolderOnly, "whoever has it, else nobody"),
    ]
    let window = "last-holder-within="
    return ValueForm(
      placeholder: "RULE",
      completion: Completion(
        words: rules.map { .init($0.word, meaning: $0.meaning) } + [
          .init(window + "TIME", meaning: "the last one, if not longer ago", typed: window)
        ]),
      read: { (text, flag) throws(UsageError) in
        if let rule = rules.first(where: { $0.word == text })?.rule { return rule }
        guard text.hasPrefix(window), let length = Interval(text.dropFirst(window.count)) else {
          throw UsageError(
            message: "'\(text)' is no value of \(flag).",
            hint: "Choose one of: last-holder, current-holder, last-holder-within=1h.")
        }
        return .lastHolderWithin(length)
      },
      write: { value in rules.first { $0.rule == value }?.word })
  }()
}

/// What a pool of its own is made for.
enum PoolDivision: Hashable, Sendable {
  case file
  case host
  /// Each value of a column.
  case column(String)
}

extension ValueForm<PoolDivision> {
  /// Files, sites, or the name of a column.
  static let division = ValueForm(
    placeholder: "WHAT",
    completion: Completion(words: [
      .init("file", meaning: "a pool for each file"),
      .init("host", meaning: "a pool for each site"),
      .init("COLUMN", meaning: "a pool for each value of a table's column", typed: nil),
    ]),
    read: { (text, _) throws(UsageError) in
      switch text {
      case "file": .file
      case "host": .host
      default: .column(text)
      }
    })
}
