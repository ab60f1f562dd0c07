/// The labels of a touch, as numbers: alike where the labels are.
struct TouchLabels: Hashable, Sendable {
  var channel: Int32 = Self.none
  var source: Int32 = Self.none
  var campaign: Int32 = Self.none
  var keyword: Int32 = Self.none

  /// There is no label.
  static let none: Int32 = -1
  /// Nothing is said at any level.
  static let silence = TouchLabels()

  /// The label of a click id that nobody can resolve: equal to itself alone.
  static func click(_ number: Int32) -> Int32 { -2 - number }

  /// The label of a level of touches.
  @inline(__always)
  subscript(level: LabelLevel) -> Int32 {
    switch level {
    case .channel: channel
    case .source: source
    case .campaign: campaign
    case .keyword: keyword
    case .visitor, .session: Self.none
    }
  }

  /// The labels down to a level; `nil` for none of them.
  func cut(below level: LabelLevel?) -> TouchLabels {
    guard let level else { return .silence }
    var cut = self
    if level.rawValue < LabelLevel.keyword.rawValue { cut.keyword = Self.none }
    if level.rawValue < LabelLevel.campaign.rawValue { cut.campaign = Self.none }
    if level.rawValue < LabelLevel.source.rawValue { cut.source = Self.none }
    return cut
  }
}

/// The labels of the touches of a book.
struct LabelTable: Sendable {
  /// For each touch of the book its labels, those of click ids apart.
  private(set) var touches: [TouchLabels] = []
  /// For each click id of the book the labels that it stands for.
  private(set) var clicks: [TouchLabels] = []
  /// For each label of a source the words of source and medium.
  private(set) var sources: [Pair] = []
  /// For each label of a campaign the label of its source and its word.
  private(set) var campaigns: [Pair] = []
  /// For each label of a keyword the label of its campaign and its word.
  private(set) var keywords: [Pair] = []
  /// For each touch of the book what tells it.
  private(set) var bases: [TouchBasis] = []

  /// What a label consists of.
  struct Pair: Hashable, Sendable {
    var first: Int32
    var second: Int32
  }

  /// Labels the touches of a book.
  ///
  /// - Parameters:
  ///   - book: The book.
  ///   - paid: What was paid for, by session in order of play; a click id stands for the first that
  ///     has it. Empty where nobody knows: each click id is a label of its own.
  /// - Complexity: O(touches + click ids + sessions).
  init(of book: TouchBook, resolvingBy paid: [TouchNumber]) {
    var sourceNumbers: [Pair: Int32] = [:]
    var campaignNumbers: [Pair: Int32] = [:]
    var keywordNumbers: [Pair: Int32] = [:]
    touches.reserveCapacity(book.entries.count)
    for entry in book.entries {
      var labels = TouchLabels()
      labels.channel = Int32(entry.channel.ordinal)
      labels.source = Self.number(
        Pair(first: entry.source, second: entry.medium), in: &sourceNumbers, &sources)
      if entry.campaign >= 0 {
        labels.campaign = Self.number(
          Pair(first: labels.source, second: entry.campaign), in: &campaignNumbers, &campaigns)
        if entry.term >= 0 {
          labels.keyword = Self.number(
            Pair(first: labels.campaign, second: entry.term), in: &keywordNumbers, &keywords)
        }
      }
      touches.append(labels)
      bases.append(entry.basis)
    }
    clicks = book.clicks.indices.map { click in
      var labels = TouchLabels()
      labels.campaign = TouchLabels.click(Int32(click))
      labels.keyword = labels.campaign
      return labels
    }
    var isResolved = [Bool](repeating: false, count: clicks.count)
    for touch in paid where touch.click >= 0 && touch.touch != TouchNumber.direct.touch {
      let click = Int(touch.click)
      if isResolved[click] { continue }
      isResolved[click] = true
      clicks[click] = touches[Int(touch.touch)]
    }
  }

  private static func number(
    _ pair: Pair, in numbers: inout [Pair: Int32], _ pairs: inout [Pair]
  ) -> Int32 {
    if let known = numbers[pair] { return known }
    let number = Int32(pairs.count)
    pairs.append(pair)
    numbers[pair] = number
    return number
  }

  /// The labels of a touch; where a click id tells it, campaign and keyword are those that the
  /// click id stands for.
  @inline(__always)
  func labels(of touch: TouchNumber) -> TouchLabels {
    var labels = touches[Int(touch.touch)]
    if touch.click >= 0, bases[Int(touch.touch)] == .clickID {
      labels.campaign = clicks[Int(touch.click)].campaign
      labels.keyword = clicks[Int(touch.click)].keyword
    }
    return labels
  }

  /// What tells a touch.
  @inline(__always)
  func basis(of touch: TouchNumber) -> TouchBasis { bases[Int(touch.touch)] }
}

extension Channel {
  /// The place among all channels.
  var ordinal: Int { Self.ordinals[self] ?? 0 }

  private static let ordinals: [Channel: Int] = Dictionary(
    uniqueKeysWithValues: zip(allCases, 0...))
}
