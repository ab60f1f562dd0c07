import NumberPoolTestSupport
import NumberPools
import Testing

/// What holds of every comparison.
@Suite("Laws of schemes")
struct SchemeLawTests {
  private static let seeds: Range<UInt64> = 0..<80

  private func drawn(_ seed: UInt64) -> RandomComparison? {
    var generator = SplitMix64(seed: seed &+ 9_100_000)
    return RandomComparison(&generator)
  }

  @Test("Outcomes, causes and channels add up", arguments: seeds)
  func sums(seed: UInt64) {
    guard let drawn = drawn(seed) else { return }
    let comparison = SchemeComparison(drawn.question, of: drawn.input)
    for result in comparison.results {
      for level in LabelLevel.allCases {
        let tally = result[level]
        #expect(tally.judged == comparison.judged(level))
        let causes = SchemeCause.allCases.reduce(0) { $0 + tally[$1] }
        #expect(causes == tally.wrong + tally.nothing + tally.invented)
        #expect(SchemeCause.Group.allCases.reduce(0) { $0 + tally[$1] } == causes)
      }
      let reported = result.channels.reduce(0, +) + result.callsToDefault + result.callsUnmatched
      #expect(reported == drawn.input.calls.count)
    }
    #expect(
      comparison.channels.reduce(0, +) + comparison.callsWithoutVisit == drawn.input.calls.count)
  }

  @Test("Right at a level is right at the coarser ones", arguments: seeds)
  func nesting(seed: UInt64) {
    guard let drawn = drawn(seed) else { return }
    let comparison = SchemeComparison(drawn.question, of: drawn.input)
    for result in comparison.results {
      for call in drawn.input.calls.indices {
        func isRight(_ level: LabelLevel) -> Bool {
          result.verdict(ofCall: call, level) == .right
        }
        if isRight(.source) { #expect(isRight(.channel)) }
        if isRight(.keyword) { #expect(isRight(.campaign)) }
        if isRight(.session) { #expect(isRight(.visitor)) }
        if result.scheme.isStatic { #expect(!isRight(.visitor) && !isRight(.session)) }
      }
    }
  }

  @Test(
    "More static numbers never lose a right call, more pool numbers none of a session",
    arguments: seeds)
  func moreNumbers(seed: UInt64) {
    guard let drawn = drawn(seed) else { return }
    var question = drawn.question
    question.rules.allocation = .longestIdle
    question.rules.match = .lastHolder
    var before: SchemeComparison?
    for numbers in 0...6 {
      question.numbers = numbers
      let comparison = SchemeComparison(question, of: drawn.input)
      for call in drawn.input.calls.indices where drawn.input.calls[call].session != nil {
        for level in LabelLevel.allCases {
          for scheme in Scheme.allCases
          where scheme.isStatic || (scheme == .pool && level == .session) {
            guard let before, before[scheme].verdict(ofCall: call, level) == .right else {
              continue
            }
            #expect(comparison[scheme].verdict(ofCall: call, level) == .right)
          }
        }
      }
      before = comparison
    }
  }

  @Test(
    "The best static scheme is the campaigns of a good script and direct visits",
    arguments: seeds)
  func bestStatic(seed: UInt64) {
    guard let drawn = drawn(seed) else { return }
    var question = drawn.question
    question.keys = .goodScript
    question.keys.hasDirectNumber = false
    // With a number for every key, direct visits take none away from the others.
    question.numbers = 1000
    let comparison = SchemeComparison(question, of: drawn.input)
    for (call, known) in drawn.input.calls.enumerated() where known.session != nil {
      for level in LabelLevel.allCases {
        let best = comparison[.bestStatic].verdict(ofCall: call, level)
        let plain = comparison[.perCampaign].verdict(ofCall: call, level)
        if best != plain { #expect(plain == .nothing && level.rawValue <= 1) }
      }
    }
  }

  @Test(
    "With a number for every key a cookie of the last origin is never less often right",
    arguments: seeds)
  func cookie(seed: UInt64) {
    guard let drawn = drawn(seed) else { return }
    var question = drawn.question
    question.numbers = 1000
    question.keys.memory = .session
    let session = SchemeComparison(question, of: drawn.input)
    question.keys.memory = .last(.days(90))
    let last = SchemeComparison(question, of: drawn.input)
    for scheme in [Scheme.perUTM, .perCampaign, .perSource, .perChannel] {
      for level in LabelLevel.allCases {
        #expect(session[scheme][level].right <= last[scheme][level].right)
      }
    }
  }

  @Test(
    "Where all is keyed and nobody returns, a static number is right at all it says",
    arguments: seeds)
  func goodEnough(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var drawing = SchemeDrawing()
    var sessions: [SessionID] = []
    for visitor in 0..<12 {
      let campaign = ["a", "b", "c"][generator.next(below: 3)]
      let term = ["x", "y"][generator.next(below: 2)]
      sessions.append(drawing.visit(Int64(visitor), Int32(visitor), "ad:\(campaign)/\(term)"))
    }
    for session in sessions where generator.next(below: 2) == 0 {
      drawing.call(20 + Int64(generator.next(below: 5000)), of: session)
    }
    let comparison = drawing.compare(numbers: 6)
    for level in [LabelLevel.channel, .source, .campaign, .keyword] {
      #expect(comparison[.perUTM][level].right == comparison.judged(level))
    }
    #expect(
      comparison[.perCampaign][.campaign].right >= comparison[.pool][.campaign].right)
  }
}
