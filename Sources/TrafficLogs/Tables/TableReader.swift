public import NumberPools

/// Reads tables of page views, sessions, counts and calls, separated by commas, semicolons or tabs.
public struct TableReader: Sendable {
  /// Names of the file's own for some columns: `["at": "t_unix"]`.
  public var columns: [String: String]
  /// The clock of times without an offset; without it such times are an error.
  public var timeZone: LogTimeZone?
  /// Whether day or month comes first in dates such as `02/03/2026`; `nil` to have it told by the
  /// dates of each table.
  public var dateOrder: DateOrder?
  /// Whether only rows of kinds that are page views count as such, or every row.
  public var requests = WebLogReader.Requests.pages
  /// Whether rows are left out that say that a robot made them.
  public var bots: WebLogReader.Bots
  /// Whether rows whose browser calls itself a robot are a robot's as well: tables of analytics
  /// hardly ever have any, but may have made-up names of browsers.
  public var knowsRobotsByAgent = false
  /// Which pages and addresses don't count.
  public var exclusions: Exclusions
  /// Whether to keep how visitors arrived, for ``LogSessions/withTouches()``.
  public var keepsTouches: Bool
  /// What makes a pool of its own.
  public var grouping: Grouping
  /// How long visits last that are only counted; 0 for a single page view.
  public var visitLength: Interval
  /// When in a week people come, where counts don't say the hour.
  public var week: WeekRhythm
  /// The days that a report of hours alone is about, where the file doesn't say it: the midnights
  /// of the first and the last, as if in UTC.
  public var reportDays: ClosedRange<Timestamp>?
  /// Where the random moments of visits that are only counted begin.
  public var seed: UInt64
  /// How many visits that are only counted can be drawn: a few bytes may claim any number of them.
  package var mostVisits = 20_000_000

  /// What a pool of its own is made for.
  public enum Grouping: Hashable, Sendable {
    /// One pool for everything.
    case none
    /// One a file.
    case file
    /// One for each value of a column, by the file's own name for it.
    case column(String)
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - columns: Names of the file's own for some columns: `["at": "t_unix"]`.
  ///   - timeZone: The clock of times without an offset.
  ///   - bots: Whether rows of robots are left out.
  ///   - exclusions: Which pages and addresses don't count.
  ///   - keepsTouches: Whether to keep how visitors arrived.
  ///   - grouping: What makes a pool of its own.
  ///   - visitLength: How long visits last that are only counted.
  ///   - week: When in a week people come, where counts don't say the hour.
  ///   - reportDays: The days that a report of hours alone is about.
  ///   - seed: Where the random moments of visits that are only counted begin.
  public init(
    columns: [String: String] = [:], timeZone: LogTimeZone? = nil,
    bots: WebLogReader.Bots = .drop, exclusions: Exclusions = Exclusions(),
    keepsTouches: Bool = true, grouping: Grouping = .none, visitLength: Interval = .minutes(3),
    week: WeekRhythm = .officeHours, reportDays: ClosedRange<Timestamp>? = nil, seed: UInt64 = 1
  ) {
    self.columns = columns
    self.timeZone = timeZone
    self.bots = bots
    self.exclusions = exclusions
    self.keepsTouches = keepsTouches
    self.grouping = grouping
    self.visitLength = visitLength
    self.week = week
    self.reportDays = reportDays
    self.seed = seed
  }

  /// The shape of a table of some format, with the column that makes the groups.
  ///
  /// - Throws: When a column was given a name that this format has no use for.
  func shape(
    _ format: FileFormat, _ columns: [WantedColumn], slots: Int, groupSlot: Int? = nil
  ) throws(TableError) -> DelimitedReader.Shape {
    for name in self.columns.keys.sorted() {
      let folded = DelimitedHeader.folded(name)
      guard columns.contains(where: { $0.foldedName == folded }) else {
        // A click id's own column is found by its name.
        let known = columns.filter { !TrafficColumn.clickSlots.contains($0.slot) }
        throw .unknownColumn(name, format, known: known.map { $0.name })
      }
    }
    var columns = columns
    if case .column(let name) = grouping, let groupSlot {
      // A page's address names its host where no column does.
      let isNeeded = name.lowercased() != "host"
      columns.append(WantedColumn(slot: groupSlot, name: name, isNeeded: isNeeded))
    }
    var shape = DelimitedReader.Shape(columns: columns, slots: slots)
    shape.mapping = self.columns
    return shape
  }
}
