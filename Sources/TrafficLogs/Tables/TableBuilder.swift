import NumberPools

/// Collects what the rows of some tables say of traffic.
struct TableBuilder: RowSink {
  private let settings: TableReader
  private var log = TrafficLog()
  private var input = LogInput.standardInput
  private var format = FileFormat.pageViews
  private var names: Naming?
  private var namingFile = ""
  private var times = TimeText(zone: nil)
  private var lastActivities = TimeText(zone: nil)
  private var previous: Timestamp?
  private var filled: Set<Int> = []
  private var hasRequests = false
  private var hasTouches = false
  /// The number of the request of which nothing is known.
  private var requestOfNone: Int32?
  private var clickParameter = ""
  private var group: Int32?
  private var unknownKinds = 0
  private var groupNames = ByteInterner()
  private var touchKeys = ByteInterner()
  private var clickIDs = ByteInterner()
  private var counts = CountedVisits()
  /// Reused for the keys of the interners.
  private var key: [UInt8] = []

  /// Whether the input names sessions.
  private enum Naming {
    case sessions
    case visitorsOnly
  }

  init(settings: TableReader) {
    self.settings = settings
    log.summary.visitorBasis = .identifier
  }

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
      format, TrafficColumn.columns(of: format), slots: TrafficColumn.allCases.count,
      groupSlot: TrafficColumn.group.rawValue)
    shape.hasQuotes = format != .metricaVisits && format != .metricaHits
    let name = input.name
    try DelimitedReader.read(
      &source, file: name, shape: shape, into: &self, progress: progress)
    log.summary.ambiguousTimes += times.ambiguous + lastActivities.ambiguous
    counts.endFile()
  }

  mutating func finish() throws(TableError) -> TrafficLog {
    if format == .counts, counts.rows > 0 {
      guard let assumption = counts.append(to: &log, settings) else {
        throw .noBucketWidth(file: input.name)
      }
      log.summary.assumptions.append(assumption)
    }
    if unknownKinds > 0 {
      log.summary.assumptions.append(
        "\(unknownKinds) rows of a kind that isn't known here count as page views.")
    }
    log.summary.clickIDs = clickIDs.count
    log.summary.clickIDsOfVisitors = clickIDs.count
    log.groups = (0..<groupNames.count).map(groupNames.text)
    return log
  }

  mutating func begin(_ header: DelimitedHeader) throws(TableError) {
    filled = header.filled
    previous = nil
    let timeName = header.nameOfSlot[TrafficColumn.time.rawValue].map(DelimitedHeader.folded) ?? ""
    // The Logs API documents this column as UTC+3, whatever it is called.
    let zone =
      timeName == "ym:s:datetimeutc" ? LogTimeZone(secondsFromUTC: 10800) : settings.timeZone
    times = TimeText(zone: zone, style: format == .counts ? .buckets : .standard)
    lastActivities = TimeText(zone: zone)
    hasRequests = has(.url) || has(.referrer)
    let origins: [TrafficColumn] = [
      .source, .medium, .campaign, .term, .content, .clickID, .channel,
    ]
    hasTouches = settings.keepsTouches && origins.contains { has($0) }
    let parameter = header.nameOfSlot[TrafficColumn.clickID.rawValue]?.lowercased()
    clickParameter = parameter ?? ""
    counts.numberedBuckets = ["nthminute": .minutes(1), "nthhour": .hours(1)][timeName]
    group = nil
    if settings.grouping == .file {
      group = Int32(groupNames.number(of: Array(input.name.utf8)))
    }
    if format != .counts { try settleNaming(header) }
  }

  /// Decides what visitors and sessions are known by, which has to be the same for all inputs.
  private mutating func settleNaming(_ header: DelimitedHeader) throws(TableError) {
    guard TrafficColumn.identities.contains(where: { has($0) }) else {
      throw .missingColumns(
        file: input.name, ["visitor_id, session_id or ip"],
        present: header.names.filter(DelimitedHeader.isName))
    }
    if !has(.visitor), !has(.session) {
      log.summary.visitorBasis = has(.agent) ? .addressAndAgent : .address
    }
    let naming = has(.session) ? Naming.sessions : .visitorsOnly
    if let names, names != naming {
      throw .mixedSessions(
        naming == .sessions ? input.name : namingFile,
        without: naming == .sessions ? namingFile : input.name)
    }
    names = naming
    namingFile = input.name
  }

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    if let interval = counts.numberedBuckets {
      guard let number = Self.count(row, fields[TrafficColumn.time.rawValue]) else {
        throw .unreadable("its time isn't a whole number")
      }
      let start = Timestamp(milliseconds: Int64(number) * interval.milliseconds)
      return try addCount(row, fields, at: start)
    }
    let time = try time(row, fields, .time, line: line)
    if format == .counts { return try addCount(row, fields, at: time) }
    let lastActivity = try lastActivity(row, fields, after: time, line: line)
    log.summary.lines += 1
    note(time)

    if settings.bots == .drop, Self.isTrue(row, fields[TrafficColumn.bot.rawValue]) {
      return leaveOut(.bot)
    }
    setGroup(row, fields)
    guard let (visitor, session) = identify(row, fields) else { return leaveOut(.noVisitor) }
    switch kind(row, fields[TrafficColumn.kind.rawValue]) {
    case .page: break
    case .unknown: unknownKinds += 1
    case .heartbeat:
      log.pageViews.appendHeartbeat(visitor: visitor, session: session, at: time)
      return leaveOut(.notPageView)
    case .reveal: return leaveOut(.notPageView)
    }
    if let session {
      log.pageViews.append(session: session, visitor: visitor, at: time, group: group)
    } else {
      log.pageViews.append(visitor: visitor, at: time, group: group)
    }
    if let lastActivity, lastActivity > time {
      log.pageViews.appendHeartbeat(visitor: visitor, session: session, at: lastActivity)
    }
    keepOrigin(row, fields)
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    log.summary.lines += lines
    log.summary.noteUnreadable(row, of: input, line: line, count: lines, reason: reason)
  }

  private mutating func leaveOut(_ reason: LogSummary.LeftOut) {
    log.summary.leftOut[reason, default: 0] += 1
  }

  private func has(_ column: TrafficColumn) -> Bool { filled.contains(column.rawValue) }

  private mutating func time(
    _ row: Span<UInt8>, _ fields: [Range<Int>], _ column: TrafficColumn, line: Int
  ) throws(RowFault) -> Timestamp {
    do throws(TimeText.Problem) {
      return column == .time
        ? try times.time(row, fields[column.rawValue])
        : try lastActivities.time(row, fields[column.rawValue])
    } catch {
      if error == .noZone { throw .fatal(.noTimeZone(file: input.name, line: line)) }
      throw .unreadable(error.rawValue)
    }
  }

  private mutating func lastActivity(
    _ row: Span<UInt8>, _ fields: [Range<Int>], after time: Timestamp, line: Int
  ) throws(RowFault) -> Timestamp? {
    if !fields[TrafficColumn.lastActivity.rawValue].isEmpty {
      return try self.time(row, fields, .lastActivity, line: line)
    }
    let duration = fields[TrafficColumn.duration.rawValue]
    guard !duration.isEmpty else { return nil }
    guard let seconds = Self.count(row, duration) else {
      throw .unreadable("its duration isn't a whole number of seconds")
    }
    return time + .seconds(Int64(seconds))
  }

  /// What a row says of the log as a whole.
  private mutating func note(_ time: Timestamp) {
    if let previous, time < previous { log.summary.outOfOrder += 1 }
    previous = time
    log.summary.noteSpan(time)
    let minute = Int(time.milliseconds / 60_000 % 60)
    if minute >= 0 { log.summary.linesByMinute[minute] += 1 }
  }
}

