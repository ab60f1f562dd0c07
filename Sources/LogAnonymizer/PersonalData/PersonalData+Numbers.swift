import TrafficLogs

/// Numbers that people are called by, and addresses of version 4, which look alike.
extension PersonalData {
  /// Digits that stand together, with what people write between them: `+1 (212) 555-0105`.
  struct Run {
    /// The groups of digits.
    var groups: [Range<Int>] = []

    /// How many digits some of the groups have.
    func digits(_ some: Range<Int>) -> Int { some.reduce(0) { $0 + groups[$1].count } }
  }

  mutating func findNumbers() {
    var index = 0
    while index < text.letters.count {
      guard Self.isDigit(letter(index)) else {
        index += 1
        continue
      }
      let run = run(from: index)
      index = run.groups[run.groups.count - 1].upperBound
      find(in: run)
    }
  }

  private func run(from start: Int) -> Run {
    var run = Run()
    var index = start
    while true {
      let first = index
      while Self.isDigit(letter(index)) { index += 1 }
      run.groups.append(first..<index)
      let end = index
      while index - end < 4, isSeparator(letter(index)) { index += 1 }
      guard index > end, Self.isDigit(letter(index)) else { return run }
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "~"):
      true
    // In the names of browsers these come before versions.
    case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "*"): place == .text
    default: false
    }
  }

  private mutating func find(in run: Run) {
    var rest = 0
    var first = 0
    while first + 4 <= run.groups.count {
      guard isAddress(run, first) else {
        first += 1
        continue
      }
      findTelephone(in: run, rest..<first)
      // What may be a version is half an address without its other half.
      let isVersion = place == .browser && isVersion(run.groups[first].lowerBound)
      found.append(
        run.groups[first + (isVersion ? 2 : 0)].lowerBound..<run.groups[first + 3].upperBound)
      first += 4
      rest = first
    }
    findTelephone(in: run, rest..<run.groups.count)
  }

  /// What stands behind a group, if it is a single letter.
  private func separator(behind group: Int, in run: Run) -> UInt8? {
    let next = run.groups[group].upperBound
    return run.groups[group + 1].lowerBound == next + 1 ? letter(next) : nil
  }

  /// Whether four groups are an address: numbers below 256 with dots between them, or dashes, as in
  /// the names that providers give.
  private func isAddress(_ run: Run, _ first: Int) -> Bool {
    let separator = separator(behind: first, in: run)
    guard separator == UInt8(ascii: ".") || separator == UInt8(ascii: "-") else { return false }
    var numbers: [Int] = []
    for index in first..<(first + 4) {
      let group = run.groups[index]
      if index < first + 3, self.separator(behind: index, in: run) != separator { return false }
      guard group.count <= 3 else { return false }
      numbers.append(group.reduce(0) { $0 * 10 + Int(letter($1) - 0x30) })
    }
    guard numbers.allSatisfy({ $0 < 256 }) else { return false }
    guard place == .browser else { return true }
    // Versions: 120.0.0.0, and those with more numbers.
    let isWhole =
      first == 0 && run.groups.count == 4 || separator != UInt8(ascii: ".")
      || !isDotted(run, 0..<run.groups.count)
    return isWhole && numbers.dropFirst().contains { $0 > 0 }
  }

  /// Whether a number is the version of a browser or of what one is made of.
  private func isVersion(_ start: Int) -> Bool {
    guard letter(start - 1) == UInt8(ascii: "/") else { return false }
    var first = start - 1
    while first > 0, Self.isAlphanumeric(letter(first - 1)) || letter(first - 1) == 0x5F {
      first -= 1
    }
    return Self.products.contains(
      String(decoding: text.letters[first..<(start - 1)], as: UTF8.self).lowercased())
  }

  /// What writes versions of four numbers below 256.
  private static let products: Set<String> = [
    "chrome", "firefox", "safari", "version", "yabrowser", "samsungbrowser", "edg", "edga",
    "edgios", "edge", "opr", "opt", "opera", "opx", "ucbrowser", "ubrowser", "fbav", "crios",
    "fxios", "gsa", "micromessenger", "silk", "vivaldi", "duckduckgo", "ddg", "miuibrowser",
    "heytapbrowser", "vivobrowser", "huaweibrowser", "whale", "coc_coc_browser", "qqbrowser",
    "mqqbrowser", "quark", "brave", "applewebkit", "chromium", "headlesschrome", "electron",
    "sogoumobilebrowser", "baiduboxapp", "yaapp_android", "yasearchbrowser", "yowser", "atom",
    "avast", "avg", "ccleaner", "norton", "iron", "maxthon", "puffin", "sleipnir", "line",
    "whatsapp", "snapchat", "pinterest", "instagram", "trident", "msie", "cronet", "okhttp",
    "klar", "focus", "aloha", "alohabrowser", "kiwi", "phx", "sznprohlizec", "seamonkey",
  ]
}

