import NumberPools

/// The sessions of a table that a column of its own says something of.
public enum SessionFlags {
  /// The names of the sessions for which a column says `true`.
  ///
  /// - Parameters:
  ///   - input: A table with a column `session_id`.
  ///   - column: The name of the column; where there is none, nobody is named.
  /// - Throws: A ``TableError`` where the input can't be read or is no such table.
  /// - Complexity: O(length).
  public static func names(
    in input: LogInput, where column: String
  ) throws(TableError) -> Set<String> {
    var source: ByteSource
    do throws(InputError) {
      source = try ByteSource(input)
    } catch {
      throw .input(error)
    }
    var collector = Collector()
    let shape = DelimitedReader.Shape(
      columns: [
        WantedColumn(slot: 0, name: "session_id", isNeeded: true),
        WantedColumn(slot: 1, name: column),
      ], slots: 2)
    try DelimitedReader.read(
      &source, file: input.name, shape: shape, into: &collector, progress: { _ in })
    return collector.names
  }

  /// Takes the names of the rows for which the second column says so.
  private struct Collector: RowSink {
    var names: Set<String> = []

    mutating func begin(_ header: DelimitedHeader) throws(TableError) {}

    mutating func add(
      _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
    ) throws(RowFault) {
      let says = row.extracting(fields[1]).withUnsafeBufferPointer {
        $0.elementsEqual("true".utf8) || $0.elementsEqual("1".utf8)
      }
      guard says else { return }
      names.insert(
        row.extracting(fields[0]).withUnsafeBufferPointer {
          String(decoding: $0, as: UTF8.self)
        })
    }

    mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {}
  }
}
