import Foundation

/// Measures a case in a process of its own, so that its peak memory is its own, and what ran before
/// leaves no traces.
enum Child {
  /// - Throws: ``Failed`` when the process doesn't end well; what it said is on standard error.
  static func measure(_ benchmark: BenchmarkCase, runs: Int) throws -> Result {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--case", benchmark.name, "--runs", "\(runs)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(name: benchmark.name) }
    return try JSONDecoder().decode(Result.self, from: bytes)
  }

  /// A case that wasn't measured.
  struct Failed: Error, CustomStringConvertible {
    var name: String
    var description: String { "\(name) couldn't be measured" }
  }
}