// MARK: - Who

extension TableBuilder {
  private mutating func setGroup(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard case .column = settings.grouping else { return }
    group = Int32(
      groupNames.number(of: row.extracting(fields[TrafficColumn.group.rawValue])))
  }

  /// The visitor and, where the input names it, the session of a row; `nil` where it names neither.
  private mutating func identify(
    _ row: Span<UInt8>, _ fields: [Range<Int>]
  ) -> (visitor: VisitorID, session: SessionID?)? {
    let visitor = fields[TrafficColumn.visitor.rawValue]
    let session = fields[TrafficColumn.session.rawValue]
    if names == .sessions {
      guard !session.isEmpty else { return nil }
      let number = SessionID(Int32(log.sessionNames.number(of: row.extracting(session))))
      if !visitor.isEmpty { return (visitorNumber(row, visitor), number) }
      // The session stands for its visitor; the zero keeps it apart from visitors of that name.
      key.removeAll(keepingCapacity: true)
      key.append(0)
      append(row, session)
      return (visitorNumber(), number)
    }
    if !visitor.isEmpty { return (visitorNumber(row, visitor), nil) }
    let address = fields[TrafficColumn.address.rawValue]
    guard log.summary.visitorBasis != .identifier, !address.isEmpty else { return nil }
    key.removeAll(keepingCapacity: true)
    append(row, address)
    if log.summary.visitorBasis == .addressAndAgent {
      let agent = row.extracting(fields[TrafficColumn.agent.rawValue])
      append(UInt32(log.agentNames.number(of: agent)))
    }
    return (visitorNumber(), nil)
  }

