extension String {
  /// Its words in lines of at most so many columns; a longer word has a line of its own.
  ///
  /// What a no-break space joins is one word.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.replacing("\u{A0}", with: " ") }
  }
}
