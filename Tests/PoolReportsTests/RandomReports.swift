import NumberPoolTestSupport
import NumberPools
import PoolReports

/// The three reports on the traffic of a random question.
struct RandomReports {
  var size: SizeReport
  var inspect: InspectReport
  var replay: ReplayReport

  init(_ random: RandomQuestion, _ generator: inout SplitMix64) {
    let traffic = random.dataset.traffic
    let calls = random.dataset.calls
    let question = random.question
    var summary = LogSummary()
    summary.lines = traffic.pageViewTimes.count
    let section = TrafficSection(
      summary: summary, pageViewsRead: traffic.pageViewTimes.count, traffic: traffic,
      profile: TrafficProfile(of: traffic))
    let study = SizeStudy(question, of: random.dataset)
    size = SizeReport(section: section, study: study, sessionTimeout: .minutes(30))
    size.quote = question.judgedSizes.first
    // Where chance decides, only sizes that were judged are known.
    if !study.curve.isExpected {
      size.rules = RuleOfThumb.all(for: traffic, holds: study.holds)
    }
    if !calls.isEmpty {
      size.callsRead = CallsSection(summary: LogSummary(), excluded: [])
    }
    inspect = InspectReport(
      section: section, touches: traffic.sessions.map { _ in Touch() }, curve: study.curve,
      rule: question.rules.hold)
    let numbers = generator.next(below: study.curve.peak + 2)
    let outcome = HoldReplay(numbers: numbers, request: question.rules.request)
      .run(study.holds, allocation: question.allocations[0])
    replay = ReplayReport(
      section: section, numbers: numbers, holds: study.holds, outcome: outcome,
      curve: study.curve,
      calls: CallMatcher(rule: question.rules.match)
        .match(calls, after: outcome, of: study.holds, in: traffic),
      callsRead: calls.isEmpty
        ? nil : CallsSection(summary: LogSummary(), excluded: []))
  }
}
