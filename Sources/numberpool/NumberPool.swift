import Foundation
import PoolReports

/// The command line.
@main
enum NumberPool {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  private static var commands: [any Command.Type] {
    [SizeCommand.self, ReplayCommand.self, InspectCommand.self, AnonymizeCommand.self]
  }

  static func main() {
    Terminal.fillClosedStreams()
    Interruption.install()
    let code = CommandThreads().run { await run(Array(CommandLine.arguments.dropFirst())) }
    exit(code.rawValue)
  }

  /// Runs one command line.
  static func run(_ arguments: [String]) async -> ExitCode {
    do {
      try Terminal.write(Array(try await output(of: arguments).utf8))
      return .success
    } catch let error as UsageError {
      complain(error.message, hint: error.hint)
      return .usage
    } catch let error as Failure {
      complain(error.message, hint: error.hint)
      return error.code
    } catch {
      complain("\(error)", hint: nil)
      return .badData
    }
  }

  private static func output(of arguments: [String]) async throws -> String {
    guard let name = arguments.first else {
      throw UsageError(
        message: "No command is given.",
        hint: "Try 'numberpool size access.log', or 'numberpool --help'.")
    }
    if name == "--version" { return "numberpool \(version)\n" }
    if ["--help", "-h", "help"].contains(name) { return help }
    guard let command = commands.first(where: { $0.name == name }) else {
      throw Arguments.unknown(name, among: commands.map { $0.name } + ["--help", "--version"])
    }
    return try await output(of: command, arguments.dropFirst())
  }

  private static func output<Chosen: Command>(
    of command: Chosen.Type, _ arguments: ArraySlice<String>
  ) async throws -> String {
    // Help wins over whatever else is wrong.
    let beforeEnd = arguments.prefix { $0 != "--" }
    if beforeEnd.contains(where: { $0 == "--help" || $0 == "-h" }) { return Chosen.help }
    return try await Chosen(Arguments(arguments, options: Chosen.options)).run()
  }

  private static func complain(_ message: String, hint: String?) {
    Terminal.complain("numberpool: \(Privacy.printable(message.shortened))\n")
    if let hint { Terminal.complain("  \(Privacy.printable(hint.shortened))\n") }
  }

  private static var help: String {
    let list = commands.map {
      "  " + $0.name.padding(toLength: 10, withPad: " ", startingAt: 0) + $0.summary
    }
    return """
      How many call-tracking numbers does a website need? Answered from its own log.

      Usage: numberpool COMMAND [options] FILE...

      \(list.joined(separator: "\n"))

      Examples:
        numberpool size access.log           how many numbers to rent
        numberpool inspect access.log        what is in the log
        numberpool size --help               the options of a command

      Files may be compressed with gzip; - is standard input.

      """
  }
}
