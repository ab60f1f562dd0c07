import NumberPools

/// What there is to say of whole inputs, beside what their lines say.
struct InputDoubts {
  private(set) var warnings: [LogWarning] = []
  private let inputs: Int
  private var linesBefore = 0
  /// The inputs by their contents.
  private var inputsOfContent: [UInt64: String] = [:]

  /// - Parameter inputs: How many there are: of one that is empty among others nothing else tells.
  init(inputs: Int) {
    self.inputs = inputs
  }

  /// Notes what became of an input.
  ///
  /// - Parameters:
  ///   - input: One that has been read.
  ///   - source: Where its bytes came from.
  ///   - lines: How many lines have been read of all inputs so far.
  ///   - refusesCopies: Whether two inputs mustn't be the same; records that count once may be.
  /// - Throws: Where another input had the same content: everything in it would count twice.
  mutating func note(
    _ input: LogInput, _ source: borrowing ByteSource, lines: Int, refusesCopies: Bool = true
  ) throws(InputError) {
    if refusesCopies, let content = source.digest, lines > linesBefore {
      if let other = inputsOfContent[content] { throw .sameContent(other, input.name) }
      inputsOfContent[content] = input.name
    }
    if let complaint = source.complaint {
      warnings.append(.partlyRead(file: input.name, reason: complaint))
    }
    if inputs > 1, lines == linesBefore { warnings.append(.emptyInput(file: input.name)) }
    linesBefore = lines
  }

  /// The same where problems are those of tables.
  mutating func noteInTable(
    _ input: LogInput, _ source: borrowing ByteSource, lines: Int, refusesCopies: Bool = true
  ) throws(TableError) {
    do throws(InputError) {
      try note(input, source, lines: lines, refusesCopies: refusesCopies)
    } catch {
      throw .input(error)
    }
  }

  /// Puts them before those of the lines.
  func write(to summary: inout LogSummary) {
    summary.doubts = warnings + summary.doubts
  }
}
