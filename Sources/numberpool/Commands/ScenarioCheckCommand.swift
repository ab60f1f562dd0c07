import NumberPools
import TrafficLogs

/// `numberpool scenario check`: what a scenario file means.
struct ScenarioCheckCommand: Command {
  static let name = "scenario check"
  static let summary = "Says what a scenario file means, or all that is wrong with it."
  static let synopsis = "SCENARIO"
  static let examples = ["numberpool scenario check clinic.json"]

  private let input: String

  init(_ values: FlagValues) throws(UsageError) {
    guard values.operands.count == 1 else {
      throw UsageError(
        message: values.operands.isEmpty ? "No scenario is given." : "Several files are given.",
        hint: "Name one scenario: numberpool scenario check clinic.json")
    }
    input = values.operands[0]
  }

  func run() throws(Failure) -> String {
    let read = try ScenarioFile(input)
    return ScenarioSummary(read.scenario, clock: read.clock).text
  }
}
