import NumberPools

/// The names of the pools that page views belong to, and what is one pool under several spellings.
struct PoolNames {
  /// The spellings as they are written; a log has few, so each is folded once.
  private var spellings = ByteInterner()
  private var poolOfSpelling: [Int32] = []
  private var pools = ByteInterner()
  private var firstSpellings: [String] = []
  private var kinds: [Kind] = []
  private var isSpelledOtherwise: [Bool] = []
  private let isByFile: Bool
  /// The pool of the file that is read; `nil` where files make none.
  private(set) var ofFile: Int32?

  /// What a name is of.
  enum Kind {
    /// A file's name, as it is.
    case file
    /// A site's: with or without `www.`, a port, a full stop at its end, in letters of any case.
    case site
    /// A column's value: in letters of any case, whatever space is around it.
    case value
  }

  /// - Parameter isByFile: Whether each file makes a pool.
  init(isByFile: Bool = false) {
    self.isByFile = isByFile
  }

  /// The number of a pool.
  ///
  /// - Complexity: O(length).
  mutating func number(of spelling: Span<UInt8>, _ kind: Kind) -> Int32 {
    let number = spellings.number(of: spelling)
    if number < poolOfSpelling.count { return poolOfSpelling[number] }
    let text = spellings.text(number)
    let pool = pools.number(of: Array(Self.folded(text, kind).utf8))
    if pool == firstSpellings.count {
      firstSpellings.append(kind == .site ? Self.withoutPort(text).lowercased() : text)
      kinds.append(kind)
      isSpelledOtherwise.append(false)
    } else if kind != .site || Self.withoutPort(text).lowercased() != firstSpellings[pool] {
      isSpelledOtherwise[pool] = true
    }
    poolOfSpelling.append(Int32(pool))
    return Int32(pool)
  }

  /// Tells that what follows is a file's.
  mutating func begin(file name: String) {
    if isByFile { ofFile = number(of: Array(name.utf8).span, .file) }
  }

  /// A name for each pool: its only spelling, or what its spellings have in common.
  var names: [String] {
    firstSpellings.indices.map { pool in
      kinds[pool] == .site && isSpelledOtherwise[pool] ? pools.text(pool) : firstSpellings[pool]
    }
  }

  /// What was taken for the same.
  var assumptions: [Assumption] {
    let merged = names.indices.filter { isSpelledOtherwise[$0] }
    guard let first = merged.first else { return [] }
    let others = merged.count - 1
    return [
      kinds[first] == .site
        ? .oneSite(name: names[first], others: others)
        : .oneValue(name: names[first], others: others)
    ]
  }

  private static func folded(_ text: String, _ kind: Kind) -> String {
    switch kind {
    case .file: return text
    case .value: return trimmed(text[...]).lowercased()
    case .site:
      let lower = withoutPort(text).lowercased()
      // What is left has to be a site's name itself: www.example is one.
      let bare = lower.hasPrefix("www.") ? lower.dropFirst(4) : lower[...]
      return bare.contains(".") ? String(bare) : lower
    }
  }

  /// A site without the port and without the full stop that may end a whole name.
  private static func withoutPort(_ text: String) -> String {
    var name = trimmed(text[...])
    if let colon = name.lastIndex(of: ":"),
      name[name.index(after: colon)...].allSatisfy({ $0.isNumber }),
      name.hasPrefix("[") ? name[..<colon].hasSuffix("]") : !name[..<colon].contains(":")
    {
      name = name[..<colon]
    }
    if name.hasSuffix(".") { name = name.dropLast() }
    return String(name)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
