import NumberPools
import TrafficLogs

/// Rewrites tables: commas, semicolons or tabs between fields, quotes around them.
///
/// Rows are cut, and passed over, as the readers of tables do it.
struct TableAnonymizer {
  /// The columns that are left out, as their meaning isn't known.
  let droppedColumns: [String]
  private var reader: DelimitedReader
  private var rows: RowCopier

  /// Reads the first line and adds that of the copy, where it is a header.
  ///
  /// - Parameter line: The first that isn't blank and no remark, without the mark of its encoding.
  /// - Returns: `nil` where no column is known.
  init?(
    firstLine line: Span<UInt8>, _ cleaner: LinkCleaner, order: DateOrder? = nil,
    to output: inout [UInt8]
  ) {
    guard let columns = CopiedColumns(line) else { return nil }
    droppedColumns = columns.droppedNames
    rows = RowCopier(columns, cleaner, order: order)
    reader = columns.reader
    if columns.hasHeader {
      rows.addHeader(columns)
      takeText(to: &output)
    } else {
      append(line, isCutOff: false, to: &output)
    }
  }

  /// Lines that belong to rows; one of several lines counts once, where it can be understood.
  var lines: Int { rows.written + rows.unreadable }
  /// Lines of rows that can't be understood.
  var unreadable: Int { rows.unreadable }

  /// Takes a line, and adds the row that ends with it.
  mutating func append(_ line: Span<UInt8>, isCutOff: Bool, to output: inout [UInt8]) {
    do throws(TableError) {
      try reader.take(line, isCutOff: isCutOff, into: &rows)
    } catch {
      preconditionFailure("A copier of rows gave up: \(error)")
    }
    takeText(to: &output)
  }

  /// Gives up a row that is still open.
  mutating func finish() {
    reader.finish(into: &rows)
  }

  private mutating func takeText(to output: inout [UInt8]) {
    output.append(contentsOf: rows.text)
    rows.text.removeAll(keepingCapacity: true)
  }
}
