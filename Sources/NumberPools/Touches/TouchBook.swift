/// A touch of a ``TouchBook`` in numbers: two are alike where the numbers are.
public struct TouchNumber: Hashable, Sendable {
  /// Its place among the touches of the book.
  public var touch: Int32
  /// Its place among the click ids of the book; -1 without one.
  public var click: Int32

  /// A touch of which nothing is known: a direct visit.
  public static let direct = TouchNumber(touch: 0)

  /// Names a touch of a book.
  init(touch: Int32, click: Int32 = -1) {
    self.touch = touch
    self.click = click
  }
}

/// What tells a touch.
public enum TouchBasis: UInt8, Sendable {
  /// Nothing does.
  case direct
  /// The page before.
  case referrer
  /// A click id, without tags that name a source.
  case clickID
  /// Tags that name a source; or somebody who knows what was paid for.
  case tags
}

/// Touches as numbers: each text is looked at once, and afterwards touches, their labels and the
/// keys of schemes are compared as numbers.
///
/// Texts are compared in lower case and without spaces around them, click ids byte for byte.
public struct TouchBook: Sendable {
  /// The texts, in lower case.
  private(set) var words: [String] = []
  private var wordNumbers: [String: Int32] = [:]
  /// The words of texts as they are written.
  private var spellings: [String: Int32] = [:]
  /// The different touches, without their click ids; the first is a direct visit.
  private(set) var entries: [Entry] = []
  private var entryNumbers: [Entry: Int32] = [:]
  /// The click ids.
  private(set) var clicks: [String] = []
  private var clickNumbers: [String: Int32] = [:]

  /// Creates a book in which only a direct visit stands.
  public init() {
    _ = number(of: Entry())
  }

  /// A touch without its click id: places of words, -1 for what is missing.
  struct Entry: Hashable, Sendable {
    var source: Int32 = -1
    var medium: Int32 = -1
    var campaign: Int32 = -1
    var term: Int32 = -1
    var content: Int32 = -1
    var channel = Channel.direct
    var basis = TouchBasis.direct
  }

  /// Notes a touch that UTM tags name, or a table of what was paid for.
  ///
  /// - Parameters:
  ///   - source: Its source; without source and medium it is a direct visit.
  ///   - medium: Its medium.
  ///   - campaign: Its campaign.
  ///   - term: Its keyword.
  ///   - content: Which of several ads.
  ///   - clickID: The click id that a table gives for it: where a landing page shows the same one,
  ///     this is the touch that it stands for. One of an address with tags doesn't matter.
  /// - Complexity: O(length).
  public mutating func tagged(
    source: String?, medium: String?, campaign: String? = nil, term: String? = nil,
    content: String? = nil, clickID: String? = nil
  ) -> TouchNumber {
    var entry = Entry(
      source: word(source), medium: word(medium),
      channel: Channel(source: source, medium: medium), basis: .tags)
    if entry.source < 0, entry.medium < 0 { return .direct }
    entry.campaign = word(campaign)
    entry.term = word(term)
    entry.content = word(content)
    return TouchNumber(touch: number(of: entry), click: clickID.map { click($0) } ?? -1)
  }

  /// Notes a touch that a click id tells, without tags that name a source.
  ///
  /// - Complexity: O(length).
  public mutating func clicked(_ clickID: Touch.ClickID) -> TouchNumber {
    let origin = clickID.sourceAndMedium
    let entry = Entry(
      source: word(origin?.source), medium: word(origin?.medium),
      channel: Channel(source: origin?.source, medium: origin?.medium), basis: .clickID)
    return TouchNumber(touch: number(of: entry), click: click(clickID.value))
  }

  /// Notes a touch that only the page before tells.
  ///
  /// - Parameters:
  ///   - source: What it is called; without source and medium it is a direct visit.
  ///   - medium: What kind of page it is.
  ///   - channel: The channel where the input names it; else that of source and medium.
  /// - Complexity: O(length).
  public mutating func referred(
    source: String?, medium: String?, channel: Channel? = nil
  ) -> TouchNumber {
    let entry = Entry(
      source: word(source), medium: word(medium),
      channel: channel ?? Channel(source: source, medium: medium), basis: .referrer)
    if entry.source < 0, entry.medium < 0, entry.channel == .direct { return .direct }
    return TouchNumber(touch: number(of: entry))
  }

  /// What tells a touch.
  ///
  /// - Complexity: O(1).
  public func basis(of touch: TouchNumber) -> TouchBasis { entries[Int(touch.touch)].basis }

  private mutating func number(of entry: Entry) -> Int32 {
    if let known = entryNumbers[entry] { return known }
    let number = Int32(entries.count)
    entries.append(entry)
    entryNumbers[entry] = number
    return number
  }

  private mutating func word(_ text: String?) -> Int32 {
    guard let text else { return -1 }
    if let known = spellings[text] { return known }
    var number: Int32 = -1
    if let word = ChannelTable.value(text)?.lowercased() {
      if let known = wordNumbers[word] {
        number = known
      } else {
        number = Int32(words.count)
        words.append(word)
        wordNumbers[word] = number
      }
    }
    spellings[text] = number
    return number
  }

  private mutating func click(_ id: String) -> Int32 {
    if id.isEmpty { return -1 }
    if let known = clickNumbers[id] { return known }
    let number = Int32(clicks.count)
    clicks.append(id)
    clickNumbers[id] = number
    return number
  }

  /// A word by its place; `nil` for what is missing.
  func text(_ word: Int32) -> String? { word < 0 ? nil : words[Int(word)] }
}
