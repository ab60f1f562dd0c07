import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// `NUMBERPOOL_SCHEME_SEEDS=100000 swift test --filter SchemeReferenceTests` draws for an hour.
@Suite("Every scheme agrees with the reference, call by call")
struct SchemeReferenceTests {
  static let seeds: Range<UInt64> = {
    let text = ProcessInfo.processInfo.environment["NUMBERPOOL_SCHEME_SEEDS"]
    return 0..<(text.flatMap { UInt64($0) } ?? 40)
  }()

  @Test("Verdicts, causes, channels, keys and budgets", arguments: seeds)
  func agrees(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 9_000_000)
    guard let drawn = RandomComparison(&generator) else { return }
    let comparison = SchemeComparison(drawn.question, of: drawn.input)
    let reference = drawn.reference
    for scheme in Scheme.allCases {
      let result = comparison[scheme]
      for call in reference.calls.indices {
        for level in LabelLevel.allCases {
          let cause = result.cause(ofCall: call, level)
          let found =
            "\(result.verdict(ofCall: call, level))" + (cause.map { " \($0.name)" } ?? "")
          #expect(
            found == reference.verdict(scheme, call, level), "\(scheme) \(level) call \(call)")
        }
      }
      #expect(result.numbersUsed == reference.numbersUsed(scheme))
      let counts = reference.possibleCallers(scheme).sorted()
      #expect(result.oneOfN?.median == counts[Int((0.5 * Double(counts.count)).rounded(.up)) - 1])
      #expect(result.oneOfN?.p95 == counts[Int((0.95 * Double(counts.count)).rounded(.up)) - 1])
      checkChannels(result, reference)
      guard scheme.isStatic else { continue }
      #expect(result.keys == reference.ranking(scheme).count)
      #expect(result.numbersNeeded == reference.needed(scheme))
      checkBudgets(comparison, result, reference)
    }
  }

  private func checkChannels(_ result: SchemeResult, _ reference: ReferenceSchemes) {
    let sayings = reference.calls.indices.map { reference.say(result.scheme, $0) }
    for (channel, count) in zip(Channel.allCases, result.channels) {
      #expect(count == sayings.count { $0.labels[.channel] == channel.rawValue })
    }
    let silent = sayings.filter { $0.labels.isEmpty }
    #expect(result.callsToDefault == silent.count { $0.number == nil })
    #expect(result.callsUnmatched == silent.count { $0.number != nil })
  }

  private func checkBudgets(
    _ comparison: SchemeComparison, _ result: SchemeResult, _ reference: ReferenceSchemes
  ) {
    let keys = reference.ranking(result.scheme).count
    func right(_ budget: Int, _ level: LabelLevel) -> Int {
      reference.calls.indices.count { call in
        guard let visit = reference.calls[call].visit else { return false }
        let said = reference.say(result.scheme, call, budget: budget).labels[level]
        return said != nil && said == reference.trueLabels(visit)[level]
      }
    }
    for level in LabelLevel.allCases {
      #expect(result.rightWithEveryKey?[level.rawValue] == right(keys, level))
    }
    let pool = comparison[.pool][.campaign].right
    #expect(result.budgetEqualToPool == (0...keys).first { right($0, .campaign) >= pool })
  }

  @Test("Break-even lags", arguments: seeds)
  func lags(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 9_000_000)
    guard let drawn = RandomComparison(&generator) else { return }
    let comparison = SchemeComparison(drawn.question, of: drawn.input)
    var reference = drawn.reference
    let last = reference.views.map(\.minute).max() ?? 0
    let minutes: [Int64] = [0, 5, 15, 60, 240, 1440, 2880, 5760, 10080, 20160, 40320]
    var better: [Scheme: Int64] = [:]
    var isOver: Set<Scheme> = []
    for lag in minutes.reversed() {
      reference.calls = reference.visits.indices.compactMap { visit in
        let time = reference.visits[visit].end + lag * 60_000
        return time <= last ? ReferenceSchemes.Telephone(minute: time, visit: visit) : nil
      }
      if reference.calls.isEmpty { continue }
      func right(_ scheme: Scheme) -> Int {
        reference.calls.indices.count { reference.verdict(scheme, $0, .campaign) == "right" }
      }
      let pool = right(.pool)
      for scheme in Scheme.allCases where scheme.isStatic && !isOver.contains(scheme) {
        if right(scheme) > pool { better[scheme] = lag } else { isOver.insert(scheme) }
      }
    }
    for scheme in Scheme.allCases where scheme.isStatic {
      #expect(
        comparison[scheme].breakEvenLag == better[scheme].map { Interval.minutes($0) }, "\(scheme)")
    }
  }
}
