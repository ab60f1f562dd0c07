import Foundation
import LogFiles
import NumberPools
import PoolReports
import TrafficLogs

/// A scenario that was read from a file.
struct ScenarioFile {
  let scenario: Scenario
  let clock: ZoneOffsets

  init(scenario: Scenario, clock: ZoneOffsets) {
    self.scenario = scenario
    self.clock = clock
  }

  /// Reads a file; all that is wrong with it goes to standard error.
  init(_ path: String) throws(Failure) {
    let name = Privacy.printable(path)
    let bytes: [UInt8]
    do throws(InputError) {
      var source = try ByteSource(path == "-" ? .standardInput : .file(path))
      bytes = try source.beginning(Self.longest + 1)
    } catch {
      throw Failure(error)
    }
    guard bytes.count <= Self.longest else {
      throw Failure(
        .badData, "'\(name)' is longer than 16 MiB, which no scenario is.",
        hint: "Is it the right file?")
    }
    let reader = ScenarioReader { zone, stretch in
      ZoneName(zone).spellings.lazy.compactMap { LogTimeZone($0) }.first?.offsets(over: stretch)
    }
    do throws(ScenarioFaults) {
      let reading = try reader.read(bytes)
      scenario = reading.scenario
      clock = reading.clock
    } catch {
      for fault in error.faults {
        Terminal.complain("\(Privacy.printable(fault.description.shortened))\n")
      }
      if error.more > 0 { Terminal.complain("and \(error.more) more\n") }
      let count = error.faults.count + error.more
      throw Failure(
        .badData, "'\(name)' has \(count == 1 ? "a mistake" : "\(count) mistakes").",
        hint:
          "Mend \(count == 1 ? "that line" : "those lines"), and try 'numberpool scenario check'.")
    }
  }

  /// No scenario is as long as that, in bytes.
  private static let longest = 1 << 24

  /// Whether a file is a scenario rather than a log.
  ///
  /// What is no file, such as a pipe, gives its bytes but once, and compressed ones are logs:
  /// neither is looked at.
  static func isScenario(_ path: String) -> Bool {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let file = FileHandle(forReadingAtPath: url.path)
    else { return false }
    defer { try? file.close() }
    let beginning = (try? file.read(upToCount: ByteSource.tellingLength)) ?? Data()
    return ScenarioReader.isScenario(Array(beginning)[...])
  }

  /// Makes what the scenario describes.
  func workload(replication: Int = 0) throws(Failure) -> Workload {
    do throws(WorkloadGenerator.Refusal) {
      return try WorkloadGenerator(
        scenario, clock: clock, replication: UInt64(replication)
      ).workload()
    } catch {
      // A file that was read has no problem.
      let first = error.problems.first
      throw Failure(.badData, "The scenario's \(first?.path ?? "") \(first?.reason ?? "").")
    }
  }
}
