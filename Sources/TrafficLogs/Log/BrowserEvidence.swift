import NumberPools

/// Which visitors of a web log fetched what browsers fetch to show a page.
///
/// Only browsers run the script that asks for a number. A program that calls itself one asks for
/// pages, but seldom for the style sheets, scripts and pictures that they are made of. What a
/// browser kept from an earlier visit it doesn't fetch again, so one such line anywhere in the log
/// is evidence for all sessions of its visitor.
public struct BrowserEvidence: Sendable {
  /// Which visitors count.
  public enum Rule: String, CaseIterable, Sendable {
    /// Those with evidence, where the log shows such files and lines are left out as usual; else
    /// all.
    case auto
    /// All who are no robots by name.
    case none
    /// Those with evidence.
    case assets
  }

  /// Lines of those who are no robots by name.
  public internal(set) var lines = 0
  /// Those of them that fetched a style sheet, a script, a picture or a font.
  public internal(set) var parts = 0
  /// Whether lines are left out as usual, so that the log can be asked for evidence unbidden.
  public internal(set) var isAskedUnbidden = true
  /// Whether only visitors with evidence count.
  public internal(set) var isDecisive = false
  /// A bit for each visitor, by number.
  private var words: [UInt64] = []

  /// Creates evidence of nobody.
  init() {}

  /// Whether the log shows what pages are made of: at least on 2 % of those lines. It doesn't where
  /// another server has these files.
  public var isConclusive: Bool { parts > 0 && parts * 50 >= lines }

  /// Notes that a visitor is a browser.
  ///
  /// - Complexity: O(1), amortized over the largest number.
  mutating func insert(_ visitor: VisitorID) {
    let word = Int(visitor.index) >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(visitor.index & 63)
  }

  /// Whether a visitor is a browser.
  ///
  /// - Complexity: O(1).
  func contains(_ visitor: VisitorID) -> Bool {
    let word = Int(visitor.index) >> 6
    return word < words.count && words[word] >> UInt64(visitor.index & 63) & 1 == 1
  }

  /// Whether a line says that its visitor is a browser: the file was asked for with its content,
  /// and was there. Who only tries names out gets errors.
  static func isOne(_ file: AssetFilter.Kind, _ request: RequestLine, status: Int) -> Bool {
    guard file == .partOfPage || file == .icon, request.method == .get else { return false }
    // Whole, in part, or the browser's own copy is still good.
    return status == 200 || status == 206 || status == 304
  }

  /// Decides whether only visitors with evidence count.
  ///
  /// - Parameters:
  ///   - rule: What was asked for.
  ///   - isUsual: Whether robots by name and requests for anything but pages are left out.
  ///   - log: The page views; if none is of a visitor with evidence, the files are fetched for the
  ///     pages of another log.
  /// - Complexity: O(page views).
  mutating func decide(by rule: Rule, isUsual: Bool, in log: PageViewLog) {
    isAskedUnbidden = isUsual
    switch rule {
    case .auto: isDecisive = isUsual && isConclusive && log.visitors.contains(where: contains)
    case .none: isDecisive = false
    case .assets: isDecisive = true
    }
  }
}
