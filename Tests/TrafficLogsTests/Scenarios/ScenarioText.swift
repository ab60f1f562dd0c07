import LogFiles
import NumberPools
import TrafficLogs

/// Reads scenarios as the command does.
enum ScenarioText {
  static let reader = ScenarioReader { LogTimeZone($0)?.offsets(over: $1) }

  static func read(_ text: String) throws(ScenarioFaults) -> Scenario {
    try reader.read(Array(text.utf8)).scenario
  }

  /// What is wrong with a text; empty where nothing is.
  static func faults(_ bytes: [UInt8]) -> [ScenarioFault] {
    do throws(ScenarioFaults) {
      _ = try reader.read(bytes)
      return []
    } catch {
      return error.faults
    }
  }

  static func faults(_ text: String) -> [String] {
    faults(Array(text.utf8)).map(\.description)
  }
}
