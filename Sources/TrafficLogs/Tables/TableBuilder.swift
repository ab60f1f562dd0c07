import NumberPools

/// Collects what the rows of some tables say of traffic.
struct TableBuilder: RowSink {
  /// Which rows have been read before.
  private var repeats = RepeatedRows()
  private let settings: TableReader
  private var log = TrafficLog()
  private var place = LogPlace()
  private var format = FileFormat.pageViews
  private var order: DateOrder?
  private var times = TableTimes()
  private var visitors = TableVisitors()
  private var origins: TableOrigins
  private var counts: TableCounts
  private var identifiers = IdentifierColumns()
  private var kinds = RowKinds()
  private var agents = KnownAgents()
  private var pools: PoolNames
  /// Whether the file has a column that makes the pools.
  private var hasPools = false
  /// Sessions of which the table doesn't say when they ended.
  private var sessionsWithoutEnd = 0

  /// - Parameter comparesInputs: Whether rows are compared with those of the inputs before.
  init(settings: TableReader, comparesInputs: Bool) {
    self.settings = settings
    origins = TableOrigins(keepsTouches: settings.keepsTouches)
    counts = TableCounts(settings: settings)
    pools = PoolNames(isByFile: settings.grouping == .file)
    repeats.comparesInputs = comparesInputs
    log.summary.visitorBasis = .identifier
  }

  /// How many lines have been read.
  var lines: Int { log.summary.lines }

  /// Notes an input, which may turn out to be empty.
  mutating func begin(_ input: LogInput) {
    place.begin(input, &log.summary)
  }

  /// Reads the rest of an opened input.
  mutating func read(
    _ source: inout ByteSource, of input: LogInput, format: FileFormat, progress: (Int) -> Void
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
    order = try DateOrderFinder.order(
      settings.dateOrder, of: &source, input, shape,
      slots: [TrafficColumn.time.rawValue, TrafficColumn.lastActivity.rawValue])
    try DelimitedReader.read(
      &source, file: input.name, shape: shape, into: &self, progress: progress)
    log.summary.ambiguousTimes += times.ambiguous
    try identifiers.finish(file: input.name, &log.summary.doubts)
    if let doubt = times.doubt { log.summary.doubts.append(doubt) }
    repeats.endInput(input.name)
    try counts.end(&log.summary)
  }

  mutating func finish() throws(TableError) -> TrafficLog {
    if format == .counts { try counts.finish(&log) }
    kinds.write(to: &log.summary)
    if sessionsWithoutEnd > 0 {
      log.summary.doubts.append(
        .sessionsWithoutEnd(sessionsWithoutEnd, of: log.pageViews.count))
    }
    log.summary.doubts += repeats.warnings
    log.take(pools)
    origins.clickIDs.write(to: &log.summary)
    return log
  }
}

// MARK: - Rows

extension TableBuilder {
  mutating func begin(_ header: DelimitedHeader) throws(TableError) {
    let timeName = header.nameOfSlot[TrafficColumn.time.rawValue].map(DelimitedHeader.folded) ?? ""
    // The Logs API documents this column as UTC+3, whatever it is called.
    let zone =
      timeName == "ym:s:datetimeutc" ? LogTimeZone(secondsFromUTC: 10800) : settings.timeZone
    times = TableTimes(zone: zone, order: order, file: place.file)
    identifiers = IdentifierColumns(
      header, needed: [TrafficColumn.visitor.rawValue, TrafficColumn.session.rawValue],
      others: [TrafficColumn.clickID.rawValue] + TrafficColumn.clickSlots,
      zeroIsMissing: format == .metricaVisits || format == .metricaHits)
    origins.settle(header)
    pools.begin(file: place.file)
    hasPools = header.has(.group)
    if case .column(let name) = settings.grouping, !hasPools, !header.has(.url) {
      throw .missingColumns(
        file: place.file, ["\(name) or url"], present: DelimitedHeader.shown(header.names))
    }
    try settings.exclusions.check(header, file: place.file)
    if format == .counts {
      counts.begin(header, order: order, file: place.file)
    } else {
      try visitors.settle(header, file: place.file, in: &log)
    }
  }

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    if counts.isCounting { return try addCount(row, fields, line: line) }
    var fields = fields
    try identifiers.check(row, &fields)
    let (time, offset) = try times.begin(row, fields, line: line)
    let end = try times.end(row, fields, after: time, line: line)
    log.summary.lines += 1
    place.note(time, offset: offset, &log.summary)

