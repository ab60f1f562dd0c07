public import NumberPools

/// Why tables, or inputs of any format, can't be read at all.
public enum TableError: Error, Hashable, Sendable {
  /// An input can't be read to its end.
  case input(InputError)
  /// There are no such columns; what there is instead.
  case missingColumns(file: String, [String], present: [String])
  /// A column that is needed is there twice.
  case duplicateColumn(file: String, String)
  /// A column was said to have a name of the file's own, which the file doesn't have.
  case noSuchColumn(file: String, String, for: String, present: [String])
  /// A column was given a name of the file's own, but this format knows no such column.
  case unknownColumn(String, FileFormat, known: [String])
  /// A time has no offset from UTC, and no time zone was given.
  case noTimeZone(file: String, line: Int)
  /// Fields are enclosed in single quotes, which are part of the text elsewhere.
  case singleQuotes(file: String)
  /// Nothing tells what the file holds.
  case unknownFormat(file: String)
  /// It is JSON of a kind that isn't read; the names in its first object.
  case unknownJSON(file: String, names: [String])
  /// Two inputs are of different formats.
  case differentFormats(String, FileFormat, String, FileFormat)
  /// Calls where traffic is asked for, or the other way around.
  case wrongKind(file: String, FileFormat, asked: FileFormat.Kind)
  /// One input names sessions, another doesn't.
  case mixedSessions(String, without: String)
  /// Two inputs recognize visitors by different columns.
  case mixedVisitors(String, LogSummary.VisitorBasis, String, LogSummary.VisitorBasis)
  /// A column no longer tells apart what it should: in so many of its fields.
  case damagedIdentifiers(file: String, column: String, Int, of: Int, IdentifierDamage)
  /// Nothing tells whether the day or the month of its dates comes first.
  case unknownDateOrder(file: String, line: Int)
  /// Some of its dates can only have the day first, others only the month.
  case mixedDateOrders(file: String)
  /// A single time is no table of counts.
  case noBucketWidth(file: String)
  /// Counts are told by the hour or by number, and nothing tells of which days.
  case noDate(file: String)
  /// Commas or points in counts may be between thousands or before fractions.
  case unclearCounts(file: String)
}

extension TableError {
  /// What became of identifiers.
  public enum IdentifierDamage: Hashable, Sendable {
    /// Only the first digits are left, as of `1.77E+18`.
    case shortened
    /// The last digits have become zeros.
    case rounded
  }
}

extension TableError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .input(let error): error.description
    case .missingColumns(let file, let missing, let present):
      "'\(file)' has no column \(Self.list(missing)); \(Self.whatThereIs(present))."
    case .duplicateColumn(let file, let column):
      "'\(file)' has the column \(column) twice."
    case .noSuchColumn(let file, let name, let column, let present):
      "'\(file)' has no column \(name) to take \(column) from; \(Self.whatThereIs(present))."
    case .unknownColumn(let column, let format, let known):
      "The format \(format.rawValue) has no use for a column \(column); it knows"
        + " \(Self.list(known))."
    case .noTimeZone(let file, let line):
      "The time in line \(line) of '\(file)' has no offset from UTC, so a time zone is needed."
    case .unknownFormat(let file):
      "Nothing tells what '\(file)' holds."
    case .unknownJSON(let file, let names):
      "'\(file)' holds JSON that is neither GA4's export nor Calltouch's journal"
        + (names.isEmpty ? "." : "; its first object has \(Self.list(names)).")
    case .singleQuotes(let file):
      "'\(file)' has single quotes around its fields, which aren't taken off here."
    case .differentFormats(let first, let format, let second, let other):
      "'\(first)' is of the format \(format.rawValue) and '\(second)' of \(other.rawValue):"
        + " read one format at a time."
    case .wrongKind(let file, let format, let asked):
      "'\(file)' is of the format \(format.rawValue), which holds no \(asked.rawValue)."
    case .mixedSessions(let first, let other):
      "'\(first)' names sessions and '\(other)' doesn't."
    case .mixedVisitors(let first, let basis, let second, let other):
      "'\(first)' knows visitors by \(Self.columns(basis)) and '\(second)' by"
        + " \(Self.columns(other))."
    case .damagedIdentifiers(let file, let column, let count, let rows, let damage):
      switch damage {
      case .shortened:
        "'\(file)' has lost identifiers: \(count) of \(rows) in the column \(column) were shortened"
          + " by a spreadsheet program, as 1.77E+18 is, so that different ones look the same."
      case .rounded:
        "'\(file)' has lost identifiers: \(count) of \(rows) in the column \(column) are long"
          + " numbers that end in zeros, as a spreadsheet program rounds them, so that different"
          + " ones look the same."
      }
    case .unknownDateOrder(let file, let line):
      "The date in line \(line) of '\(file)' can have the day or the month first, and no date there"
        + " tells which."
    case .mixedDateOrders(let file):
      "'\(file)' has dates with the day first and others with the month first."
    case .noBucketWidth(let file):
      "'\(file)' has one time only, so nothing tells how long it lasts."
    case .noDate(let file):
      "'\(file)' counts visits by the hour or the number of a day, and nothing tells of which dates."
    case .unclearCounts(let file):
      "The counts of '\(file)' have commas or points that may stand between thousands or before"
        + " fractions."
    }
  }

  private static func whatThereIs(_ names: [String]) -> String {
    names.isEmpty ? "its first line is no header" : "it has \(list(names))"
  }

  private static func columns(_ basis: LogSummary.VisitorBasis) -> String {
    switch basis {
    case .identifier: "visitor_id"
    case .addressAndAgent: "ip and user_agent"
    case .address: "ip alone"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