  private mutating func visitorNumber(_ row: Span<UInt8>, _ name: Range<Int>) -> VisitorID {
    if group == nil { return VisitorID(Int32(log.visitorNames.number(of: row.extracting(name)))) }
    key.removeAll(keepingCapacity: true)
    append(row, name)
    return visitorNumber()
  }

  /// The visitor whose name is in `key`: one for each group.
  private mutating func visitorNumber() -> VisitorID {
    if let group { append(UInt32(group)) }
    return VisitorID(Int32(log.visitorNames.number(of: key)))
  }

  private mutating func append(_ row: Span<UInt8>, _ range: Range<Int>) {
    row.extracting(range).withUnsafeBufferPointer { key.append(contentsOf: $0) }
  }

  private mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number) { key.append(contentsOf: $0) }
  }
}

// MARK: - What

extension TableBuilder {
  private enum Kind {
    case page
    case heartbeat
    case reveal
    case unknown
  }

  private func kind(_ row: Span<UInt8>, _ field: Range<Int>) -> Kind {
    if field.isEmpty { return .page }
    if format == .metricaHits { return Self.isTrue(row, field) ? .page : .heartbeat }
    return Self.kinds.first { Self.isEqual(row, field, $0.word) }?.kind ?? .unknown
  }

  private static let kinds: [(word: StaticString, kind: Kind)] = [
    ("page", .page), ("pageview", .page), ("page_view", .page), ("heartbeat", .heartbeat),
    ("ping", .heartbeat), ("reveal", .reveal),
  ]

  private static func isTrue(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    !field.isEmpty
      && (isEqual(row, field, "1") || isEqual(row, field, "true") || isEqual(row, field, "yes"))
  }

  /// Whether a field is a word, in letters of any case.
  private static func isEqual(
    _ row: Span<UInt8>, _ field: Range<Int>, _ word: StaticString
  ) -> Bool {
    guard field.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy {
        let byte = row[field.lowerBound + $0]
        return letters[$0] == (0x41...0x5A ~= byte ? byte | 0x20 : byte)
      }
    }
  }

  /// A whole number that isn't negative; spaces and no-break spaces between thousands are allowed.
  static func count(_ row: Span<UInt8>, _ field: Range<Int>) -> Int? {
    var value = 0
    var digits = 0
    for index in field {
      switch row[index] {
      case 0x30...0x39:
        guard digits < 15 else { return nil }
        value = value * 10 + Int(row[index] - 0x30)
        digits += 1
      case 0x20, 0xC2, 0xA0: continue
      default: return nil
      }
    }
    return digits == 0 ? nil : value
  }

  private mutating func addCount(
    _ row: Span<UInt8>, _ fields: [Range<Int>], at time: Timestamp
  ) throws(RowFault) {
    guard let visits = Self.count(row, fields[TrafficColumn.visits.rawValue]) else {
      throw .unreadable("its count isn't a whole number")
    }
    guard visits <= CountedVisits.most - counts.visits else {
      throw .unreadable("there are too many visits to draw")
    }
    log.summary.lines += 1
    setGroup(row, fields)
    if settings.keepsTouches { keepOrigin(row, fields) }
    counts.add(
      visits, at: time, group: group, request: log.origins.requestNumbers.popLast(),
      touch: hasTouches ? log.origins.touchNumbers.popLast() : nil)
  }
}

