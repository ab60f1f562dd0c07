import NumberPools

/// The order that the rows of a report are in.
private struct RowOrder {
  private var rows = 0
  private var fallsAlways = true
  private var goesBack = false
  private var last: (visits: Int, start: Timestamp)?
  private var starts: ClosedRange<Timestamp>?
  private var length = Interval.zero

  mutating func note(_ visits: Int, _ stretch: Stretch) {
    let start = stretch.start
    rows += 1
    if let last {
      if visits > last.visits { fallsAlways = false }
      if start < last.start { goesBack = true }
    }
    last = (visits, start)
    starts = min(start, starts?.lowerBound ?? start)...max(start, starts?.upperBound ?? start)
    length = max(length, stretch.end - start)
  }

  /// A whole list of stretches, the busiest first, has those in between too, or goes down to such
  /// with hardly a visit.
  var isTopOfList: Bool {
    guard rows >= 5, fallsAlways, goesBack, let starts, let last, last.visits > 2 else {
      return false
    }
    let step = length > .zero ? length : .hours(1)
    let stretches = (starts.upperBound - starts.lowerBound).milliseconds / step.milliseconds + 1
    return Int64(rows) * 5 < stretches * 4
  }
}

/// What is known of the table of counts that is being read.
struct CountReport {
  /// What separates its fields.
  let delimiter: UInt8
  /// The days that it says it covers.
  let days: ClosedRange<Timestamp>?
  /// The heading of its counts, where that is of people and not of sessions.
  let usersHeading: String?
  /// A heading of what one session may have several of.
  let headingOfPages: String?
  /// Lines below the table.
  private(set) var linesBelow = 0
  /// Whether one of them is a header with the same columns.
  private(set) var hasSameTableBelow = false
  /// Visits of its rows.
  private(set) var visits = 0
  /// The largest number that a total names.
  private var total = 0
  private let names: [String]
  private let countColumn: Int?
  private var order = RowOrder()
  var times: CountedTimes
  var counts = CountText()

  init(_ header: DelimitedHeader, _ settings: TableReader) {
    delimiter = header.delimiter
    days = settings.reportDays ?? ReportDate.range(in: header.linesAbove)
    let counted = header.nameOfSlot[TrafficColumn.visits.rawValue] ?? ""
    let users = CountHeading.users.map(DelimitedHeader.folded)
    usersHeading = users.contains(DelimitedHeader.folded(counted)) ? counted : nil
    headingOfPages = header.names.first {
      CountHeading.ofPages.contains(DelimitedHeader.folded($0))
    }
    names = header.names
    countColumn = header.slots.firstIndex(of: Int8(TrafficColumn.visits.rawValue))
    times = CountedTimes(header, days: days, order: settings.dateOrder)
  }

  /// Notes a row.
  mutating func note(_ visits: Int, in stretch: Stretch) {
    self.visits += visits
    order.note(visits, stretch)
  }

  /// Notes a row that sums up others.
  mutating func noteTotal(_ row: Span<UInt8>) {
    let cells = DelimitedHeader.cells(of: row, delimiter: delimiter)
    guard let countColumn, countColumn < cells.count else { return }
    let cell = Array(cells[countColumn].utf8)
    total = max(total, CountText.reading(cell.span, cell.indices)?.value ?? 0)
  }

  /// Visits that its total names beyond those of its rows, where that is more than roundings are.
  var missingVisits: Int { (total - visits) * 50 > total ? total - visits : 0 }

  /// Whether it seems to be the beginning only of a list of the busiest stretches.
  var isTopOfList: Bool { order.isTopOfList }

  /// Notes a line below the table.
  mutating func addBelow(_ line: Span<UInt8>) {
    linesBelow += 1
    if DelimitedHeader.cells(of: line, delimiter: delimiter) == names { hasSameTableBelow = true }
  }
}
