/// A study's values, ready to become a document.
public protocol Report: Sendable {
  /// What the report says and shows.
  ///
  /// - Complexity: That of the tables in it.
  var document: Document { get }
}

extension Report {
  /// The report for a terminal or a file.
  ///
  /// - Parameters:
  ///   - style: How wide it is, and whether there is colour.
  ///   - language: The language of its words.
  /// - Complexity: O(length).
  public func text(_ style: TextPage.Style = .init(), in language: Language = .english) -> String {
    document.text(style, in: language)
  }

  /// The report for programs, on one line; the manual lists every key.
  ///
  /// - Parameter language: The language of the sentences in it; names and keys have none.
  /// - Complexity: O(length).
  public func json(in language: Language) -> String { document.json(in: language) }

  /// The report for programs, with English sentences in it.
  public var json: String { json(in: .english) }
}
