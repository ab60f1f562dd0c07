import NumberPools

/// What a report says of rows and lines one by one.
enum ReadingPhrase: Sendable {
  /// Calls that can't be judged.
  case callsLeftOut(CallExclusion, Int)
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
