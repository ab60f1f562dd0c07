import NumberPools

/// The visits that tables only count, and what the tables say of themselves.
struct TableCounts {
  private let settings: TableReader
  private var counts = CountedVisits()
  /// The report that is read; `nil` where a table doesn't count.
  private var report: CountReport?
  private var file = ""

  init(settings: TableReader) {
    self.settings = settings
  }

  /// Whether the table that is read counts visits.
  var isCounting: Bool { report != nil }

  /// Begins a table.
  ///
  /// - Parameter order: Whether day or month comes first in dates that need to be told.
  mutating func begin(_ header: DelimitedHeader, order: DateOrder?, file: String) {
    var told = settings
    told.dateOrder = order
    report = CountReport(header, told)
    self.file = file
  }

  /// Reads a row.
  ///
  /// - Returns: How many visits there were, and when; `nil` of a row that sums up others.
  mutating func read(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) -> (visits: Int, stretch: Stretch)? {
    if takesTotal(row) { return nil }
    guard var report else { return nil }
    defer { self.report = report }
    let visits: Int?
    do throws(CountText.Problem) {
      visits = try report.counts.count(row, fields[TrafficColumn.visits.rawValue])
    } catch {
      if error == .unclear { throw .fatal(.unclearCounts(file: file)) }
      visits = nil
    }
    let stretch = try self.stretch(row, fields, visits: visits ?? 0, line: line, &report.times)
    guard let visits else { throw .unreadable("its count isn't a whole number") }
    guard visits <= settings.mostVisits - counts.visits else {
      throw .unreadable("there are too many visits to draw")
    }
    report.note(visits, in: stretch)
    return (visits, stretch)
  }

  /// Notes a row where it sums up others.
  ///
  /// - Returns: Whether it does.
  mutating func takesTotal(_ row: Span<UInt8>) -> Bool {
    guard let report, TotalRow.isTotal(row, delimiter: report.delimiter) else { return false }
    self.report?.noteTotal(row)
    return true
  }

  private mutating func stretch(
    _ row: Span<UInt8>, _ fields: [Range<Int>], visits: Int, line: Int,
    _ times: inout CountedTimes
  ) throws(RowFault) -> Stretch {
    let stretch: Stretch
    do throws(CountedTimes.Problem) {
      stretch = try times.stretch(row, fields)
    } catch {
      switch error {
      case .noDay: throw .fatal(.noDate(file: file))
      case .unreadable(let reason):
        counts.visitsWithoutTime += min(visits, settings.mostVisits)
        throw .unreadable(reason)
      }
    }
    if stretch.isLocal, settings.timeZone == nil {
      throw .fatal(.noTimeZone(file: file, line: line))
    }
    return stretch
  }

  /// Adds the visits of a row.
  mutating func add(
    _ visits: Int, in stretch: Stretch, group: Int32?, request: Int32?, touch: Int32?
  ) {
    counts.add(visits, in: stretch, group: group, request: request, touch: touch)
  }

  /// Notes a line below the table.
  mutating func addBelow(_ line: Span<UInt8>) { report?.addBelow(line) }

  /// Told that the table has ended; notes what it said of itself.
  mutating func end(_ summary: inout LogSummary) throws(TableError) {
    guard let report else { return }
    if report.counts.isUnclear { throw .unclearCounts(file: file) }
    if let heading = report.usersHeading { summary.doubt(.countsOfUsers(heading: heading)) }
    if let heading = report.headingOfPages { summary.doubt(.countsOfPages(heading: heading)) }
    if report.missingVisits > 0 {
      summary.doubt(
        .rowsMissing(visits: report.missingVisits, of: report.visits + report.missingVisits))
    } else if report.isTopOfList {
      summary.doubt(.onlyBusiestRows)
    }
    if report.hasSameTableBelow {
      summary.doubt(.tableBelow(lines: report.linesBelow))
    } else if report.linesBelow > 0 {
      summary.assumptions.append(.otherTables(lines: report.linesBelow))
    }
    if report.times.countsFrom1970 { counts.countsFrom1970 = true }
    self.report = nil
  }
}

// MARK: - What all tables together come to

extension TableCounts {
  /// Draws the visits, and says what that takes for granted.
  mutating func finish(_ log: inout TrafficLog) throws(TableError) {
    guard counts.rows > 0 else { return }
    guard counts.settle() else { throw .noBucketWidth(file: file) }
    counts.drawing = CountedVisits.Drawing(
      week: settings.week, visitLength: settings.visitLength, zone: settings.timeZone,
      seed: settings.seed)
    counts.append(to: &log)
    noteClock(&log.summary)
    noteDoubts(&log.summary)
    noteAssumptions(&log.summary)
    if counts.settled?.longest != nil { log.counted = counts }
  }

  /// Days of the report are those of its own clock.
  private func noteClock(_ summary: inout LogSummary) {
    guard summary.offsets.isEmpty, let first = summary.span?.lowerBound,
      let zone = settings.timeZone, counts.buckets.contains(where: { $0.stretch.isLocal })
    else { return }
    let ahead = LocalClock(zone).shown(at: first) - first
    summary.offsets = [
      LogSummary.ClockOffset(
        minutes: Int(ahead.milliseconds / 60_000), first: first, lines: counts.rows)
    ]
  }

  private func noteDoubts(_ summary: inout LogSummary) {
    if let longest = counts.settled?.longest {
      summary.doubt(.countsOfDays(of: longest, week: settings.week.name))
    }
    if let guess = counts.settled?.guess { summary.doubt(.guessedStretches(guess)) }
    if let days = counts.settled?.days { summary.doubt(.hoursOfAverageDay(days: days)) }
    if counts.visitsWithoutTime * 100 > counts.visits {
      summary.doubt(.visitsWithoutTime(counts.visitsWithoutTime, of: counts.visits))
    }
  }

  private func noteAssumptions(_ summary: inout LogSummary) {
    var assumptions = [
      Assumption.drawnVisits(counts.visits, seed: settings.seed, length: settings.visitLength)
    ]
    let totals = summary.leftOut[.total, default: 0]
    if totals > 0 { assumptions.append(.totals(rows: totals)) }
    if let subtotals = counts.settled?.subtotals, subtotals > 0 {
      assumptions.append(.subtotals(rows: subtotals))
    }
    summary.countsFromZero = counts.countsFrom1970
    if counts.countsFrom1970 { assumptions.append(.timeFrom1970) }
    summary.assumptions += assumptions
  }
}
