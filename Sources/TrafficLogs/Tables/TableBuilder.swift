import NumberPools

/// Collects what the rows of some tables say of traffic.
struct TableBuilder: RowSink {
  let settings: TableReader
  var log = TrafficLog()
  var input = LogInput.bytes(name: "", [])
  var format = FileFormat.pageViews
  var names: Naming?
  var namingFile = ""
  var times = TimeText(zone: nil)
  var lastActivities = TimeText(zone: nil)
  var previous: Timestamp?
  /// A bit for each column that the file has: asked several times a row.
  var filled: UInt64 = 0
  var hasRequests = false
  var hasTouches = false
  /// The number of the request of which nothing is known.
  var requestOfNone: Int32?
  var clickParameter = ""
  /// The slots of click ids that the file has.
  var clickSlots: [Int] = []
  /// Whether the columns of origins hold the tags of addresses.
  var originsAreTags = false
  var group: Int32?
  var poolNames = PoolNames()
  var kinds = RowKinds()
  /// Sessions of which the table doesn't say when they ended.
  var sessionsWithoutEnd = 0
  var touchKeys = ByteInterner()
  var clickIDs = ClickIDs()
  var counts = CountedVisits()
  var repeats = RepeatedRows()
  /// The report that is read, where visits are only counted.
  var report: CountReport?
  var identifiers = IdentifierColumns()
  var order: DateOrder?
  var firstTime: Timestamp?
  /// Reused for the keys of the interners.
  var key: [UInt8] = []

  /// Whether the input names sessions.
  enum Naming {
    case sessions
    case visitorsOnly
  }

  init(settings: TableReader) {
    self.settings = settings
    log.summary.visitorBasis = .identifier
  }

  /// How many lines have been read.
  var lines: Int { log.summary.lines }

  /// Notes an input, which may turn out to be empty.
  mutating func begin(_ input: LogInput) {
    self.input = input
    log.summary.files.append(input.name)
  }

  /// Reads the rest of an opened input.
  mutating func read(
    _ source: inout ByteSource, format: FileFormat, progress: (Int) -> Void
  ) throws(TableError) {
    self.format = format
    var shape = try settings.shape(
      format, TrafficColumn.columns(of: format), slots: TrafficColumn.slotCount,
      groupSlot: TrafficColumn.group.rawValue)
    shape.hasQuotes = format != .metricaVisits && format != .metricaHits
    if format == .counts {
      shape.alternatives = TrafficColumn.times.map { $0.rawValue }
      shape.isReport = true
    }
    let name = input.name
    order = try DateOrderFinder.order(
      settings.dateOrder, of: &source, input, shape,
      slots: [TrafficColumn.time.rawValue, TrafficColumn.lastActivity.rawValue])
    try DelimitedReader.read(
      &source, file: name, shape: shape, into: &self, progress: progress)
    log.summary.ambiguousTimes += times.ambiguous + lastActivities.ambiguous
    try identifiers.finish(file: name, &log.summary.doubts)
    if times.unit == .days, let firstTime {
      log.summary.doubts.append(.serialDates(file: name, first: firstTime))
    }
    repeats.endInput(input.name)
    if let report { try end(report) }
  }

  mutating func finish() throws(TableError) -> TrafficLog {
    if format == .counts { try finishCounts() }
    noteKinds()
    if sessionsWithoutEnd > 0 {
      log.summary.doubts.append(
        .sessionsWithoutEnd(sessionsWithoutEnd, of: log.pageViews.count))
    }
    log.summary.doubts += repeats.warnings
    log.summary.clickIDs = clickIDs.count
    log.summary.clickIDsOfVisitors = clickIDs.countOfVisitors
    log.groups = poolNames.names
    log.summary.assumptions += poolNames.assumptions
    return log
  }

  mutating func begin(_ header: DelimitedHeader) throws(TableError) {
    filled = header.filled.reduce(0) { $0 | 1 << UInt64($1) }
    previous = nil
    let timeName = header.nameOfSlot[TrafficColumn.time.rawValue].map(DelimitedHeader.folded) ?? ""
    // The Logs API documents this column as UTC+3, whatever it is called.
    let zone =
      timeName == "ym:s:datetimeutc" ? LogTimeZone(secondsFromUTC: 10800) : settings.timeZone
    times = TimeText(zone: zone, order: order)
    lastActivities = TimeText(zone: zone, order: order)
    firstTime = nil
    identifiers = IdentifierColumns(
      header, needed: [TrafficColumn.visitor.rawValue, TrafficColumn.session.rawValue],
      others: [TrafficColumn.clickID.rawValue] + TrafficColumn.clickSlots,
      zeroIsMissing: format == .metricaVisits || format == .metricaHits)
    hasRequests = has(.url) || has(.referrer)
    settleOrigins(header)
    group = nil
    if settings.grouping == .file {
      group = poolNames.number(ofFile: input.name)
    }
    if case .column(let name) = settings.grouping, !has(.group), !has(.url) {
      throw .missingColumns(
        file: input.name, ["\(name) or url"], present: DelimitedHeader.shown(header.names))
    }
    try checkExclusions(header)
    var told = settings
    told.dateOrder = order
    report = format == .counts ? CountReport(header, told) : nil
    if format != .counts { try settleNaming(header) }
  }

