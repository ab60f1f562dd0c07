import Foundation
import NumberPools

/// Measures the package in memory and on files, with a checksum of every answer.
@main
struct NumberPoolBenchmarks {
  static let usage = """
    Usage: swift run -c release NumberPoolBenchmarks [options]
           swift run -c release NumberPoolBenchmarks coverage --help

      --filter TEXT       only cases whose name contains the text
      --runs 5            how often each case is measured at least, after a warm-up
      --json FILE         writes the results, to be a baseline
      --compare FILE      compares with such a baseline: ratio and noise band
      --smoke             a hundredth of the size, once, answers checked, no times
      --list              names the cases

    Examples:
      swift run -c release NumberPoolBenchmarks --filter coverage --json before.json
      swift run -c release NumberPoolBenchmarks --filter coverage --compare before.json
    """

  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.first == "coverage" {
        try await CoverageCommand(Array(arguments.dropFirst())).run()
        return
      }
      let options = try Options(arguments)
      exit(try await run(options) ? 0 : 1)
    } catch let error as Options.Wrong {
      complain("\(error.message)\n\n\(usage)")
      exit(error.code)
    } catch {
      complain("The benchmarks stopped: \(error)")
      exit(1)
    }
  }

  /// - Returns: Whether every answer was as it should be.
  private static func run(_ options: Options) async throws -> Bool {
    if options.needsHelp {
      print(usage)
      return true
    }
    let cases = BenchmarkCase.all.filter { options.filter.map($0.name.contains) ?? true }
    if cases.isEmpty { throw Options.Wrong(message: "No case has such a name; --list names them.") }
    if options.isList {
      for benchmark in cases { print(benchmark.name) }
      return true
    }
    if options.isSmoke { return try await smoke(cases) }
    if let name = options.child {
      guard let own = cases.first(where: { $0.name == name }) else {
        throw Options.Wrong(message: "There is no case '\(name)'.")
      }
      try FileHandle.standardOutput.write(
        contentsOf: JSONEncoder().encode(await own.measured(runs: options.runs)))
      return true
    }
    // Read first: a baseline that isn't there is to be said before minutes of measuring.
    let baseline = try options.baseline.map(Report.init(contentsOf:))
    var report = Report(runs: options.runs)
    print(report.heading)
    for benchmark in cases {
      let result = try Child.measure(benchmark, runs: options.runs)
      report.results.append(result)
      print(result.row)
    }
    if let file = options.json { try report.write(to: file) }
    guard let baseline else { return true }
    let comparison = Comparison(of: report, with: baseline)
    print("\n" + comparison.text)
    return comparison.answersAgree
  }

  /// Small inputs, once each, against the checksums that are known to be right.
  private static func smoke(_ cases: [BenchmarkCase]) async throws -> Bool {
    var isRight = true
    for benchmark in cases {
      let found = try await benchmark.work(.smoke).measured().checksum
      if found != knownChecksums[benchmark.name] {
        isRight = false
        print("\(benchmark.name): another answer than known: 0x\(String(found, radix: 16))")
      }
    }
    print(isRight ? "All \(cases.count) answers are as they were." : "Some answers changed.")
    return isRight
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
