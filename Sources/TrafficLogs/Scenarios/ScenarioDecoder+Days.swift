import NumberPools

extension ScenarioDecoder {
  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The days that `mon` or `mon-fri` names, from 0 for Monday.
  private static func days(_ text: String) -> ClosedRange<Int>? {
    let names = text.split(separator: "-", omittingEmptySubsequences: false)
    let days = names.map { name in dayNames.firstIndex { $0 == name } }
    guard 1...2 ~= names.count, let first = days[0], let last = days[days.count - 1], first <= last
    else { return nil }
    return first...last
  }

  /// Calls a handler with the days and the value of each key; no day may be named twice.
  private mutating func eachDays(
    _ object: ScenarioObject,
    _ handle: (_ days: ClosedRange<Int>, _ node: RemarkedJSONNode, _ path: String, inout Self) ->
      Void
  ) -> Set<Int> {
    var seen: Set<Int> = []
    for key in object.keys {
      guard let node = object[key] else { continue }
      let line = object.lines[key] ?? object.line
      guard let days = Self.days(key) else {
        complain(
          line, object.path(key),
          "isn't known; days are written as \"mon\", \"mon-fri\", \"sat-sun\" or \"mon-sun\"")
        continue
      }
      if !seen.isDisjoint(with: days) {
        complain(line, object.path(key), "names a day that another key has named")
      }
      seen.formUnion(days)
      handle(days, node, object.path(key), &self)
    }
    return seen
  }

  /// A week by its name, or of weights.
  mutating func week(_ node: RemarkedJSONNode?, _ path: String) -> WeekWeights? {
    guard let node else { return nil }
    if case .text = node.value {
      return word(node, path, WeekWeights.named.map { ($0.name ?? "", $0) })
    }
    guard
      let object = object(
        node, path, .days, wanted: "the name of a week, or weights of days")
    else { return nil }
    var hours = [Double](repeating: 0, count: 168)
    var isWhole = true
    let seen = eachDays(object) { days, node, path, decoder in
      guard let weights = decoder.weights(node, path) else {
        isWhole = false
        return
      }
      for day in days { hours.replaceSubrange((day * 24)..<(day * 24 + 24), with: weights) }
    }
    if let missing = (0..<7).first(where: { !seen.contains($0) }) {
      complain(object.line, path, "has no weights for \(Self.dayNames[missing])")
      isWhole = false
    }
    return isWhole ? WeekWeights(hours) : nil
  }

  private mutating func weights(_ node: RemarkedJSONNode, _ path: String) -> [Double]? {
    guard let elements = list(node, path, of: "24 weights") else { return nil }
    guard elements.count == 24 else {
      complain(node.line, path, "has \(elements.count) weights, and a day has 24 hours")
      return nil
    }
    let weights = elements.compactMap { element, path in number(element, path) }
    return weights.count == 24 ? weights : nil
  }

  /// Opening hours: `{"mon-fri": "08:00-18:00"}`, several stretches with commas between them, or
  /// `"always"`.
  mutating func openingHours(_ node: RemarkedJSONNode?, _ path: String) -> OpeningHours? {
    guard let node else { return nil }
    if case .text(let text) = node.value {
      if text == "always" { return .always }
      complain(
        node.line, path,
        "\"\(text.prefix(40))\" is neither \"always\" nor hours such as {\"mon-fri\":"
          + " \"08:00-18:00\"}")
      return nil
    }
    guard let object = object(node, path, .days, wanted: "\"always\" or hours of days") else {
      return nil
    }
    var days = [[Range<Int>]](repeating: [], count: 7)
    var isWhole = true
    _ = eachDays(object) { named, node, path, decoder in
      guard let text = decoder.text(node, path) else {
        isWhole = false
        return
      }
      guard let stretches = Self.stretches(text) else {
        decoder.complain(
          node.line, path,
          "\"\(text.prefix(40))\" are no hours, such as \"08:00-18:00\" or"
            + " \"08:00-12:00, 13:00-17:30\"")
        isWhole = false
        return
      }
      for day in named { days[day] = stretches }
    }
    if isWhole, days.allSatisfy({ $0.isEmpty }) {
      complain(node.line, path, "is never open: nobody could call later")
      return nil
    }
    return isWhole ? OpeningHours(days) : nil
  }

  /// Stretches in minutes from midnight, ascending, none into the next; past midnight where they
  /// end before they begin.
  private static func stretches(_ text: String) -> [Range<Int>]? {
    if text == "closed" { return [] }
    var stretches: [Range<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(minute)
      guard ends.count == 2, let opens = ends[0], var closes = ends[1], opens < 1440,
        opens != closes
      else { return nil }
      if closes < opens { closes += 1440 }
      if let last = stretches.last, opens < last.upperBound { return nil }
      stretches.append(opens..<closes)
    }
    return stretches
  }

  /// `08:00`, `8:00`, `24:00`.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].utf8.count, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
