import NumberPools

/// Makes a tree of JSON with comments and trailing commas, as people write it.
///
/// It complains of what is no JSON and goes on where that makes sense, so that one mistake doesn't
/// hide the next.
struct RemarkedJSONParser {
  private var scanner: RemarkedJSONScanner
  private(set) var faults: [Fault] = []
  private var token = RemarkedJSONScanner.Token.end
  private var line = 1
  /// Past this depth nothing makes sense.
  private static let deepest = 32
  /// Whether nothing behind this can be understood.
  private var hasGivenUp = false

  /// What is wrong with a file, and where.
  struct Fault {
    var line: Int
    var path: String
    var reason: String
  }

  init(_ bytes: [UInt8]) {
    scanner = RemarkedJSONScanner(bytes)
    advance("")
  }

  /// The tree of the whole file; `nil` where there is none.
  mutating func parse() -> RemarkedJSONNode? {
    if token == .end {
      complain("", "there is nothing in the file")
      return nil
    }
    let node = value("", depth: 0)
    if !hasGivenUp, token != .end {
      complain("", "\(shown) stands behind the end")
    }
    return node
  }

  private mutating func advance(_ path: String) {
    (token, line) = scanner.next()
    if let complaint = scanner.complaint { complain(path, complaint) }
  }

  private mutating func complain(_ path: String, _ reason: String) {
    if hasGivenUp { return }
    faults.append(Fault(line: line, path: path, reason: reason))
    // What a hundred mistakes mean nobody can tell.
    if faults.count >= 100 { giveUp() }
  }

  private mutating func giveUp() {
    hasGivenUp = true
    token = .end
  }

  /// The token as a complaint shows it.
  private var shown: String {
    switch token {
    case .mark(let byte): "'\(Character(Unicode.Scalar(byte)))'"
    case .text(let text): "\"\(text.prefix(40))\""
    case .word(let word): "'\(word.prefix(40))'"
    case .other(let scalar): "'\(Character(scalar))'"
    case .end: "the end of the file"
    }
  }

  private func isMark(_ mark: Unicode.Scalar) -> Bool { token == .mark(UInt8(ascii: mark)) }

  private mutating func value(_ path: String, depth: Int) -> RemarkedJSONNode {
    var node = RemarkedJSONNode(line: line, value: .broken)
    if depth > Self.deepest {
      complain(path, "is nested too deeply")
      giveUp()
      return node
    }
    switch token {
    case .mark(UInt8(ascii: "{")):
      node.value = .object(members(path, depth: depth))
      return node
    case .mark(UInt8(ascii: "[")):
      node.value = .list(elements(path, depth: depth))
      return node
    case .mark, .end:
      complain(path, "a value is missing before \(shown)")
      return node
    case .text(let text): node.value = .text(text)
    case .word(let word): node.value = value(of: word, path)
    case .other:
      complain(path, "\(shown) is no value")
    }
    advance(path)
    return node
  }

  private mutating func value(of word: String, _ path: String) -> RemarkedJSONNode.Value {
    switch word {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "null": return .null
    default: break
    }
    if Self.isNumber(word) { return .number(word) }
    let lower = word.lowercased()
    if ["true", "false", "null"].contains(lower) {
      complain(path, "'\(word)' is written in small letters: \(lower)")
    } else if lower == "none" || lower == "undefined" || lower == "nil" {
      complain(path, "'\(word)' is no value: leave the key out")
    } else if let first = word.utf8.first, 0x30...0x39 ~= first || "+-.".utf8.contains(first) {
      complain(path, Self.reason(noNumber: word))
    } else {
      complain(path, "text is put in quotes: \"\(word)\"")
      return .text(word)
    }
    return .broken
  }

  /// What is the matter with a word that begins like a number.
  private static func reason(noNumber word: String) -> String {
    if word.hasSuffix("%") || Interval(word) != nil {
      return "'\(word)' needs quotes: \"\(word)\""
    }
    if word.hasPrefix("+") { return "'\(word)' is no number: a number has no plus sign" }
    if word.hasPrefix(".") { return "'\(word)' is no number: write 0\(word)" }
    if word.hasPrefix("-.") { return "'\(word)' is no number: write -0\(word.dropFirst())" }
    if word.hasSuffix(".") { return "'\(word)' is no number: write \(word.dropLast())" }
    if word.contains("_") { return "'\(word)' is no number: write it without '_'" }
    if word.hasPrefix("0"), word.allSatisfy({ $0.isNumber }) {
      return "'\(word)' is no number: write it without the 0 before it"
    }
    return "'\(word)' is no number, and text needs quotes"
  }

