/// What the command tells the shell, by the numbers of sysexits(3).
enum ExitCode: Int32, CaseIterable {
  /// All is well.
  case success = 0
  /// What `--check` asks for isn't so.
  case checkFailed = 1
  /// Wrong use of the command line.
  case usage = 64
  /// The input is damaged, empty or not what it should be.
  case badData = 65
  /// The input isn't there, or may not be read.
  case noInput = 66
  /// The system has no memory or process to give.
  case systemRefused = 71
  /// The output can't be written.
  case outputFailed = 74

  /// What it means, as the man page says it.
  var meaning: String {
    switch self {
    case .success: "all is well"
    case .checkFailed: "--check: no pool meets the target, or --quote misses it"
    case .usage: "wrong use of the command line"
    case .badData: "the input is empty, damaged, or no log"
    case .noInput: "the input isn't there or may not be read"
    case .systemRefused: "the system gives no memory or no process"
    case .outputFailed: "the output can't be written"
    }
  }
}
