/// Reads Google Analytics 4's export to BigQuery as JSON Lines: one event a line.
///
/// - A visitor is a `user_pseudo_id`, a session that together with the event's `ga_session_id`,
///   named `user_pseudo_id.ga_session_id`. Where page views have no session id at all, sessions are
///   left to be derived. Where only some have none, each visitor's page views without one are a
///   session of their own, named `user_pseudo_id.`.
/// - A `page_view` is a page view, every other event a sign of life.
/// - `collected_traffic_source` is how the session arrived; `traffic_source`, which tells of the
///   user's first visit ever, is never read.
///
/// An event counts once: tables of a day and of its course hold the same ones. Equal are events of
/// the same user, microsecond, name, session, address and referrer, in one file or several.
///
/// A file that is one array is read too, in whatever layout. Lines with nothing but white space,
/// brackets or commas aren't counted; of an array whose objects aren't on lines of their own, the
/// objects are.
public struct GA4Reader: Sendable {
  /// Whether to keep how visitors arrived, for ``LogSessions/withTouches()``; it takes memory for
  /// every different address and referrer.
  public var keepsTouches: Bool
  /// What makes a pool of its own; the site is that of the page's address. A session belongs to the
  /// pool of its first page view.
  public var grouping: WebLogReader.Grouping

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - keepsTouches: Whether to keep how visitors arrived.
  ///   - grouping: What makes a pool of its own.
  public init(keepsTouches: Bool = true, grouping: WebLogReader.Grouping = .none) {
    self.keepsTouches = keepsTouches
    self.grouping = grouping
  }

  /// Reads exports, of one day or many.
  ///
  /// - Parameters:
  ///   - inputs: The exports; any order. It decides only between events of the same millisecond.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: An ``InputError`` when an input can't be read to its end. Lines that can't be
  ///   understood are counted instead.
  /// - Complexity: O(bytes); memory in proportion to events and different visitors, sessions and
  ///   addresses.
  public func read(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(InputError) -> TrafficLog {
    var builder = GA4Builder(keepsTouches: keepsTouches, grouping: grouping)
    var doubts = InputDoubts(inputs: inputs.count)
    for input in inputs {
      builder.begin(input)
      var source = try ByteSource(input)
      try builder.read(&source) { progress(input, $0) }
      try doubts.note(input, source, lines: builder.lines)
    }
    var log = builder.finish()
    doubts.write(to: &log.summary)
    return log
  }
}
