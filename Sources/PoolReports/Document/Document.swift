import NumberPools

/// A report as a value: what it says to people, and what it tells programs, before it is decided
/// whether that becomes text, JSON or a page, and in which language.
public struct Document: Sendable {
  /// What people read, from the top down; the first section begins with the verdict.
  let sections: [Section]
  /// What programs read, by name.
  let data: Record
  /// How far ahead of UTC the clock is by which people are told times; programs are told them in
  /// UTC.
  let clock: Interval

  init(sections: [Section], data: Record, clock: Interval = .zero) {
    self.clock = clock
    self.sections = sections.filter { !$0.parts.isEmpty || $0.title != nil }
    self.data = data
  }
}

/// Parts under a title.
struct Section: Sendable {
  /// The title; `nil` for what stands at the top.
  var title: (any Phrase)?
  /// What stands below it.
  var parts: [Part]
  /// Whether a short report leaves the section out.
  var isDetail = false
  /// Whether only a short report has it.
  var isShortOnly = false

  /// The same section, which a short report leaves out.
  var asDetail: Section { Section(title: title, parts: parts, isDetail: true) }
}

/// One thing that a report says or shows.
struct Part: Sendable {
  /// What it is.
  let content: Content
  /// Whether a short report leaves it out.
  var isDetail = false

  /// What a part can be.
  enum Content: Sendable {
    /// What the report comes to.
    case verdict(any Phrase)
    /// What was found besides.
    case finding(any Phrase)
    /// A reason to doubt, or to read with care.
    case warning(any Phrase)
    /// What the figures above it mean.
    case note(any Phrase)
    /// One of several things to be told one by one.
    case item(any Phrase)
    /// What the report takes for granted.
    case assumption(any Phrase)
    /// The beginning of a line of the input, as it is.
    case excerpt(String)
    case table(Table)
    case plot(Plot)
  }

  /// The same part, which a short report leaves out.
  var asDetail: Part { Part(content, isDetail: true) }

  init(_ content: Content, isDetail: Bool = false) {
    self.content = content
    self.isDetail = isDetail
  }

  static func verdict(_ phrase: any Phrase) -> Part { Part(.verdict(phrase)) }
  static func finding(_ phrase: any Phrase) -> Part { Part(.finding(phrase)) }
  static func warning(_ phrase: any Phrase) -> Part { Part(.warning(phrase)) }
  static func note(_ phrase: any Phrase) -> Part { Part(.note(phrase)) }
  static func item(_ phrase: any Phrase) -> Part { Part(.item(phrase)) }
  static func assumption(_ phrase: any Phrase) -> Part { Part(.assumption(phrase)) }
  static func excerpt(_ text: String) -> Part { Part(.excerpt(text)) }
  static func table(_ table: Table) -> Part { Part(.table(table)) }
  static func plot(_ plot: Plot) -> Part { Part(.plot(plot)) }
}