/// Telephone numbers.
extension PersonalData {
  private mutating func findTelephone(in run: Run, _ groups: Range<Int>) {
    guard !groups.isEmpty, isTelephone(run, groups) else { return }
    var start = run.groups[groups.lowerBound].lowerBound
    while start > 0, "+(".utf8.contains(letter(start - 1)) { start -= 1 }
    found.append(start..<run.groups[groups.upperBound - 1].upperBound)
  }

  private func isTelephone(_ run: Run, _ groups: Range<Int>) -> Bool {
    let digits = run.digits(groups)
    guard digits >= 7 else { return false }
    let first = run.groups[groups.lowerBound].lowerBound
    if isMarked(first) { return true }
    if place == .browser { return isTelephoneAmongVersions(run, groups, digits) }
    if digits >= 9 { return !isDate(run, groups, digits) }
    if groups.count == 1 { return digits == 8 && !isDate(run, groups, digits) }
    let isFraction = groups.count == 2 && separator(behind: groups.lowerBound, in: run) == 0x2E
    return !isFraction && !isDate(run, groups, digits)
  }

  /// Whether a plus sign or a word for a telephone comes before a number.
  private func isMarked(_ first: Int) -> Bool {
    var index = first
    while index > 0, first - index < 3, " :=/-_(.".utf8.contains(letter(index - 1)) { index -= 1 }
    if letter(index - 1) == UInt8(ascii: "+") {
      // In an address it may be a blank.
      return place == .browser || index == 1
    }
    return Self.words.contains { word in
      index >= word.count
        && zip(word, text.letters[(index - word.count)..<index]).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  private static let words = [
    "tel", "phone", "mobile", "call", "fax", "whatsapp", "viber", "sms", "callto", "msisdn",
  ].map { Array($0.utf8) }

  private func isTelephoneAmongVersions(
    _ run: Run, _ groups: Range<Int>, _ digits: Int
  ) -> Bool {
    guard digits >= 10 else { return false }
    if groups.count == 1 || !isDotted(run, groups) { return true }
    let lengths = groups.map { run.groups[$0].count }
    if Self.shapes.contains(lengths) { return true }
    return !isVersion(run.groups[groups.lowerBound].lowerBound) && digits <= 13
      && lengths.count > 2 && lengths.allSatisfy { $0 <= 4 }
      && lengths.dropFirst().allSatisfy { $0 > 1 }
  }

  /// How telephone numbers are divided, but hardly any version: 212.555.0105, 8.495.123.45.67.
  private static let shapes: Set<[Int]> = [
    [3, 3, 4], [1, 3, 3, 4], [2, 3, 3, 4], [3, 3, 2, 2], [1, 3, 3, 2, 2],
  ]

  private func isDotted(_ run: Run, _ groups: Range<Int>) -> Bool {
    groups.dropLast().allSatisfy { separator(behind: $0, in: run) == UInt8(ascii: ".") }
  }

  /// Whether the digits are a date of our days, with no more than an hour beside it.
  private func isDate(_ run: Run, _ groups: Range<Int>, _ digits: Int) -> Bool {
    guard digits <= 12 else { return false }
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(letter($1) - 0x30) } }
    func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
      (2000..<2050).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }
    for first in groups {
      let group = run.groups[first]
      if group.count == 8, digits <= 12,
        isDate(
          number(group.prefix(4)), number(group.dropFirst(4).prefix(2)), number(group.suffix(2)))
      {
        return true
      }
      guard first + 2 < groups.upperBound, separator(behind: first, in: run) != nil,
        separator(behind: first, in: run) == separator(behind: first + 1, in: run)
      else { continue }
      let parts = (first...(first + 2)).map { number(run.groups[$0]) }
      let lengths = (first...(first + 2)).map { run.groups[$0].count }
      guard lengths[1] <= 2 else { continue }
      if lengths[0] == 4, lengths[2] <= 2, isDate(parts[0], parts[1], parts[2]) { return true }
      if lengths[2] == 4, lengths[0] <= 2,
        isDate(parts[2], parts[1], parts[0]) || isDate(parts[2], parts[0], parts[1])
      {
        return true
      }
    }
    return false
  }
}
