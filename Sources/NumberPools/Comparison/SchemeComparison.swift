/// The same sessions and the same calls under every scheme.
public struct SchemeComparison: Sendable {
  /// What was asked.
  public let question: SchemeQuestion
  /// What was compared.
  public let input: ComparedTraffic
  /// The schemes in the order of ``Scheme``.
  public internal(set) var results: [SchemeResult] = []
  /// The calls that no visit caused.
  public internal(set) var callsWithoutVisit = 0
  /// The calls by their true channel, in the order of the channels.
  public internal(set) var channels = [Int](repeating: 0, count: Channel.allCases.count)
  /// What is true of each call.
  let truths: [CallTruth]
  let labels: LabelTable
  let origins: SessionOrigins

  /// Compares the schemes.
  ///
  /// - Parameters:
  ///   - question: How many numbers there are, and how pool and scripts work.
  ///   - input: Sessions, how each of them came, and calls, each at or after the first page view
  ///     of its session.
  /// - Complexity: O(lags x page views + calls x log(page views)).
  public init(_ question: SchemeQuestion, of input: ComparedTraffic) {
    self.question = question
    self.input = input
    let origins = SessionOrigins(of: input)
    let labels = LabelTable(of: input.book, resolvingBy: input.paid.isEmpty ? [] : origins.paid)
    let direct = labels.labels(of: .direct)
    truths = input.calls.map { call in
      guard let session = call.session else { return CallTruth() }
      let truth = origins.truth[Int(session.index)]
      return CallTruth(
        session: session.index,
        labels: truth < 0 ? direct : labels.labels(of: origins.paid[Int(truth)]))
    }
    self.origins = origins
    self.labels = labels
    for truth in truths {
      if truth.session < 0 { callsWithoutVisit += 1 }
      if truth.labels.channel >= 0 { channels[Int(truth.labels.channel)] += 1 }
    }
    compare()
  }

  /// What a scheme makes of the calls.
  ///
  /// - Complexity: O(1).
  public subscript(scheme: Scheme) -> SchemeResult {
    guard let result = results.first(where: { $0.scheme == scheme }) else {
      preconditionFailure("Every scheme is compared")
    }
    return result
  }

  /// The calls that have a label at a level.
  ///
  /// - Complexity: O(calls).
  public func judged(_ level: LabelLevel) -> Int {
    truths.count { level.isOfTouches ? $0.labels[level] != TouchLabels.none : $0.session >= 0 }
  }
}
