import NumberPools

/// What the rows of a table of page views are, by the words of their column of kinds.
///
/// Only a word that is known to mean a page view makes one: whatever else analytics write down
/// happens on a page that is already shown.
struct RowKinds {
  private var words = ByteInterner()
  private var kinds: [Kind] = []
  private var rows: [Int] = []

  /// What a row is.
  enum Kind {
    case page
    case heartbeat
    case reveal
    /// Something else that is known to happen on a page.
    case event
    /// A word that isn't known.
    case unknown
  }

  /// The kind that a word names.
  ///
  /// - Complexity: O(length).
  mutating func kind(_ word: Span<UInt8>) -> Kind {
    let number = words.number(of: word)
    if number == kinds.count {
      kinds.append(Self.kind(of: words.text(number)))
      rows.append(0)
    }
    rows[number] += 1
    return kinds[number]
  }

  /// The words of a kind, most frequent first, and how many rows have them.
  private func words(of kind: Kind) -> (words: [String], rows: Int) {
    let numbers = kinds.indices.filter { kinds[$0] == kind }
    let sorted = numbers.sorted { (-rows[$0], $0) < (-rows[$1], $1) }
    return (
      sorted.prefix(5).map { String(words.text($0).prefix(40)) },
      numbers.reduce(0) { $0 + rows[$1] }
    )
  }

  /// Says what rows were taken for no page views.
  func write(to summary: inout LogSummary) {
    let events = words(of: .event)
    if events.rows > 0 {
      summary.assumptions.append(.signsOfLife(kinds: events.words, rows: events.rows))
    }
    let unknown = words(of: .unknown)
    if unknown.rows > 0 {
      summary.doubts.append(.unknownKinds(unknown.words, unknown.rows, of: summary.lines))
    }
  }

  private static func kind(of word: String) -> Kind {
    let folded = word.lowercased().filter { $0.isLetter || $0.isNumber }
    if pages.contains(folded) { return .page }
    if heartbeats.contains(folded) { return .heartbeat }
    if folded == "reveal" { return .reveal }
    return events.contains(folded) ? .event : .unknown
  }

  /// As this package, GA4, Universal Analytics, Metrica, Matomo, Segment, Snowplow, PostHog,
  /// Amplitude and Mixpanel write it, folded.
  private static let pages: Set<String> = [
    "page", "pages", "pageview", "pageviews", "pageviewed", "viewpage", "viewedpage",
    "viewedapage", "loadedapage", "amplitudepageviewed", "mpwebpageview", "virtualpageview",
    "virtualpage", "pageload", "pageloaded", "pagevisit", "pagevisited", "screen", "screenview",
    "screenviewed", "viewedscreen", "view", "pv", "action", "hit", "visit", "1", "true", "yes",
    "y", "просмотр", "просмотрстраницы", "просмотры",
  ]

  private static let heartbeats: Set<String> = [
    "heartbeat", "ping", "pageping", "pp", "beat", "alive", "keepalive",
  ]

  private static let events: Set<String> = [
    "0", "false", "no", "n", "event", "click", "scroll", "sessionstart", "firstvisit", "firstopen",
    "userengagement", "formstart", "formsubmit", "submit", "filedownload", "download", "outlink",
    "outboundclick", "link", "video", "videostart", "videoprogress", "videocomplete",
    "viewsearchresults", "search", "sitesearch", "purchase", "addtocart", "removefromcart",
    "viewitem", "viewitemlist", "viewcart", "selectitem", "selectcontent", "begincheckout",
    "addpaymentinfo", "addshippinginfo", "generatelead", "login", "signup", "goal", "conversion",
    "ecommerce", "ecommerceorder", "ecommerceabandonedcart", "track", "identify", "group", "alias",
    "pageleave", "autocapture", "rageclick", "struct", "unstruct", "se", "ue", "transaction",
    "item", "timing", "exception", "social", "lead", "call", "hover", "resize", "focus", "blur",
    "impression", "error",
  ]
}

extension RowKinds {
  /// Whether a field is a word for yes.
  static func isTrue(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    row.isWord("1", in: field) || row.isWord("true", in: field) || row.isWord("yes", in: field)
  }

  /// Whether a row says that a robot made it: anything but a word for no.
  static func isBot(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    if field.isEmpty { return false }
    return !noBots.contains { row.isWord($0, in: field) }
  }

  private static let noBots: [StaticString] = [
    "0", "false", "f", "no", "n", "human", "none", "null", "nil", "-", "0.0", "user", "person",
    "visitor", "undefined", "(none)", "(not set)", "not a bot", "not_a_bot", "nobot", "no bot",
    "n/a", "nan", "\\n", "browser", "нет",
  ]
}
