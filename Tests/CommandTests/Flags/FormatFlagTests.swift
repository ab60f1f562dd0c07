import NumberPoolTestSupport
import Testing
import TrafficLogs

@testable import numberpool

@Suite("Flags that mean something to some formats only")
struct FormatFlagTests {
  /// A flag with a value, and the formats that it is for.
  static let flags = NumberPool.catalog.commands.flatMap { $0.flags.flatMap(\.flags) }
    .map(\.spelling).filter { $0.formats != nil }

  /// Traffic of some formats, with the options that it can't be read without.
  static let traffic: [(format: FileFormat, arguments: [String])] = [
    (.webLog, [Sample.log]),
    (.pageViews, ["Scenarios/dental-clinic/page_views.csv"]),
    (.counts, ["Scenarios/kitchen-studio/ga4-hours.csv"]),
  ]

  private static func value(of flag: FlagSpelling) -> String {
    if let word = flag.defaultText ?? flag.completion.words.first?.typed { return word }
    return flag.name == "--report-days" ? "2026-03-01..2026-03-31" : "UTC"
  }

  @Test("They are refused elsewhere, with the formats that they are for", arguments: traffic)
  func refused(traffic: (format: FileFormat, arguments: [String])) throws {
    var seen: Set<String> = []
    for flag in Self.flags where seen.insert(flag.name).inserted {
      let zone = traffic.format == .counts && flag.name != "--time-zone"
      let run = try CommandRun(
        ["inspect"] + (zone ? ["--time-zone", "UTC"] : []) + [flag.name, Self.value(of: flag)]
          + traffic.arguments)
      let isForIt = flag.formats?.contains(traffic.format) == true
      if isForIt {
        #expect(!run.errors.contains("means nothing"), "\(flag.name): \(run.errors)")
      } else {
        #expect(run.code == 64, "\(flag.name)")
        #expect(run.errors.contains("\(flag.name) means nothing to traffic of the format"))
        #expect(run.errors.contains("It is for "))
      }
    }
    #expect(seen.count > 9)
  }

  @Test("The clock of a web log's calls may be given, as it is theirs")
  func clockOfCalls() throws {
    let calls = ["--calls", "Scenarios/dental-clinic/calls.csv"]
    let run = try CommandRun(["size", "--time-zone", "UTC"] + calls + [Sample.log])
    #expect(!run.errors.contains("means nothing"))
  }
}
