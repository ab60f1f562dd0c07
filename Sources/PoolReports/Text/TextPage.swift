/// A report for a terminal, line by line.
public struct TextPage {
  /// How the page may look.
  public struct Style: Sendable {
    /// Whether bold and colour are understood.
    public var hasColor: Bool
    /// How many columns a line may have; 40 at least.
    public var width: Int
    /// Whether details are shown, or only what decides.
    public var isFull: Bool

    /// Creates a style.
    ///
    /// - Parameters:
    ///   - hasColor: Whether bold and colour are understood.
    ///   - width: How many columns a line may have; less than 40 is taken for 40.
    ///   - isFull: Whether details are shown.
    public init(hasColor: Bool = false, width: Int = 80, isFull: Bool = true) {
      self.hasColor = hasColor
      self.width = max(40, width)
      self.isFull = isFull
    }
  }

  /// The text, every line ended.
  public private(set) var text = ""
  private let style: Style

  init(_ style: Style) {
    self.style = style
  }

  /// A sentence that people shouldn't miss.
  mutating func add(headline: String) {
    for line in wrapped(headline, indent: 0) { add(line: marked(line, "1")) }
  }

  mutating func add(title: String) {
    add(line: "")
    for line in wrapped(title, indent: 0) { add(line: marked(line, "1")) }
  }

  /// A remark under a word: `Warning: ...`.
  mutating func add(remark: String, label: String) {
    let lines = wrapped("\(label): \(remark)", indent: 2)
    for (index, line) in lines.enumerated() {
      guard index == 0 else {
        add(line: line)
        continue
      }
      add(line: marked("\(label):", "1;33") + line.dropFirst(label.count + 1))
    }
  }

  mutating func add(paragraph: String) {
    for line in wrapped(paragraph, indent: 0) { add(line: line) }
  }

  mutating func add(item: String) {
    for line in wrapped("- " + item, indent: 2) { add(line: line) }
  }

  mutating func add(line: String) {
    text += line + "\n"
  }

  private func marked(_ text: String, _ code: String) -> String {
    style.hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // A figure and its percent sign stay together.
    for word in text.replacing(" %", with: "\u{A0}%").split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > style.width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        line += word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return (line.isEmpty ? lines : lines + [line]).map { $0.replacing("\u{A0}", with: " ") }
  }
}
