/// A report for a terminal, line by line.
public struct TextPage {
  /// How the page may look.
  public struct Style: Sendable {
    /// Whether bold and colour are understood.
    public var hasColor: Bool

    /// Creates a style.
    public init(hasColor: Bool = false) {
      self.hasColor = hasColor
    }
  }

  /// The text, every line ended.
  public private(set) var text = ""
  private let style: Style
  private static let width = 80

  init(_ style: Style) {
    self.style = style
  }

  /// A sentence that people shouldn't miss.
  mutating func add(headline: String) {
    for line in Self.wrapped(headline, indent: 0) { add(line: marked(line, "1")) }
  }

  mutating func add(title: String) {
    add(line: "")
    add(line: marked(title, "1"))
  }

  /// A remark under a word: `Warning: ...`.
  mutating func add(remark: String, label: String) {
    let lines = Self.wrapped("\(label): \(remark)", indent: 2)
    for (index, line) in lines.enumerated() {
      guard index == 0 else {
        add(line: line)
        continue
      }
      add(line: marked("\(label):", "1;33") + line.dropFirst(label.count + 1))
    }
  }

  mutating func add(paragraph: String) {
    for line in Self.wrapped(paragraph, indent: 0) { add(line: line) }
  }

  mutating func add(item: String) {
    for line in Self.wrapped("- " + item, indent: 2) { add(line: line) }
  }

  mutating func add(_ table: TextTable) {
    for line in table.lines { add(line: line) }
  }

  mutating func add(line: String) {
    text += line + "\n"
  }

  private func marked(_ text: String, _ code: String) -> String {
    style.hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // A figure and its percent sign stay together.
    for word in text.replacing(" %", with: "\u{A0}%").split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
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
