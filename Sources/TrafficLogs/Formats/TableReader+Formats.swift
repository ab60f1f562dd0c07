extension TableReader {
  /// Reads tables of traffic; which kind they are follows from their headers.
  ///
  /// - Parameters:
  ///   - inputs: The tables, all of one format.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: A ``TableError`` when an input can't be read or isn't such a table. Rows that can't
  ///   be understood are counted instead.
  /// - Complexity: O(bytes); memory in proportion to page views and different visitors, sessions
  ///   and addresses.
  public func read(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(TableError) -> TrafficLog {
    try TrafficReader(tables: self).read(inputs, progress: progress)
  }

  /// Reads tables of calls; which kind they are follows from their headers.
  ///
  /// - Parameters:
  ///   - inputs: The tables, all of one format.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: A ``TableError`` when an input can't be read or isn't such a table. Rows that can't
  ///   be understood are counted instead.
  /// - Complexity: O(bytes); memory in proportion to calls.
  public func readCalls(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(TableError) -> CallLog {
    try TrafficReader(tables: self).readCalls(inputs, progress: progress)
  }
}
