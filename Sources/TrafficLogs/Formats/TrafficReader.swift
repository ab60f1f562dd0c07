import NumberPools

/// Reads inputs of any format, which is told by their content.
public struct TrafficReader: Sendable {
  /// How web logs are read; what makes pools of them makes pools of GA4's export too.
  public var webLogs: WebLogReader
  /// How tables are read.
  public var tables: TableReader

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - webLogs: How web logs are read; what makes pools of them makes pools of GA4's export too.
  ///   - tables: How tables are read; its settings serve other formats too.
  public init(webLogs: WebLogReader = WebLogReader(), tables: TableReader = TableReader()) {
    self.webLogs = webLogs
    self.tables = tables
  }

  /// Reads traffic.
  ///
  /// - Parameters:
  ///   - inputs: What to read, all of one format.
  ///   - format: The format; `nil` to have it told by the content of each input.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: A ``TableError`` when an input can't be read, or holds something else.
  /// - Complexity: O(bytes); memory in proportion to page views and different visitors.
  public func read(
    _ inputs: [LogInput], format: FileFormat? = nil,
    progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(TableError) -> TrafficLog {
    var agreed = AgreedFormat(given: format, kind: .traffic, columns: tables.columns)
    var webLog = WebLogBuilder(settings: webLogs)
    var table = TableBuilder(settings: tables, comparesInputs: inputs.count > 1)
    var events = GA4Builder(
      keepsTouches: tables.keepsTouches, grouping: webLogs.grouping,
      exclusions: tables.exclusions)
    var doubts = InputDoubts(inputs: inputs.count)
    var overlaps = inputs.count > 1 ? OverlapFilter() : nil
    for (index, input) in inputs.enumerated() {
      var source = try Self.open(input, isDigested: inputs.count > 1)
      webLog.begin(input)
      table.begin(input)
      events.begin(input)
      if let format = try agreed.format(of: &source, input) {
        switch format {
        case .webLog:
          try Self.read(&source, of: inputs[index...], into: &webLog, dropping: &overlaps) {
            progress(input, $0)
          }
        case .ga4:
          // The export holds no addresses.
          guard tables.exclusions.addresses.isEmpty else {
            throw .missingColumns(file: input.name, ["ip"], present: [])
          }
          try Self.read(&source, into: &events) { progress(input, $0) }
        case .pageViews, .sessions, .metricaVisits, .metricaHits, .counts:
          try table.read(&source, of: input, format: format) { progress(input, $0) }
        case .calls, .asterisk, .twilio, .callrail, .calltouch:
          throw .wrongKind(file: input.name, format, asked: .traffic)
        }
      }
      try doubts.noteInTable(
        input, source, lines: webLog.lines + table.lines + events.lines,
        refusesCopies: agreed.format != .ga4)
    }
    var log =
      switch agreed.format {
      case .webLog: webLog.finish()
      case .ga4: events.finish()
      default: try table.finish()
      }
    log.summary.doubts += overlaps?.warnings ?? []
    doubts.write(to: &log.summary)
    log.format = agreed.format
    return log
  }

  /// Reads calls.
  ///
  /// - Parameters:
  ///   - inputs: What to read, all of one format.
  ///   - format: The format; `nil` to have it told by the content of each input.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: A ``TableError`` when an input can't be read, or holds something else.
  /// - Complexity: O(bytes); memory in proportion to calls.
  public func readCalls(
    _ inputs: [LogInput], format: FileFormat? = nil,
    progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(TableError) -> CallLog {
    var agreed = AgreedFormat(given: format, kind: .calls, columns: tables.columns)
    var calls = CallBuilder(settings: tables)
    var journal = CalltouchBuilder(timeZone: tables.timeZone)
    var doubts = InputDoubts(inputs: inputs.count)
    for input in inputs {
      var source = try Self.open(input, isDigested: inputs.count > 1)
      calls.begin(input)
      if let format = try agreed.format(of: &source, input) {
        switch format {
        case .calls, .asterisk, .twilio, .callrail:
          try calls.read(&source, of: input, format: format) { progress(input, $0) }
        case .calltouch:
          try Self.read(&source, of: input, into: &journal)
        case .webLog, .pageViews, .sessions, .metricaVisits, .metricaHits, .ga4, .counts:
          throw .wrongKind(file: input.name, format, asked: .calls)
        }
      }
      try doubts.noteInTable(input, source, lines: calls.lines + journal.lines)
    }
    var log = agreed.format == .calltouch ? journal.finish() : calls.finish()
    doubts.write(to: &log.summary)
    return log
  }

  private static func read(
    _ source: inout ByteSource, of inputs: ArraySlice<LogInput>, into log: inout WebLogBuilder,
    dropping overlaps: inout OverlapFilter?, progress: (Int) -> Void
  ) throws(TableError) {
    do throws(InputError) {
      try log.read(&source, of: inputs, dropping: &overlaps, progress: progress)
    } catch {
      throw .input(error)
    }
  }

  private static func read(
    _ source: inout ByteSource, of input: LogInput, into journal: inout CalltouchBuilder
  ) throws(TableError) {
    do throws(InputError) {
      try journal.read(&source, of: input)
    } catch {
      throw .input(error)
    }
  }

  private static func read(
    _ source: inout ByteSource, into events: inout GA4Builder, progress: (Int) -> Void
  ) throws(TableError) {
    do throws(InputError) {
      try events.read(&source, progress: progress)
    } catch {
      throw .input(error)
    }
  }

  private static func open(
    _ input: LogInput, isDigested: Bool
  ) throws(TableError) -> ByteSource {
    do throws(InputError) {
      return try ByteSource(input, isDigested: isDigested)
    } catch {
      throw .input(error)
    }
  }
}

/// The one format of several inputs.
private struct AgreedFormat {
  private(set) var format: FileFormat?
  private let isGiven: Bool
  private let kind: FileFormat.Kind
  private let columns: [String: String]
  private var first = ""

  init(given format: FileFormat?, kind: FileFormat.Kind, columns: [String: String]) {
    self.format = format
    self.kind = kind
    self.columns = columns
    isGiven = format != nil
  }

  /// The format of an opened input; `nil` where it is empty.
  mutating func format(
    of source: inout ByteSource, _ input: LogInput
  ) throws(TableError) -> FileFormat? {
    let beginning: [UInt8]
    do throws(InputError) {
      beginning = try source.beginning(ByteSource.tellingLength)
    } catch {
      throw .input(error)
    }
    if beginning.isEmpty { return nil }
    if !isGiven {
      let detector = FormatDetector(kind: kind, columns: columns)
      guard let found = detector.format(of: beginning.span) else {
        throw detector.problem(of: beginning.span, file: input.name)
      }
      if let format, format != found {
        throw .differentFormats(first, format, input.name, found)
      }
      if format == nil { first = input.name }
      format = found
    }
    if let format, format.kind != kind {
      throw .wrongKind(file: input.name, format, asked: kind)
    }
    if let format, [.webLog, .ga4, .calltouch].contains(format), let column = columns.keys.min() {
      throw .unknownColumn(column, format, known: [])
    }
    return format
  }
}
