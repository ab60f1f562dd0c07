import NumberPools

/// Collects what the rows of some tables say of calls.
struct CallBuilder: RowSink {
  private let settings: TableReader
  private var log = CallLog()
  private var place = LogPlace()
  private var format = FileFormat.calls
  private var times = TimeText(zone: nil)
  private var merger = CallMerger()
  /// Whether the column that says who called whom says only that.
  private var hasDirections = false
  private var unknownDirections = 0
  private var identifiers = IdentifierColumns()
  private var order: DateOrder?
  private var firstTime: Timestamp?

  init(settings: TableReader) {
    self.settings = settings
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
      format, CallColumn.columns(of: format), slots: CallColumn.allCases.count)
    if format == .asterisk { shape.positions = CallColumn.asteriskPositions }
    order = try DateOrderFinder.order(
      settings.dateOrder, of: &source, input, shape, slots: [CallColumn.time.rawValue])
    try DelimitedReader.read(
      &source, file: input.name, shape: shape, into: &self, progress: progress)
    log.summary.ambiguousTimes += times.ambiguous
    try identifiers.finish(file: input.name, &log.summary.doubts)
    if times.unit == .days, let firstTime {
      log.summary.doubts.append(.serialDates(file: input.name, first: firstTime))
    }
  }

  func finish() -> CallLog {
    var log = log
    log.take(merger.finish())
    if unknownDirections > 0 {
      log.summary.doubts.append(.unknownDirections(unknownDirections, of: log.summary.lines))
    }
    return log
  }

  mutating func begin(_ header: DelimitedHeader) throws(TableError) {
    if header.names.isEmpty, let column = settings.columns.keys.min() {
      throw .unknownColumn(column, format, known: [])
    }
    log.summary.hasHeader = !header.names.isEmpty
    let direction = header.nameOfSlot[CallColumn.direction.rawValue].map(DelimitedHeader.folded)
    hasDirections = direction?.hasSuffix("direction") ?? false
    times = TimeText(zone: settings.timeZone, order: order)
    firstTime = nil
    let needed: [CallColumn] = [.id, .session, .visitor]
    identifiers = IdentifierColumns(
      header, needed: needed.map { $0.rawValue },
      others: [CallColumn.caller.rawValue, CallColumn.dialled.rawValue])
  }

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    var fields = fields
    try identifiers.check(row, &fields)
    func text(_ column: CallColumn) -> String? { row.text(in: fields[column.rawValue]) }
    let time = try times.time(
      row, fields[CallColumn.time.rawValue], file: place.file, line: line)
    if firstTime == nil { firstTime = time }
    log.summary.lines += 1
    place.note(time, &log.summary)
    if text(.parent) != nil {
      log.summary.leaveOut(.notIncomingCall)
      return
    }
    var call = CallLog.Row(time: time)
    call.id = text(.id) ?? text(.linkedID)
    call.caller = text(.caller)
    call.dialled = text(.poolNumber) ?? text(.dialled)
    call.duration = text(.duration).flatMap(Self.duration)
    call.isAnswered = text(.answered).flatMap(Self.isAnswered)
    call.isWithoutVisit = text(.noVisit).flatMap(Self.isAnswered) ?? false
    call.isOffSite = text(.offSite).flatMap(Self.isAnswered) ?? false
    call.draw = text(.draw).flatMap { Double($0) }
    if let session = text(.session) {
      call.truth = .session(session, visitor: text(.visitor))
    } else if let visitor = text(.visitor) {
      call.truth = .visitor(visitor)
    } else if let address = text(.address) {
      call.truth = .client(address: address, agent: text(.agent) ?? "")
    }
    call.clues = CallColumn.clues(text)
    var isIncoming = text(.ownCaller) == nil
    if let word = text(.direction) {
      switch CallDirection(word) {
      case .incoming: break
      case .outgoing: isIncoming = false
      case nil: if hasDirections { unknownDirections += 1 }
      }
    }
    if format == .asterisk, call.caller.map(CallerNumber.isExtension) == true { isIncoming = false }
    merger.add(
      call, linkedID: text(.linkedID), isIncoming: isIncoming, hasIDOfChannel: format == .asterisk)
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    log.summary.lines += lines
    log.summary.noteUnreadable(row, of: place.file, line: line, count: lines, reason: reason)
  }

  /// Seconds, with a fraction or not.
  private static func duration(_ text: String) -> Interval? {
    guard let seconds = Double(text), seconds >= 0, seconds < 1e9 else { return nil }
    return .milliseconds(Int64((seconds * 1000).rounded()))
  }

  private static func isAnswered(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true", "yes", "answered", "answered call", "completed", "in-progress": true
    case "0", "false", "no", "no answer", "no-answer", "busy", "failed", "canceled", "congestion",
      "missed", "missed call", "abandoned", "voicemail":
      false
    default: nil
    }
  }
}