  /// Decides what visitors and sessions are known by, which has to be the same for all inputs.
  mutating func settleNaming(_ header: DelimitedHeader) throws(TableError) {
    guard TrafficColumn.identities.contains(where: { has($0) }) else {
      throw .missingColumns(
        file: input.name, ["visitor_id, session_id or ip"],
        present: DelimitedHeader.shown(header.names))
    }
    let basis: LogSummary.VisitorBasis =
      has(.visitor) || has(.session) ? .identifier : has(.agent) ? .addressAndAgent : .address
    let naming = has(.session) ? Naming.sessions : .visitorsOnly
    if let names, names != naming {
      throw .mixedSessions(
        naming == .sessions ? input.name : namingFile,
        without: naming == .sessions ? namingFile : input.name)
    }
    // An address in one input would never be the identifier that it has in another.
    if names != nil, basis != log.summary.visitorBasis {
      throw .mixedVisitors(namingFile, log.summary.visitorBasis, input.name, basis)
    }
    log.summary.visitorBasis = basis
    if let column = header.nameOfSlot[TrafficColumn.session.rawValue],
      TrafficColumn.numbersOfVisitors.contains(DelimitedHeader.folded(column))
    {
      log.pageViews.namesAreOfVisitors = true
    }
    names = naming
    namingFile = input.name
  }

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    if report != nil { return try addCount(row, fields, line: line) }
    var fields = fields
    try identifiers.check(row, &fields)
    let time = try time(row, fields, .time, line: line)
    if firstTime == nil { firstTime = time }
    let offset = Int((times.offset ?? .zero).milliseconds / 60_000)
    let lastActivity = try lastActivity(row, fields, after: time, line: line)
    log.summary.lines += 1
    note(time, offset: offset)

    if settings.bots == .drop, RowKinds.isBot(row, fields[TrafficColumn.bot.rawValue]) {
      return leaveOut(.bot)
    }
    if let reason = exclusion(row, fields) { return leaveOut(reason) }
    setGroup(row, fields)
    guard let (visitor, session) = identify(row, fields) else { return leaveOut(.noVisitor) }
    if isRepeated(row, fields, visitor, time) {
      addEnd(lastActivity, of: visitor, session, from: time)
      return leaveOut(.repeated)
    }
    repeats.note(row)
    switch kind(row, fields[TrafficColumn.kind.rawValue]) {
    case .page: break
    case .heartbeat, .event, .unknown:
      log.pageViews.appendHeartbeat(visitor: visitor, session: session, at: time, group: group)
      return leaveOut(.notPageView)
    case .reveal: return leaveOut(.notPageView)
    }
    if let session {
      log.pageViews.append(session: session, visitor: visitor, at: time, group: group)
    } else {
      log.pageViews.append(visitor: visitor, at: time, group: group)
    }
    addEnd(lastActivity, of: visitor, session, from: time)
    if lastActivity == nil, format == .sessions || format == .metricaVisits {
      sessionsWithoutEnd += 1
    }
    keepOrigin(row, fields)
  }

  /// Adds the end of a visit that the table gives beside its beginning.
  private mutating func addEnd(
    _ end: Timestamp?, of visitor: VisitorID, _ session: SessionID?, from start: Timestamp
  ) {
    guard let end, end > start else { return }
    log.pageViews.appendHeartbeat(
      visitor: visitor, session: session, at: end, since: start, group: group)
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    log.summary.lines += lines
    if let report, TotalRow.isTotal(row, delimiter: report.delimiter) {
      self.report?.noteTotal(row)
      return leaveOut(.total)
    }
    log.summary.noteUnreadable(row, of: input, line: line, count: lines, reason: reason)
  }

  mutating func leaveOut(_ reason: LogSummary.LeftOut) {
    log.summary.leftOut[reason, default: 0] += 1
  }

  func has(_ column: TrafficColumn) -> Bool { filled >> UInt64(column.rawValue) & 1 == 1 }

  mutating func time(
    _ row: Span<UInt8>, _ fields: [Range<Int>], _ column: TrafficColumn, line: Int
  ) throws(RowFault) -> Timestamp {
    do throws(TimeText.Problem) {
      return column == .time
        ? try times.time(row, fields[column.rawValue])
        : try lastActivities.time(row, fields[column.rawValue])
    } catch {
      if error == .noZone { throw .fatal(.noTimeZone(file: input.name, line: line)) }
      if error == .noOrder { throw .fatal(.unknownDateOrder(file: input.name, line: line)) }
      throw .unreadable(error.rawValue)
    }
  }

  /// Longer than browsers keep a cookie, so a longer visit is a mistake in the table.
  static let longestVisit = Interval.days(400)

  mutating func lastActivity(
    _ row: Span<UInt8>, _ fields: [Range<Int>], after time: Timestamp, line: Int
  ) throws(RowFault) -> Timestamp? {
    let last: Timestamp
    let duration = fields[TrafficColumn.duration.rawValue]
    if !fields[TrafficColumn.lastActivity.rawValue].isEmpty {
      last = try self.time(row, fields, .lastActivity, line: line)
    } else if duration.isEmpty {
      return nil
    } else if let seconds = row.wholeNumber(in: duration) {
      last = time + .seconds(Int64(seconds))
    } else {
      throw .unreadable("its duration isn't a whole number of seconds")
    }
    guard last - time <= Self.longestVisit else {
      throw .unreadable("it lasts more than 400 days")
    }
    return last
  }

  /// What a row says of the log as a whole.
  mutating func note(_ time: Timestamp, offset: Int) {
    if let previous, time < previous { log.summary.outOfOrder += 1 }
    previous = time
    log.summary.note(time, offset: offset)
  }
}
