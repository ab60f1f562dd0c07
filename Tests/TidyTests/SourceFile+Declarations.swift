/// Declarations, by how the formatter lays them out: no parser, but the formatter is enforced.
extension SourceFile {
  /// A declaration with a body of its own.
  struct Body: Equatable {
    /// The line where it begins, from 1.
    var line: Int
    /// How many lines it takes, from its first to the one with its closing brace.
    var count: Int
    /// What it says first.
    var head: String
  }

  /// Functions, initializers, subscripts and computed properties of several lines.
  var bodies: [Body] {
    let code = code
    return code.indices.compactMap { position in
      let (index, line) = code[position]
      guard
        line.prefixMatch(of: /\s*(?:@?\w+(?:\([^)]*\))? )*(?:func|init|subscript|var)\b/) != nil,
        let last = Self.lastLine(code[position...], indent: Self.indent(of: line))
      else { return nil }
      return Body(line: index + 1, count: last - index + 1, head: line.trimmed)
    }
  }

  /// The line with the brace that closes what begins here; `nil` where nothing is opened.
  private static func lastLine(
    _ code: ArraySlice<(index: Int, line: Substring)>, indent: Int
  ) -> Int? {
    var isOpen = false
    for (position, (index, line)) in zip(code.indices, code) where !line.trimmed.isEmpty {
      let isFirst = position == code.startIndex
      if isOpen {
        if self.indent(of: line) == indent, line.trimmed.hasPrefix("}") { return index }
        if self.indent(of: line) < indent { return nil }
      } else {
        // The head may go on over several lines, to one that opens the body.
        let goesOn = self.indent(of: line) > indent || line.trimmed.hasPrefix(")")
        guard isFirst || goesOn || line.trimmed == "{" else { return nil }
        let isAtHead = isFirst || self.indent(of: line) == indent || line.trimmed.hasPrefix("->")
        if isAtHead, line.hasSuffix("{") { isOpen = true }
        if isFirst, line.hasSuffix("}") { return nil }
      }
    }
    return nil
  }

  /// The lines that begin a public declaration, from 1, with what documents them.
  var publicDeclarations: [(line: Int, head: String, isDocumented: Bool)] {
    var found: [(Int, String, Bool)] = []
    for (index, line) in code {
      let head = line.trimmed
      guard let match = head.prefixMatch(of: /(?:@\w+(?:\([^)]*\))? )*(?:public|open)\s/) else {
        continue
      }
      let rest = head[match.range.upperBound...]
      if rest.hasPrefix("import ") || rest.hasPrefix("extension ") { continue }
      var above = index - 1
      while above >= 0, lines[above].trimmed.hasPrefix("@") { above -= 1 }
      found.append((index + 1, head, above >= 0 && lines[above].trimmed.hasPrefix("///")))
    }
    return found
  }

  private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }
}

extension Substring {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
