/// Figures that pages say outside of what they print.
enum ManualFigures {
  /// The figures of a line: digits with their commas and decimals.
  static func figures(_ line: String) -> [String] {
    line.matches(of: /(?:^|[^\w.])(\d[\d,]*(?:\.\d+)?)/).map { match in
      var figure = String(match.output.1)
      while figure.hasSuffix(",") { figure.removeLast() }
      return figure
    }
  }

  /// A line without inline code, links and the numbers of a list.
  static func withoutCode(_ line: String) -> String {
    line.replacing(/`[^`]*`/, with: "").replacing(/<[^>]*>/, with: "")
      .replacing(/\]\([^)]*\)/, with: "]").replacing(/^\s*\d+\.\s/, with: "")
  }

  /// Why a figure may be said though no command on the page prints it.
  enum Reason {
    /// What the model or the format fixes: a default, a unit, a code.
    case definition
    /// Arithmetic or a proof that the page itself gives.
    case theory
    /// Printed elsewhere, with the source named on the page.
    case published
    /// Asserted by `RealLogTests`, on logs that the repository doesn't hold.
    case realLogs
    /// Measured by the benchmarks, with machine and date on the page.
    case benchmark
    /// Asserted by another test.
    case test
  }

  /// By page.
  static let accounted: [String: [String: Reason]] = [:]
}
