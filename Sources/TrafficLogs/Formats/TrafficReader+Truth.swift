extension TrafficReader {
  /// Reads what is known of sessions beyond what their pages show.
  ///
  /// - Parameters:
  ///   - input: A table with a row for each session: `session_id`, `person_id`, `source`, `medium`,
  ///     `campaign`, `term`, `click_id`, `via`, `not_swapped`.
  ///   - progress: Told every now and then how far it is read, in bytes.
  /// - Throws: A ``TableError`` when it can't be read, or holds something else.
  /// - Complexity: O(bytes); memory in proportion to sessions.
  public func readTruths(
    _ input: LogInput, progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(TableError) -> VisitTruths {
    var builder = TruthBuilder(input)
    let shape = DelimitedReader.Shape(
      columns: TruthColumn.columns, slots: TruthColumn.allCases.count)
    try read(input, shape, into: &builder, progress: progress)
    return builder.truths
  }

  /// Reads what was spent on campaigns.
  ///
  /// - Parameter input: A table: `source`, `medium`, `campaign`, `cost`.
  /// - Throws: A ``TableError`` when it can't be read, or holds something else.
  /// - Complexity: O(bytes).
  public func readCosts(_ input: LogInput) throws(TableError) -> CostTable {
    var builder = CostBuilder(input)
    let shape = DelimitedReader.Shape(
      columns: CostBuilder.columns, slots: CostBuilder.slotCount)
    try read(input, shape, into: &builder) { _, _ in }
    return builder.costs
  }

  private func read<Sink: RowSink>(
    _ input: LogInput, _ shape: DelimitedReader.Shape, into sink: inout Sink,
    progress: (LogInput, Int) -> Void
  ) throws(TableError) {
    var source: ByteSource
    do throws(InputError) {
      source = try ByteSource(input, isDigested: false)
    } catch {
      throw .input(error)
    }
    try DelimitedReader.read(&source, file: input.name, shape: shape, into: &sink) {
      progress(input, $0)
    }
  }
}
