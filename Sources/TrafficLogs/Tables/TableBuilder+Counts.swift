import NumberPools

extension TableBuilder {
  /// Takes a row of a report.
  mutating func addCount(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    guard var report else { return }
    if TotalRow.isTotal(row, delimiter: report.delimiter) {
      log.summary.lines += 1
      self.report?.noteTotal(row)
      return leaveOut(.total)
    }
    defer { self.report = report }
    let visits: Int?
    do throws(CountText.Problem) {
      visits = try report.counts.count(row, fields[TrafficColumn.visits.rawValue])
    } catch {
      if error == .unclear { throw .fatal(.unclearCounts(file: input.name)) }
      visits = nil
    }
    let stretch = try self.stretch(row, fields, visits: visits ?? 0, line: line, &report.times)
    guard let visits else { throw .unreadable("its count isn't a whole number") }
    guard visits <= settings.mostVisits - counts.visits else {
      throw .unreadable("there are too many visits to draw")
    }
    log.summary.lines += 1
    report.note(visits, in: stretch)
    if visits > 0 { repeats.note(row) }
    setGroup(row, fields)
    keepOrigin(row, fields)
    counts.add(
      visits, in: stretch, group: group, request: log.origins.requestNumbers.popLast(),
      touch: hasTouches ? log.origins.touchNumbers.popLast() : nil)
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
      case .noDay: throw .fatal(.noDate(file: input.name))
      case .unreadable(let reason):
        counts.visitsWithoutTime += min(visits, settings.mostVisits)
        throw .unreadable(reason)
      }
    }
    if stretch.isLocal, settings.timeZone == nil {
      throw .fatal(.noTimeZone(file: input.name, line: line))
    }
    return stretch
  }

  mutating func addBelow(_ line: Span<UInt8>) {
    report?.addBelow(line)
  }

  /// Notes what a table said of itself.
  mutating func end(_ report: CountReport) throws(TableError) {
    if report.counts.isUnclear { throw .unclearCounts(file: input.name) }
    if let heading = report.usersHeading { note(.countsOfUsers(heading: heading)) }
    if let heading = report.headingOfPages { note(.countsOfPages(heading: heading)) }
    if report.missingVisits > 0 {
      note(.rowsMissing(visits: report.missingVisits, of: report.visits + report.missingVisits))
    } else if report.isTopOfList {
      note(.onlyBusiestRows)
    }
    if report.hasSameTableBelow {
      note(.tableBelow(lines: report.linesBelow))
    } else if report.linesBelow > 0 {
      log.summary.assumptions.append(.otherTables(lines: report.linesBelow))
    }
    if report.times.countsFrom1970 { counts.countsFrom1970 = true }
    self.report = nil
  }

  /// Draws the visits, and says what that takes for granted.
  mutating func finishCounts() throws(TableError) {
    guard counts.rows > 0 else { return }
    guard counts.settle() else { throw .noBucketWidth(file: input.name) }
    counts.drawing = CountedVisits.Drawing(
      week: settings.week, visitLength: settings.visitLength, zone: settings.timeZone,
      seed: settings.seed)
    counts.append(to: &log)
    noteClock()
    noteDoubts()
    noteAssumptions()
    if counts.settled?.longest != nil { log.counted = counts }
  }

  /// Days of the report are those of its own clock.
  private mutating func noteClock() {
    guard log.summary.offsets.isEmpty, let first = log.summary.span?.lowerBound,
      let zone = settings.timeZone, counts.buckets.contains(where: { $0.stretch.isLocal })
    else { return }
    let ahead = LocalClock(zone).shown(at: first) - first
    log.summary.offsets = [
      LogSummary.ClockOffset(
        minutes: Int(ahead.milliseconds / 60_000), first: first, lines: counts.rows)
    ]
  }

  private mutating func noteDoubts() {
    if let longest = counts.settled?.longest {
      note(.countsOfDays(of: longest, week: settings.week.name))
    }
    if let guess = counts.settled?.guess { note(.guessedStretches(guess)) }
    if let days = counts.settled?.days { note(.hoursOfAverageDay(days: days)) }
    if counts.visitsWithoutTime * 100 > counts.visits {
      note(.visitsWithoutTime(counts.visitsWithoutTime, of: counts.visits))
    }
  }

  private mutating func noteAssumptions() {
    var assumptions = [
      Assumption.drawnVisits(counts.visits, seed: settings.seed, length: settings.visitLength)
    ]
    let totals = log.summary.leftOut[.total, default: 0]
    if totals > 0 { assumptions.append(.totals(rows: totals)) }
    if let subtotals = counts.settled?.subtotals, subtotals > 0 {
      assumptions.append(.subtotals(rows: subtotals))
    }
    log.summary.countsFromZero = counts.countsFrom1970
    if counts.countsFrom1970 { assumptions.append(.timeFrom1970) }
    log.summary.assumptions += assumptions
  }

  private mutating func note(_ warning: LogWarning) {
    if !log.summary.doubts.contains(warning) { log.summary.doubts.append(warning) }
  }
}
