public import NumberPools

/// Calls as a telephone system, a vendor's export or a CSV file tells them.
public struct CallLog: Sendable {
  /// What the files held.
  public internal(set) var summary = LogSummary()
  /// The calls in the order of the files.
  public internal(set) var rows: [Row] = []

  /// Creates an empty log.
  public init() {}

  /// One call.
  public struct Row: Hashable, Sendable {
    /// The input's own name for it.
    public var id: String?
    /// When the telephone rang.
    public var time: Timestamp
    /// Who called, as far as the input knows.
    public var truth: Truth
    /// The caller's number: personal data, never shown unasked.
    public var caller: String?
    /// The number that was dialled.
    public var dialled: String?
    /// How long it lasted.
    public var duration: Interval?
    /// Whether somebody answered.
    public var isAnswered: Bool?

    /// Whether the input says that no visit caused the call: a misdial, spam, a copied number.
    public var isWithoutVisit = false
    /// Whether the input says that the call came to a number that isn't on the site's pages.
    public var isOffSite = false
    /// Of a call that no visit caused where among the numbers the one dialled stands, from 0 to 1.
    public var draw: Double?

    /// What else may tell whose it is, where the truth doesn't: tried in this order.
    public var clues: [Clue] = []

    /// Creates a call.
    ///
    /// - Parameters:
    ///   - id: The call's own name.
    ///   - time: When it began.
    ///   - truth: Whom it came from.
    ///   - caller: Who called, as written.
    ///   - dialled: The number dialled, as written.
    ///   - duration: How long it lasted.
    ///   - isAnswered: Whether somebody answered.
    public init(
      id: String? = nil, time: Timestamp, truth: Truth = .unknown, caller: String? = nil,
      dialled: String? = nil, duration: Interval? = nil, isAnswered: Bool? = nil
    ) {
      self.id = id
      self.time = time
      self.truth = truth
      self.caller = caller
      self.dialled = dialled
      self.duration = duration
      self.isAnswered = isAnswered
    }
  }

  /// Who called, in the words of the traffic log.
  public enum Truth: Hashable, Sendable {
    /// A session by its name; the visitor's tells which one where several have that name.
    case session(String, visitor: String? = nil)
    /// A visitor by name: that visitor's last session begun at or before the call.
    case visitor(String)
    /// The same for a visitor known by address and browser.
    case client(address: String, agent: String)
    /// The input doesn't say.
    case unknown
  }

  /// Something that a call may share with a session.
  public enum Clue: Hashable, Sendable {
    /// The name of a visitor in some analytics: a ClientID.
    case client(String)
    /// The name of a click on an advertisement, which the landing page's address carries.
    case click(String)
  }
}

extension CallLog.Clue {
  /// Whether it names a visitor.
  var isVisitor: Bool {
    if case .client = self { true } else { false }
  }

  /// Google's ClientID as analytics export it: `GA1.2.111.222` is `111.222`.
  static func client(ofCookie text: String) -> Self? {
    let parts = text.split(separator: ".")
    if parts.count >= 4, parts[0].hasPrefix("GA") {
      return .client(parts.suffix(2).joined(separator: "."))
    }
    return name(text).map { .client($0) }
  }

  /// The click that a call names.
  static func click(named text: String) -> Self? { name(text).map { .click($0) } }

  /// The click that the address of a page carries.
  static func click(ofPage address: String) -> Self? {
    LandingTags(of: address).clickID.map { .click($0.value) }
  }

  /// What says nothing is nobody's name.
  private static func name(_ text: String) -> String? {
    let isNothing =
      text.allSatisfy { "-_. 0".contains($0) }
      || ["null", "none", "undefined", "(not set)", "n/a"].contains(text.lowercased())
    return isNothing ? nil : text
  }
}
