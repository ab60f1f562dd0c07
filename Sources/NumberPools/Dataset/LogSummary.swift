/// What a reader found in its files: the denominators of every figure, and the grounds for doubt.
public struct LogSummary: Sendable {
  /// The files as they were named.
  public var files: [String] = []
  /// Lines read, readable or not.
  public var lines = 0
  /// Lines that couldn't be understood.
  public var unreadable = 0
  /// The first few of them.
  public var problems: [Problem] = []
  /// Lines with a time before that of the previous line of the same file.
  public var outOfOrder = 0
  /// Lines that aren't a visitor's page view, by reason.
  public var leftOut: [LeftOut: Int] = [:]
  /// The earliest and the latest time on any readable line.
  public var span: ClosedRange<Timestamp>?
  /// Readable lines by minute of the hour, as the log writes it.
  public var linesByMinute = [Int](repeating: 0, count: 60)
  /// Each offset from UTC that the log writes; a log has one or two.
  public var offsets: [ClockOffset] = []
  /// Readable lines that name no browser.
  public var linesWithoutAgent = 0
  /// Readable lines whose last field names another client address: written behind a proxy.
  public var forwardedLines = 0
  /// Different click ids on requests for pages, whoever made them.
  public var clickIDs = 0
  /// Those of them on requests that are neither a bot's nor an error.
  public var clickIDsOfVisitors = 0
  /// Times without an offset in an hour that the clocks showed twice or not at all.
  public var ambiguousTimes = 0
  /// Whether the input numbers its minutes or hours and names no date, so that time begins in 1970.
  public var countsFromZero = false
  /// Whether a first row named the columns of a table of calls.
  public var hasHeader = false
  /// What the reader took for granted where the input doesn't say it.
  public var assumptions: [Assumption] = []
  /// Where the lines of a web log name the client; `nil` for other inputs.
  public var clientField: ClientField?
  /// Grounds for doubt that the readers found themselves, in the order in which they were found.
  public var doubts: [LogWarning] = []
  /// What a visitor was recognized by.
  public var visitorBasis = VisitorBasis.addressAndAgent

  /// Creates an empty summary.
  public init() {}

  /// An offset from UTC, and where it was written.
  public struct ClockOffset: Hashable, Sendable {
    /// Minutes ahead of UTC.
    public var minutes: Int
    /// The earliest moment written with it.
    public var first: Timestamp
    /// How many lines were.
    public var lines: Int

    /// Creates an offset.
    public init(minutes: Int, first: Timestamp, lines: Int) {
      self.minutes = minutes
      self.first = first
      self.lines = lines
    }
  }

  /// A line that couldn't be understood.
  public struct Problem: Hashable, Sendable {
    /// The file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it, as the end of a sentence.
    public var reason: String
    /// Its beginning, which may hold personal data.
    public var excerpt: String

    /// Creates a problem.
    public init(file: String, line: Int, reason: String, excerpt: String) {
      self.file = file
      self.line = line
      self.reason = reason
      self.excerpt = excerpt
    }
  }

  /// How many problems are kept to be shown.
  public static let shownProblems = 5
}

extension LogSummary {
  /// Why a line isn't a visitor's page view; the first that applies.
  public enum LeftOut: String, CaseIterable, Sendable {
    /// A row of a table that sums up others.
    case total
    /// From this very machine.
    case loopback
    /// The server's own software fetching its own files.
    case serverItself = "server_itself"
    /// No method and address, such as a broken handshake.
    case emptyRequest = "empty_request"
    /// A robot by its own account, or a program that gives no name.
    case bot
    /// Nothing says whose it is.
    case noVisitor = "no_visitor"
    /// Data sent, not a page asked for.
    case post
    /// Any method but GET and POST.
    case otherMethod = "other_method"
    /// A picture, script, feed or other file that isn't a page.
    case asset
    /// Status 400 or more.
    case error
    /// Sent elsewhere: the page view follows on another line.
    case redirect
    /// A sign of life, or anything else that happens on a page already shown.
    case notPageView = "not_page_view"
    /// From an address that isn't to be counted.
    case excludedAddress = "excluded_address"
    /// A page that isn't to be counted.
    case excludedPath = "excluded_path"
    /// A page asked for by somebody who never fetched what pages are made of.
    case noEvidence = "no_evidence"
    /// A call made, or one leg of a call that has a row of its own.
    case notIncomingCall = "not_incoming_call"
    /// The same record as on another line: each counts once.
    case repeated
  }

  /// What a visitor is recognized by.
  public enum VisitorBasis: String, CaseIterable, Sendable {
    /// An identifier of the input's own, such as a cookie.
    case identifier = "id"
    /// Address and browser together.
    case addressAndAgent = "ip+user-agent"
    /// The address alone.
    case address = "ip"
  }

  /// The offsets from UTC in the order in which they were first written.
  public var offsetsByTime: [ClockOffset] { offsets.sorted { $0.first < $1.first } }

  /// The clock that most lines were written by, ahead of UTC.
  public var clock: Interval {
    let usual = offsets.max { ($0.lines, $0.minutes) < ($1.lines, $1.minutes) }
    return .minutes(Int64(usual?.minutes ?? 0))
  }

  /// Lines left out for any reason.
  public var linesLeftOut: Int { leftOut.values.reduce(0, +) }
}
