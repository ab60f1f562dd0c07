import NumberPools

/// The options of how the pool lends numbers and credits calls.
struct PoolArguments {
  /// Which free number is lent; two orders where nobody knows.
  let allocations: [Allocation]
  /// Whom a call is credited to.
  let match: MatchRule

  static let options = [
    Option(
      "--allocation", "longest-idle",
      help: "which free number is lent; or random,\nlowest-first, unknown (longest-idle to random)"),
    Option(
      "--match", "last-holder",
      help: "whom a call is credited to; or current-holder,\nor last-holder-within=1h"),
  ]

  init(_ arguments: Arguments) throws(UsageError) {
    if arguments["--allocation"] == "unknown" {
      allocations = [.longestIdle, .random]
    } else {
      do throws(UsageError) {
        allocations = [try arguments.choice("--allocation", default: Allocation.longestIdle)]
      } catch {
        throw UsageError(message: error.message, hint: String(error.hint.dropLast()) + ", unknown.")
      }
    }
    match = try Self.match(arguments["--match"] ?? "last-holder")
  }

  private static func match(_ text: String) throws(UsageError) -> MatchRule {
    switch text {
    case "last-holder": return .lastHolder
    case "current-holder": return .currentHolderOnly
    default:
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0] == "last-holder-within", let window = Interval(parts[1])
      else {
        throw UsageError(
          message: "'\(text)' is no value of --match.",
          hint: "Choose one of: last-holder, current-holder, last-holder-within=1h.")
      }
      return .lastHolderWithin(window)
    }
  }
}
