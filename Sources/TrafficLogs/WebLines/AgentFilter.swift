/// Tells people's browsers from programs by what they call themselves.
package enum AgentFilter {
  /// Who speaks.
  package enum Kind: UInt8 {
    case visitor
    /// A robot, a tool, a preview: it says so, or gives an address to write to.
    case bot
    /// The web server's own software.
    case serverItself
  }

  /// Judges a browser's name.
  ///
  /// - Parameter agent: Its bytes; empty where there is none, which only programs do.
  /// - Complexity: O(length x words).
  package static func kind(of agent: Span<UInt8>) -> Kind {
    var lower = [UInt8]()
    lower.reserveCapacity(agent.count)
    for index in agent.indices {
      let byte = agent[index]
      lower.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    if serverWords.first(in: lower) != nil { return .serverItself }
    if lower.isEmpty || lower == [UInt8(ascii: "-")] { return .bot }
    // A telephone of Cubot's may still be what a robot says that it is.
    while let exception = exceptions.first(in: lower) {
      for index in exception { lower[index] = UInt8(ascii: "*") }
    }
    return hasShapeOfProgram(lower) || robotWords.first(in: lower) != nil ? .bot : .visitor
  }

  private static let serverWords = WordList(RobotNames.serverItself)
  private static let exceptions = WordList(RobotNames.exceptions)
  private static let robotWords = WordList(RobotNames.all)

  /// Whether a name is one that browsers don't have: since the first of them, they begin with
  /// `Mozilla` or `Opera`, or say in brackets what they run on, and name an engine. Old telephones
  /// begin with their maker's name, but say what they can show.
  private static func hasShapeOfProgram(_ lower: [UInt8]) -> Bool {
    let beginsAsBrowser = lower.starts(with: "mozilla".utf8) || lower.starts(with: "opera".utf8)
    if !beginsAsBrowser {
      return !lower.contains(UInt8(ascii: "(")) && deviceWords.first(in: lower) == nil
    }
    // Mozilla/5.0 (compatible; Something/1.0)
    guard let comment = compatible.first(in: lower), comment.lowerBound < 20 else { return false }
    return lower.starts(with: "mozilla/".utf8) && engineWords.first(in: lower) == nil
  }

  private static let compatible = WordList("compatible")

  private static let deviceWords = WordList(
    """
    android midp browser profile/ webkit dalvik linux lynx links nokia samsung blackberry \
    sonyericsson symbian maui obigo teleca openwave netfront up.link nextreaming sharp docomo \
    configuration/ wap mocor brew smarttv smart-tv hbbtv mozilla ucweb iphone ipad ipod
    """)

  private static let engineWords = WordList(
    """
    gecko webkit khtml msie trident opera presto netfront chrome safari firefox browse polaris \
    netpositive offbyone android nintendo playstation
    """)
}

/// Words to look for, by their first byte.
private struct WordList {
  private var words = [[[UInt8]]](repeating: [], count: 256)

  /// Takes words apart at their spaces; an underscore is read both as itself and as a space.
  init(_ text: String) {
    for word in text.split(separator: " ").map({ Array($0.utf8) }) {
      let spaced = word.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
      for bytes in [word, spaced] where !words[Int(bytes[0])].contains(bytes) {
        words[Int(bytes[0])].append(bytes)
      }
    }
  }

  /// Where the first of them is in a text.
  func first(in text: [UInt8]) -> Range<Int>? {
    for start in text.indices {
      for word in words[Int(text[start])] where text.count - start >= word.count {
        if text[start..<(start + word.count)].elementsEqual(word) {
          return start..<(start + word.count)
        }
      }
    }
    return nil
  }
}
