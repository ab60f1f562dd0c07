import Foundation
import PoolReports

/// The command line.
@main
enum NumberPool {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  /// Its commands, in the order of help.
  static let catalog = CommandCatalog(commands: [
    SizeCommand.self, BacktestCommand.self, ReplayCommand.self, CompareCommand.self,
    InspectCommand.self,
    AnonymizeCommand.self, GenerateCommand.self, ScenarioCheckCommand.self,
    HelpCommand.self, CompletionsCommand.self, ManCommand.self,
  ])

  static func main() {
    Terminal.fillClosedStreams()
    Interruption.install()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs one command line.
  static func run(_ arguments: [String]) -> ExitCode {
    do {
      try Terminal.write(Array(try output(of: arguments).utf8))
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

  private static func output(of arguments: [String]) throws -> String {
    if arguments.first == "--version" { return "numberpool \(version)\n" }
    if let first = arguments.first, isHelp(first) {
      return try catalog.help(for: arguments.dropFirst().prefix { !$0.hasPrefix("-") })
    }
    let (command, rest) = try catalog.command(of: arguments[...])
    // Help wins over whatever else is wrong.
    if rest.prefix(while: { $0 != "--" }).contains(where: isHelp) {
      return HelpPage(of: command).text
    }
    var values = try FlagValues(rest, of: command, in: catalog)
    if command.takesScenarios, let made = try MadeTraffic.find(values) {
      values = try values.adopting(made, of: command)
    }
    return try command.init(values).run()
  }

  private static func isHelp(_ argument: String) -> Bool {
    argument == "--help" || argument == "-h"
  }

  private static func complain(_ message: String, hint: String?) {
    Terminal.complain("numberpool: \(Privacy.printable(message.shortened))\n")
    if let hint { Terminal.complain("  \(Privacy.printable(hint.shortened))\n") }
  }
}
