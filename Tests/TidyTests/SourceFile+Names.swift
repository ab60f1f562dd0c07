/// What a file declares and mentions, told without a parser.
extension SourceFile {
  /// The first folder in its module; empty where it lies in none.
  var folder: String {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : ""
  }

  /// The types that it declares for others, none that are parts of types.
  var declaredTypes: [String] { types.filter { !$0.isPrivate }.map(\.name) }

  /// The names that it says which may be types, but for its own private ones.
  var mentionedNames: Set<String> {
    let own = Set(types.filter(\.isPrivate).map(\.name))
    return capitalizedWords.subtracting(own)
  }

  private var types: [(name: String, isPrivate: Bool)] {
    code.compactMap { _, line in
      guard line.first != " ", line.first != "/",
        let match = line.prefixMatch(
          of: /(?:@\w+ )?((?:\w+ )*?)(?:struct|enum|class|protocol|actor|typealias) (\w+)/)
      else { return nil }
      return (String(match.2), match.1.contains("private"))
    }
  }

  /// The words in capitals outside of comments and texts, those in what a text puts in included.
  private var capitalizedWords: Set<String> {
    var words: Set<String> = []
    for (_, line) in code {
      let bytes = Array(line.utf8)
      var start: Int?
      // For each text that is open, how many parentheses are in what it puts in; `nil` for none.
      var texts: [Int?] = []
      var previous: UInt8 = 0
      for (index, byte) in (bytes + [newline]).enumerated() {
        defer { previous = previous == backslash && byte == backslash ? 0 : byte }
        if !texts.isEmpty, texts[texts.count - 1] == nil {
          if previous == backslash {
            if byte == UInt8(ascii: "(") { texts[texts.count - 1] = 0 }
          } else if byte == quote {
            texts.removeLast()
          }
          continue
        }
        if Self.isPartOfWord(byte) {
          start = start ?? index
          continue
        }
        // Only those matter that begin as types do.
        if let start, 0x41...0x5A ~= bytes[start] {
          words.insert(String(decoding: bytes[start..<index], as: UTF8.self))
        }
        start = nil
        if byte == slash, previous == slash { break }
        if byte == quote { texts.append(nil) }
        guard let open = texts.last ?? nil else { continue }
        if byte == UInt8(ascii: "(") { texts[texts.count - 1] = open + 1 }
        if byte == UInt8(ascii: ")") { texts[texts.count - 1] = open == 0 ? nil : open - 1 }
      }
    }
    return words
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}

private let backslash = UInt8(ascii: "\\")
private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let slash = UInt8(ascii: "/")
