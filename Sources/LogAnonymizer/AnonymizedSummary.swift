public import TrafficLogs

/// What became of a file that was anonymized.
public struct AnonymizedSummary: Hashable, Sendable {
  /// What it was.
  public internal(set) var format = Format.webLog
  /// Lines read. The header of a table isn't counted, nor are its blank lines, and a row of several
  /// lines counts once where it can be understood.
  public internal(set) var lines = 0
  /// Lines that couldn't be understood and are left out, as nobody knows what is in them.
  public internal(set) var unreadable = 0
  /// Columns of a table whose meaning isn't known, left out too. One without a name is called
  /// `column 3`.
  public internal(set) var droppedColumns: [String] = []

  /// Lines and rows written; nothing has been where this is 0.
  public var written: Int { lines - unreadable }

  /// What can be anonymized.
  public enum Format: Hashable, Sendable {
    /// An access log.
    case webLog
    /// A table.
    case table
  }
}

/// Why a file can't be anonymized.
public enum AnonymizerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It can't be read to its end.
  case input(InputError)
  /// It is JSON.
  case json(String)
  /// It is neither a web log nor a table with a known column.
  case unknownFormat(String)
  /// Nothing tells whether the day or the month of its dates comes first.
  case unknownDateOrder(String)
  /// Some of its dates can only have the day first, others only the month.
  case mixedDateOrders(String)
  /// The copy can't be written, for this reason.
  case output(String)

  /// One sentence.
  public var description: String {
    switch self {
    case .input(let error): error.description
    case .json(let name):
      "'\(name)' is JSON, which can't be anonymized; web logs and tables with a header can."
    case .unknownFormat(let name):
      "'\(name)' is neither a web log nor a table with a known column, such as visitor_id or at."
    case .unknownDateOrder(let name):
      "The dates of '\(name)' can have the day or the month first, and none of them tells which."
    case .mixedDateOrders(let name): TableError.mixedDateOrders(file: name).description
    case .output(let reason): "The copy can't be written: \(reason)."
    }
  }
}
