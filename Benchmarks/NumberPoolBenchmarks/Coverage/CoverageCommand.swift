import Foundation

/// `NumberPoolBenchmarks coverage`: a table of how often forecasts keep their word.
struct CoverageCommand {
  private var study = CoverageStudy(logs: 100)

  static let usage = """
    Usage: swift run -c release NumberPoolBenchmarks coverage [options]

      --logs 100          how many made-up logs of each length and family
      --families NAMES    some of them, with commas between
      --lengths 7,14,28   days of the logs
      --futures 1000      how many futures a forecast draws
      --seed 1            what the logs are drawn by
    """

  init(_ arguments: [String]) throws(Options.Wrong) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw Options.Wrong(message: Self.usage, code: option == "--help" ? 0 : 64)
      }
      switch option {
      case "--logs": study.logs = try Self.number(value)
      case "--futures": study.futures = try Self.number(value)
      case "--seed": study.seed = UInt64(try Self.number(value))
      case "--lengths":
        study.lengths = []
        for part in value.split(separator: ",") { study.lengths.append(try Self.number(part)) }
      case "--families":
        study.families = value.split(separator: ",").compactMap {
          TrafficFamily(rawValue: String($0))
        }
      default: throw Options.Wrong(message: "There is no option '\(option)'.\n\(Self.usage)")
      }
    }
  }

  private static func number(_ text: some StringProtocol) throws(Options.Wrong) -> Int {
    guard let number = Int(text), number > 0 else {
      throw Options.Wrong(message: "'\(text)' is no whole number above 0.")
    }
    return number
  }

  /// Prints a row for each cell and way.
  func run() async {
    print("| family | days | way | enough for next 28 days | interval | bought / needed |")
    print("|---|---|---|---|---|---|")
    for family in study.families {
      for length in study.lengths {
        let cell = await study.cell(family, length)
        for (index, way) in CoverageStudy.Way.allCases.enumerated() {
          let covered = cell.covered(index)
          let (low, high) = CoverageStudy.Cell.interval(covered, of: cell.outcomes.count)
          let share = Double(covered) / Double(cell.outcomes.count)
          print(
            "| \(family.rawValue) | \(length) | \(way.rawValue) | "
              + String(
                format: "%.1f %% | %.1f-%.1f %% | %.2f |", share * 100, low * 100, high * 100,
                cell.oversize(index)))
        }
      }
    }
  }
}
