/// Looks for the header of a table below the lines of a title.
struct TitleLines {
  /// What the lines say that were passed over, remarks too.
  private(set) var lines: [String] = []
  /// Why the likeliest of them, the first of those with most known names, is no header.
  private(set) var error: TableError?
  private var mostKnownNames = -1
  private var titles = 0

  /// So many titles and remarks are looked at; a header comes before.
  static let most = 400
  /// Longer lines aren't kept to the end.
  private static let longest = 200

  /// Passes a remark over.
  mutating func note(_ line: Span<UInt8>) {
    guard lines.count < Self.most else { return }
    lines.append(
      line.extracting(0..<min(line.count, Self.longest))
        .withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// The header that a line is; `nil` where it is a title.
  ///
  /// - Parameter delimiter: What separates the fields, where a line says so.
  /// - Throws: When there is no header to be expected any more.
  mutating func header(
    _ line: Span<UInt8>, _ shape: DelimitedReader.Shape, file: String, _ delimiter: UInt8?
  ) throws(TableError) -> DelimitedHeader? {
    do throws(TableError) {
      let header = try DelimitedHeader(
        line, columns: shape.columns, mapping: shape.mapping, file: file, delimiter: delimiter)
      if shape.alternatives.isEmpty || shape.alternatives.contains(where: header.filled.contains) {
        return header
      }
      throw .missingColumns(
        file: file, ["date, hour"], present: DelimitedHeader.shown(header.names))
    } catch {
      let names = DelimitedHeader.cells(
        of: line, delimiter: delimiter ?? DelimitedHeader.delimiter(of: line)
      )
      .map(DelimitedHeader.folded)
      let known = names.count { name in shape.columns.contains { $0.foldedNames.contains(name) } }
      if known > mostKnownNames {
        mostKnownNames = known
        self.error = error
      }
      titles += 1
      if titles >= Self.most, let first = self.error { throw first }
      note(line)
      return nil
    }
  }
}
