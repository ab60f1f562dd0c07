import NumberPools
import PoolReports
import TrafficLogs

/// `numberpool size`: how many numbers to rent.
struct SizeCommand: Command {
  static let name = "size"
  static let summary = "Finds the smallest pool that meets a target, and what fewer cost."
  static let usage = """
    Usage: numberpool size [options] FILE...

    Examples:
      numberpool size access.log
      numberpool size --target 'coverage >= 99.5%' --price-per-number 3 access.log*
      numberpool size --only paid --reuse-timeout 5m --json access.log.gz
      numberpool size --pool-by host --block-size 10 vhosts.log
    """
  static let options =
    [
      Option(
        "--target", "'coverage >= 99%'",
        help: "what the pool must achieve: coverage >= or <=\na percentage; several with commas"),
      Option("--pool-by", "file|host", help: "a pool for each file or site"),
      Option("--price-per-number", "AMOUNT", help: "rent of one number a month"),
      Option("--block-size", "1", help: "numbers are rented in blocks of so many"),
    ] + TrafficArguments.options

  private let arguments: TrafficArguments
  private let question: SizingStudy.Question
  private let monthlyPrice: Int?

  init(_ arguments: Arguments) throws(UsageError) {
    var grouping = WebLogReader.Grouping.none
    if let text = arguments["--pool-by"] {
      guard let known = WebLogReader.Grouping(rawValue: text), known != .none else {
        throw UsageError(
          message: "'\(text)' is no value of --pool-by.", hint: "Choose one of: file, host.")
      }
      grouping = known
    }
    self.arguments = try TrafficArguments(arguments, grouping: grouping)
    question = SizingStudy.Question(
      target: try Self.target(arguments["--target"] ?? "coverage >= 99%"),
      rule: self.arguments.rule, request: self.arguments.request,
      blockSize: try Self.blockSize(arguments["--block-size"]))
    monthlyPrice = try arguments["--price-per-number"].map(Self.price)
  }

  func run() async throws(Failure) -> String {
    var loaded = try arguments.load(needsTouches: false)
    let traffic = loaded.section.traffic
    let study = await SizingStudy(question, of: traffic)
    loaded.section.warnings += LogWarning.warnings(about: study)
    let report = SizeReport(
      section: loaded.section, study: study, sessionTimeout: arguments.sessionizer.timeout,
      monthlyPrice: monthlyPrice, pools: try pools(in: traffic, named: loaded.log.groups))
    return arguments.isJSON
      ? try Failure.encoding { try report.json() } : report.text(.init(hasColor: Terminal.hasColor))
  }

  private func pools(
    in traffic: Traffic, named names: [String]
  ) throws(Failure) -> [SizeReport.Pool] {
    if arguments.reader.grouping == .host, names == [""] {
      throw Failure(
        .badData, "The log names no site, so there is nothing to make a pool for each of.",
        hint: "Write the log with the virtual host (%v or $host), or use --pool-by file.")
    }
    return names.enumerated().map { group, name in
      let own = traffic.filtered { $1.group == Int32(group) }
      let curve = PoolCurve(
        of: Holds(of: own, rule: question.rule), request: question.request)
      return SizeReport.Pool(
        name: name.isEmpty ? "(no site named)" : name, curve: curve,
        minimum: question.minimum(on: curve))
    }
  }

  private static func target(_ text: String) throws(UsageError) -> Target {
    do throws(Target.ParsingError) {
      let target = try Target(text)
      for condition in target.conditions where condition.metric != .coverage {
        throw Target.ParsingError(
          description: "'\(condition.metric)' needs calls, and a web log has none")
      }
      return target
    } catch {
      throw UsageError(
        message: "--target: \(error.description).", hint: "For example: 'coverage >= 99%'.")
    }
  }

  private static func blockSize(_ text: String?) throws(UsageError) -> Int {
    guard let text else { return 1 }
    guard let size = Int(text), (1...100_000).contains(size) else {
      throw UsageError(
        message: "'\(text)' is no size of a block.", hint: "Write a whole number from 1.")
    }
    return size
  }

  /// An amount of money in hundredths.
  private static func price(_ text: String) throws(UsageError) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.count <= 9 && part.allSatisfy { ("0"..."9").contains($0) }
    }
    guard isPlain, (1...2).contains(parts.count), let whole = Int(parts[0]),
      parts.count == 1 || parts[1].count <= 2,
      let decimals = parts.count == 1
        ? 0 : Int(parts[1] + String(repeating: "0", count: 2 - parts[1].count))
    else {
      throw UsageError(
        message: "'\(text)' is no price.", hint: "Write an amount such as 3 or 0.50.")
    }
    return whole * 100 + decimals
  }
}