  /// Whether a word is a number as JSON has them.
  static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    func digits() -> Int {
      let count = rest.prefix { 0x30...0x39 ~= $0 }.count
      rest = rest.dropFirst(count)
      return count
    }
    let beginsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, whole == 1 || !beginsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest.removeFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

extension RemarkedJSONParser {
  private mutating func members(_ path: String, depth: Int) -> [RemarkedJSONNode.Member] {
    var members: [RemarkedJSONNode.Member] = []
    let opening = line
    advance(path)
    while !isMark("}") {
      guard let key = key(path, opening: opening) else { break }
      let own = path.isEmpty ? key.name : "\(path).\(key.name)"
      if isMark(":") {
        advance(own)
      } else if case .other("=") = token {
        complain(own, "a colon stands between a key and its value, not '='")
        advance(own)
      } else {
        complain(own, "there is no colon behind the key")
      }
      let node = value(own, depth: depth + 1)
      members.append(.init(key: key.name, line: key.line, node: node))
      if hasGivenUp || !hasNext(path, closing: "}", opening: opening) { break }
    }
    if isMark("}") { advance(path) }
    return members
  }

  /// The next key; `nil` where none can be found.
  private mutating func key(_ path: String, opening: Int) -> (name: String, line: Int)? {
    while true {
      let line = line
      switch token {
      case .text(let name):
        advance(path)
        return (name, line)
      case .word(let word) where word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }):
        complain(path, "'\(word)' is no key: a number has no comma within it")
        advance(path)
        if isMark(",") { advance(path) }
        if isMark("}") { return nil }
      case .word(let word):
        complain(path, "a key is put in quotes: \"\(word)\"")
        advance(path)
        return (word, line)
      case .mark(UInt8(ascii: ",")):
        complain(path, "there are two commas, or one before the first key")
        advance(path)
        if isMark("}") { return nil }
      case .end:
        complain(path, "the { of line \(opening) has no } behind it")
        giveUp()
        return nil
      default:
        complain(path, "a key in quotes is missing before \(shown)")
        giveUp()
        return nil
      }
      if hasGivenUp { return nil }
    }
  }

  private mutating func elements(_ path: String, depth: Int) -> [RemarkedJSONNode] {
    var elements: [RemarkedJSONNode] = []
    let opening = line
    advance(path)
    while !isMark("]"), !hasGivenUp {
      let own = "\(path)[\(elements.count)]"
      if isMark(",") {
        complain(own, "there are two commas, or one before the first value")
        advance(own)
        continue
      }
      if token == .end {
        complain(path, "the [ of line \(opening) has no ] behind it")
        giveUp()
        break
      }
      elements.append(value(own, depth: depth + 1))
      if hasGivenUp || !hasNext(path, closing: "]", opening: opening) { break }
    }
    if isMark("]") { advance(path) }
    return elements
  }

  /// Goes over the comma between two values.
  ///
  /// - Returns: Whether another one may come.
  private mutating func hasNext(
    _ path: String, closing: Unicode.Scalar, opening: Int
  ) -> Bool {
    switch token {
    case .mark(UInt8(ascii: ",")):
      advance(path)
      return true
    case .mark(UInt8(ascii: closing)): return true
    case .other(";"):
      complain(path, "a comma stands between values, not ';'")
      advance(path)
      return true
    case .end:
      let own: Unicode.Scalar = closing == "}" ? "{" : "["
      complain(path, "the \(own) of line \(opening) has no \(closing) behind it")
      giveUp()
      return false
    case .text, .word, .mark(UInt8(ascii: "{")):
      complain(path, "there is no comma before \(shown)")
      return true
    default:
      complain(path, "\(shown) stands where a comma or \(closing) is wanted")
      giveUp()
      return false
    }
  }
}
