import NumberPools

/// What there is to say of whole inputs, beside what their lines say.
struct InputDoubts {
  private(set) var warnings: [LogWarning] = []
  private let inputs: Int
  private var linesBefore = 0

  /// - Parameter inputs: How many there are: of one that is empty among others nothing else tells.
  init(inputs: Int) {
    self.inputs = inputs
  }

  /// Notes what became of an input.
  ///
  /// - Parameters:
  ///   - input: One that has been read.
  ///   - complaint: What gzip, or the end of the input, gave reason to doubt.
  ///   - lines: How many lines have been read of all inputs so far.
  mutating func note(_ input: LogInput, complaint: String?, lines: Int) {
    if let complaint { warnings.append(.partlyRead(file: input.name, reason: complaint)) }
    if inputs > 1, lines == linesBefore { warnings.append(.emptyInput(file: input.name)) }
    linesBefore = lines
  }

  /// Puts them before those of the lines.
  func write(to summary: inout LogSummary) {
    summary.doubts = warnings + summary.doubts
  }
}