// MARK: - How they arrived

extension TableBuilder {
  private mutating func keepOrigin(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard settings.keepsTouches else { return }
    log.origins.requestNumbers.append(requestNumber(row, fields))
    guard hasTouches || !log.origins.touchNumbers.isEmpty else { return }
    let views = log.origins.requestNumbers.count
    while log.origins.touchNumbers.count < views - 1 { log.origins.touchNumbers.append(-1) }
    log.origins.touchNumbers.append(hasTouches ? touchNumber(row, fields) : -1)
  }

  private mutating func requestNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    key.removeAll(keepingCapacity: true)
    if hasRequests {
      let url = fields[TrafficColumn.url.rawValue]
      if !url.isEmpty {
        let address = WebAddress(row, url)
        if let site = address.site, !site.isEmpty { noteSite(row, site) }
        append(row, address.path)
        if !address.query.isEmpty {
          key.append(UInt8(ascii: "?"))
          append(row, address.query)
          noteClickID(row, in: address.query)
        }
      }
      key.append(UInt8(ascii: "\n"))
      append(row, fields[TrafficColumn.referrer.rawValue])
    } else {
      if let requestOfNone { return requestOfNone }
      key.append(UInt8(ascii: "\n"))
      requestOfNone = Int32(log.origins.requests.number(of: key))
    }
    return Int32(log.origins.requests.number(of: key))
  }

  private mutating func noteSite(_ row: Span<UInt8>, _ site: Range<Int>) {
    guard log.origins.siteNames.count < 100 else { return }
    let name = row.extracting(site).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    log.origins.siteNames.insert(TouchReader.bareSite(name))
  }

  private mutating func noteClickID(_ row: Span<UInt8>, in query: Range<Int>) {
    guard let found = ClickParameters.clickID(row, in: query) else { return }
    let kept = key
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(found.parameter))
    append(row, found.value)
    _ = clickIDs.number(of: key)
    key = kept
  }

  private static let touchColumns: [TrafficColumn] = [
    .source, .medium, .campaign, .term, .content, .channel, .clickID,
  ]

  /// The number of the touch that the columns of a row tell; -1 where they are all empty.
  private mutating func touchNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    key.removeAll(keepingCapacity: true)
    var isEmpty = true
    for column in Self.touchColumns {
      let field = fields[column.rawValue]
      if !field.isEmpty { isEmpty = false }
      append(row, field)
      key.append(0x1F)
    }
    if isEmpty { return -1 }
    append(Array(clickParameter.utf8))
    let number = touchKeys.number(of: key)
    if number == log.origins.touches.count {
      func text(_ column: TrafficColumn) -> String? {
        let field = fields[column.rawValue]
        return field.isEmpty
          ? nil
          : row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      var touch = Touch()
      touch.source = text(.source)
      touch.medium = text(.medium) ?? text(.channel)
      touch.campaign = text(.campaign)
      touch.term = text(.term)
      touch.content = text(.content)
      touch.clickID = text(.clickID).flatMap { clickID($0) }
      touch.settleTags()
      log.origins.touches.append(touch)
    }
    return Int32(number)
  }

  private mutating func append(_ bytes: [UInt8]) { key.append(contentsOf: bytes) }

  /// `gclid=abc`, or the value alone where the column is called by the parameter.
  private func clickID(_ text: String) -> Touch.ClickID? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, Touch.ClickID.parameters.contains(parts[0]) {
      return Touch.ClickID(parameter: parts[0], value: parts[1])
    }
    return Touch.ClickID(parameter: clickParameter, value: text)
  }
}

extension Touch {
  /// Marks a touch that columns tell as tagged: by a click id, a campaign, or a medium that only
  /// tags can name. A click id names source and medium where nothing else does.
  fileprivate mutating func settleTags() {
    if let clickID, let known = KnownSites.sourceAndMedium(ofClickID: clickID) {
      source = source ?? known.source
      medium = medium ?? known.medium
    }
    let untagged = ["", "(none)", "(not set)", "organic", "referral", "social", "direct"]
    isTagged =
      clickID != nil || campaign != nil || term != nil || content != nil || isPaid
      || !untagged.contains((medium ?? "").lowercased())
  }
}
