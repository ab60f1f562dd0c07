import NumberPools

/// What a report says of rows and lines one by one.
enum ReadingPhrase: Sendable {
  /// What was read, in one line.
  case read(Read)
  /// Every rule that was used, by its option.
  case options([ReportRun.Option])
  /// How much longer the whole report is.
  case moreInFull
  /// Calls that can't be judged.
  case callsLeftOut(CallExclusion, Int)
  /// What calls tell that name nobody.
  case volume(CallVolume)
  /// Rows that are no calls to be judged.
  case rowsLeftOut(LogSummary.LeftOut, Int)
  /// Rows that can't be understood; which follow.
  case unreadableRows(Int, of: Int)
  /// A line that can't be understood.
  case problem(LogSummary.Problem)
  /// Lines that can't be understood and aren't shown.
  case moreProblems(Int)
}

/// What reports take for granted of who visits.
enum VisitorAssumption: Sendable {
  /// A visitor is an address together with a browser.
  case addressAndBrowser
  /// A visitor is an address.
  case address
  /// Only those who fetch what pages are made of are browsers.
  case evidence(EvidenceCounts)
  /// Robots say who they are.
  case robotsNameThemselves
}

/// What was read and what of it counts, in short.
struct Read: Sendable {
  var lines: Int
  var span: ClosedRange<Timestamp>?
  var pageViews: Int
  var visitors: Int
  var basis: LogSummary.VisitorBasis
  /// Why most lines don't count, most first.
  var leftOut: [(reason: LogSummary.LeftOut, lines: Int)]
  /// Lines left out for other reasons.
  var others: Int
  var unreadable: Int
  /// Page views of sessions that get no number.
  var ineligible: Int
}
