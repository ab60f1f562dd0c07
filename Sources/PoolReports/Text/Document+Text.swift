extension Document {
  /// The report for a terminal or a file.
  ///
  /// - Parameters:
  ///   - style: How wide it is, whether there is colour, and whether details are shown.
  ///   - language: The language of its words.
  /// - Complexity: O(length).
  public func text(_ style: TextPage.Style = .init(), in language: Language = .english) -> String {
    var page = TextPage(style)
    let wording = language.wording(clock: clock)
    for section in sections where style.isFull ? !section.isShortOnly : !section.isDetail {
      if let title = section.title {
        page.add(title: title.words(in: wording))
      } else if !page.text.isEmpty {
        page.add(line: "")
      }
      for part in section.parts where style.isFull || !part.isDetail {
        page.add(part.content, style, wording)
      }
    }
    return page.text
  }
}

extension TextPage {
  /// Writes one part of a document.
  fileprivate mutating func add(
    _ content: Part.Content, _ style: Style, _ wording: any Wording
  ) {
    switch content {
    case .verdict(let phrase): add(headline: phrase.words(in: wording))
    case .finding(let phrase), .note(let phrase): add(paragraph: phrase.words(in: wording))
    case .warning(let phrase): add(remark: phrase.words(in: wording), label: wording.warning)
    case .item(let phrase), .assumption(let phrase): add(item: phrase.words(in: wording))
    case .excerpt(let text): add(line: "  \(Privacy.printable(text))")
    case .table(let table):
      for line in TextTable(table, in: wording, width: style.width).lines { add(line: line) }
    case .plot(let plot):
      for line in TextPlot(plot, in: wording, width: style.width).lines { add(line: line) }
    }
  }
}
