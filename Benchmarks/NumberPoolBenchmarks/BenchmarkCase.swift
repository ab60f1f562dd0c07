/// One thing to measure.
struct BenchmarkCase: Sendable {
  /// What it is called: a group, a slash, and what makes it different in its group.
  var name: String
  /// Makes the input and what is to be done with it.
  var work: @Sendable (Scale) async throws -> Work

  /// How large the inputs are.
  enum Scale: Sendable {
    case full
    /// A hundredth.
    case smoke

    /// Of so many at full size.
    func count(_ count: Int) -> Int { self == .full ? count : count / 100 }
  }

  /// Every case, in the order in which they are run.
  static let all = model + workloads + replays + schemes + readers + files + tables

  /// Measures the case in this process, after a run to warm up.
  func measured(runs: Int) async throws -> Result {
    let work = try await work(.full)
    let expected = try await work.measured().checksum
    var times: [Double] = []
    // Short work is done more often: its runs are at the mercy of what else the machine does.
    while times.count < runs || times.reduce(0, +) < 0.3e9 {
      let run = try await work.measured()
      guard run.checksum == expected else { throw DifferentAnswers(name: name) }
      times.append(run.nanoseconds)
    }
    return Result(
      name: name, items: work.items, unit: work.unit, bytes: work.bytes,
      nanoseconds: times.sorted(),
      peakMemory: PeakMemory.bytes, checksum: expected)
  }

  /// Two runs of one case that didn't find the same.
  struct DifferentAnswers: Error, CustomStringConvertible {
    var name: String
    var description: String { "two runs of \(name) gave different answers" }
  }
}

/// What a case does again and again, and how much of it there is.
struct Work {
  /// How many things are worked on.
  var items: Int
  /// What one of them is.
  var unit: String
  /// How many bytes are read, where a file is.
  var bytes: Int?
  private let run: () async throws -> (Duration, UInt64)

  /// Creates work.
  ///
  /// - Parameters:
  ///   - items: How many things are worked on.
  ///   - unit: What one of them is.
  ///   - bytes: How many bytes are read.
  ///   - answer: What is measured.
  ///   - checksum: A number that changes with the answer; making it isn't measured.
  init<Answer>(
    _ items: Int, _ unit: String, bytes: Int? = nil, answer: @escaping () async throws -> Answer,
    checksum: @escaping (Answer) -> Checksum
  ) {
    self.items = items
    self.unit = unit
    self.bytes = bytes
    run = {
      let clock = ContinuousClock()
      let start = clock.now
      let found = try await answer()
      let end = clock.now
      return (end - start, checksum(found).value)
    }
  }

  /// Does the work once.
  func measured() async throws -> (nanoseconds: Double, checksum: UInt64) {
    let (time, checksum) = try await run()
    let parts = time.components
    return (Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9, checksum)
  }
}
