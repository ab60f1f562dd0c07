/// The keys of a static scheme, and what a number of each of them says.
struct KeyTable: Sendable {
  /// For each touch of the book its key; -1 for one that the scheme doesn't see.
  private(set) var keyOfTouch: [Int32] = []
  /// For each key what its number says.
  private(set) var labels: [TouchLabels] = []
  /// The key of visits without any origin; -1 where they have none.
  private(set) var direct: Int32 = -1
  /// For each touch of the book the key that tags naming it would have.
  private(set) var keyOfName: [Int32] = []

  /// What makes a key.
  private struct Parts: Hashable {
    var source: Int32 = -1
    var medium: Int32 = -1
    var campaign: Int32 = -1
    var term: Int32 = -1
    var content: Int32 = -1
    var channel: Int32 = -1
  }

  /// Finds the keys of the touches of a book.
  ///
  /// - Complexity: O(touches).
  init(of scheme: Scheme, rule: KeyRule, book: TouchBook, labels table: LabelTable) {
    guard let finest = scheme.finestLevel, scheme.isStatic else {
      keyOfTouch = Array(repeating: -1, count: book.entries.count)
      keyOfName = keyOfTouch
      return
    }
    var numbers: [Parts: Int32] = [:]
    for (touch, entry) in book.entries.enumerated() {
      let isNamed = entry.basis == .tags
      let isSeen =
        switch entry.basis {
        case .direct: false
        case .referrer: rule.seesReferrers
        case .clickID: rule.seesClickIDs
        case .tags: true
        }
      var parts = Parts()
      if finest == .channel {
        parts.channel = table.touches[touch].channel
      } else {
        parts.source = entry.source
        parts.medium = entry.medium
        if isNamed, finest.rawValue >= LabelLevel.campaign.rawValue {
          parts.campaign = entry.campaign
        }
        if isNamed, finest == .keyword {
          parts.term = entry.term
          parts.content = entry.content
        }
      }
      guard entry.basis != .direct else {
        keyOfTouch.append(-1)
        keyOfName.append(-1)
        continue
      }
      let key: Int32
      if let known = numbers[parts] {
        key = known
      } else {
        key = Int32(labels.count)
        numbers[parts] = key
        // Click ids and referrers give source and medium only.
        let isWhole = isNamed || finest == .channel
        labels.append(table.touches[touch].cut(below: isWhole ? finest : .source))
      }
      keyOfTouch.append(isSeen ? key : -1)
      keyOfName.append(key)
    }
    if rule.hasDirectNumber {
      direct = Int32(labels.count)
      labels.append(table.touches[Int(TouchNumber.direct.touch)].cut(below: finest))
    }
  }
}
