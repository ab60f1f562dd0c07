import NumberPools

/// Collects the calls of some Calltouch journals.
struct CalltouchBuilder {
  private var log = CallLog()
  private var merger = CallMerger()
  private var clock: LocalClock?
  private var place = LogPlace()
  /// How many arrays are being read.
  private var openArrays = 0

  init(timeZone: LogTimeZone?) {
    clock = timeZone.map { LocalClock($0) }
    log.summary.visitorBasis = .identifier
  }

  /// How many calls have been read.
  var lines: Int { log.summary.lines }

  /// The calls that were read.
  func finish() -> CallLog {
    var log = log
    log.take(merger.finish())
    return log
  }

  /// Adds the calls of a journal: whatever objects it holds, in arrays or one after the other.
  ///
  /// - Throws: An ``InputError`` where an array is broken: nothing tells where its next call is.
  mutating func add(_ bytes: Span<UInt8>, of input: LogInput) throws(InputError) {
    place.begin(input, &log.summary)
    openArrays = 0
    var scanner = JSONScanner()
    while true {
      scanner.skipSpace(bytes)
      let start = scanner.offset
      guard start < bytes.count else { return }
      do throws(JSONScanner.Problem) {
        switch try scanner.kind(bytes) {
        case .object: try addObject(bytes, &scanner)
        case .array: try addElements(bytes, &scanner)
        case .string, .number, .literal:
          try scanner.skipValue(bytes)
          noteUnreadable(bytes, at: start, "it isn't an object")
        }
      } catch {
        if openArrays > 0 {
          let line = Self.line(at: error.offset, in: bytes)
          throw .broken(input.name, line: line, reason: error.reason.rawValue)
        }
        // One object a line: the next line is sound.
        noteUnreadable(bytes, at: error.offset, error.reason.rawValue)
        var next = start
        while next < bytes.count, bytes[next] != newline { next += 1 }
        scanner = JSONScanner(at: next)
      }
    }
  }

  /// Reads an object: a call, or what is around `records`.
  private mutating func addObject(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) {
    let start = scanner.offset
    var call = CalltouchCall()
    var isJournal = false
    try scanner.openObject(bytes)
    while let key = try scanner.nextKey(bytes) {
      if key.equals("records", in: bytes), try scanner.kind(bytes) == .array {
        isJournal = true
        try addElements(bytes, &scanner)
      } else {
        let isKnown = try call.readValue(of: key, bytes, &scanner)
        if !isKnown { try scanner.skipValue(bytes) }
      }
    }
    if !isJournal { add(call, bytes, at: start) }
  }

  private mutating func addElements(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) {
    try scanner.openArray(bytes)
    openArrays += 1
    while try scanner.nextElement(bytes) {
      if try scanner.kind(bytes) == .object {
        try addObject(bytes, &scanner)
      } else {
        noteUnreadable(bytes, at: scanner.offset, "it isn't an object")
        try scanner.skipValue(bytes)
      }
    }
    openArrays -= 1
  }

  private mutating func add(_ call: CalltouchCall, _ bytes: Span<UInt8>, at start: Int) {
    guard call.seconds != nil || call.date != nil else {
      return noteUnreadable(bytes, at: start, "it has neither a timestamp nor a date")
    }
    let time: Timestamp
    var offset = 0
    if let seconds = call.seconds {
      guard let count = JSONNumber.int64(bytes, seconds.range),
        (-62_135_596_800..<253_402_300_800).contains(count)
      else {
        return noteUnreadable(bytes, at: start, "its timestamp isn't in seconds since 1970")
      }
      time = .seconds(count)
    } else {
      guard let date = call.date?.text(in: bytes), let local = Self.wallClock(date) else {
        return noteUnreadable(bytes, at: start, "its date isn't like 31/12/2026 23:59:59")
      }
      guard let resolved = clock?.moment(of: local) else {
        return noteUnreadable(bytes, at: start, "its date has no time zone")
      }
      time = resolved.time
      offset = Int((local - time).milliseconds / 60_000)
      if resolved.isAmbiguous { log.summary.ambiguousTimes += 1 }
    }
    log.summary.lines += 1
    place.note(time, offset: offset, &log.summary)
    var row = CallLog.Row(
      id: call.id?.text(in: bytes), time: time, truth: Self.truth(of: call, bytes),
      caller: call.caller?.text(in: bytes), dialled: call.dialled?.text(in: bytes),
      duration: call.duration.flatMap { Self.duration(bytes, $0.range) })
    row.clues = call.clues(bytes)
    merger.add(row)
  }

  private static func truth(of call: CalltouchCall, _ bytes: Span<UInt8>) -> CallLog.Truth {
    if let session = call.session, !session.equals("0", in: bytes) {
      return .session(session.text(in: bytes))
    }
    for client in [call.client, call.ownClient] {
      if let client, !client.equals("0", in: bytes) { return .visitor(client.text(in: bytes)) }
    }
    return .unknown
  }

  private static func duration(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Interval? {
    guard let seconds = JSONNumber.int64(bytes, range), (0..<1_000_000_000).contains(seconds)
    else { return nil }
    return .seconds(seconds)
  }

  private mutating func noteUnreadable(_ bytes: Span<UInt8>, at offset: Int, _ reason: String) {
    log.summary.lines += 1
    guard log.summary.problems.count < LogSummary.shownProblems else {
      log.summary.unreadable += 1
      return
    }
    let start = min(offset, bytes.count)
    var end = start
    while end < bytes.count, bytes[end] != newline { end += 1 }
    log.summary.noteUnreadable(
      bytes.extracting(start..<end), of: place.file, line: Self.line(at: offset, in: bytes),
      reason: reason)
  }
}

/// Dates and lines.
extension CalltouchBuilder {
  /// `31/12/2026 23:59:59` as if it were UTC.
  static func wallClock(_ text: String) -> Timestamp? {
    let parts = text.split(whereSeparator: { "/ :.".contains($0) })
    guard parts.count == 6, text.utf8.count <= 24 else { return nil }
    let numbers = parts.compactMap { UInt16($0) }.map(Int.init)
    guard numbers.count == 6, (1...12).contains(numbers[1]), (1...9999).contains(numbers[2]),
      (1...Timestamp.days(inMonth: numbers[1], of: numbers[2])).contains(numbers[0]),
      numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60
    else { return nil }
    return Timestamp(
      year: numbers[2], month: numbers[1], day: numbers[0],
      second: numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
  }

  /// The line, from 1, that an offset is in.
  private static func line(at offset: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) where bytes[index] == newline { line += 1 }
    return line
  }
}

private let newline = UInt8(ascii: "\n")
