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
}