    if settings.bots == .drop, isBot(row, fields) {
      return log.summary.leaveOut(.bot)
    }
    if let reason = settings.exclusions.reason(row, fields) { return log.summary.leaveOut(reason) }
    let group = group(row, fields)
    guard let (visitor, session) = visitors.identify(row, fields, in: &log) else {
      return log.summary.leaveOut(.noVisitor)
    }
    func addEnd() {
      guard let end, end > time else { return }
      log.pageViews.appendHeartbeat(
        visitor: visitor, session: session, at: end, since: time, group: group)
    }
    if isRepeated(row, fields, visitor, time) {
      addEnd()
      return log.summary.leaveOut(.repeated)
    }
    repeats.note(row)
    switch kind(row, fields[TrafficColumn.kind.rawValue]) {
    case .page: break
    case .heartbeat, .event, .unknown:
      log.pageViews.appendHeartbeat(visitor: visitor, session: session, at: time, group: group)
      return log.summary.leaveOut(.notPageView)
    case .reveal: return log.summary.leaveOut(.notPageView)
    }
    if let session {
      log.pageViews.append(session: session, visitor: visitor, at: time, group: group)
    } else {
      log.pageViews.append(visitor: visitor, at: time, group: group)
    }
    addEnd()
    if end == nil, isOfSessions { sessionsWithoutEnd += 1 }
    origins.keep(row, fields, in: &log.origins)
  }

  /// Takes a row of a report.
  private mutating func addCount(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    let counted = try counts.read(row, fields, line: line)
    log.summary.lines += 1
    guard let (visits, stretch) = counted else { return log.summary.leaveOut(.total) }
    if visits > 0 { repeats.note(row) }
    let group = group(row, fields)
    origins.keep(row, fields, in: &log.origins)
    counts.add(
      visits, in: stretch, group: group, request: log.origins.requestNumbers.popLast(),
      touch: origins.hasTouches ? log.origins.touchNumbers.popLast() : nil)
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    log.summary.lines += lines
    if counts.takesTotal(row) { return log.summary.leaveOut(.total) }
    log.summary.noteUnreadable(row, of: place.file, line: line, count: lines, reason: reason)
  }

  mutating func addBelow(_ line: Span<UInt8>) { counts.addBelow(line) }

  private mutating func group(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32? {
    guard case .column(let name) = settings.grouping else { return pools.ofFile }
    let kind = name.lowercased() == "host" ? PoolNames.Kind.site : .value
    if kind == .site, !hasPools {
      // Without a column of that name the pages' addresses name it.
      let site = WebAddress(row, fields[TrafficColumn.url.rawValue]).site ?? 0..<0
      return pools.number(of: row.extracting(site), kind)
    }
    return pools.number(of: row.extracting(fields[TrafficColumn.group.rawValue]), kind)
  }

  /// What a row is; a page view where nothing says otherwise.
  private mutating func kind(_ row: Span<UInt8>, _ field: Range<Int>) -> RowKinds.Kind {
    if field.isEmpty || settings.requests == .all { return .page }
    if format == .metricaHits { return RowKinds.isTrue(row, field) ? .page : .heartbeat }
    return kinds.kind(row.extracting(field))
  }

  private var isOfSessions: Bool { format == .sessions || format == .metricaVisits }

  /// Whether a row has the name, the visitor and the time of one before.
  private mutating func isRepeated(
    _ row: Span<UInt8>, _ fields: [Range<Int>], _ visitor: VisitorID, _ time: Timestamp
  ) -> Bool {
    let name = fields[(isOfSessions ? TrafficColumn.session : .record).rawValue]
    return !name.isEmpty && !repeats.isNew(row, name: name, visitor, time)
  }
}

extension TableBuilder {
  /// Whether a row is a robot's: its own column says so, or the browser, where that is asked.
  private mutating func isBot(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Bool {
    if RowKinds.isBot(row, fields[TrafficColumn.bot.rawValue]) { return true }
    let agent = fields[TrafficColumn.agent.rawValue]
    return settings.knowsRobotsByAgent && !agent.isEmpty && agents.isBot(row.extracting(agent))
  }
}
