import Foundation

/// Today's times against a baseline's.
struct Comparison {
  private let lines: [Line]
  private let warnings: [String]

  /// One case that both have.
  private struct Line {
    var name: String
    var ratio: Double
    /// From the shorter half of today's runs against the longer half of the baseline's, to the
    /// opposite: where 1 lies within, the difference may be noise.
    var band: ClosedRange<Double>
    var isSameAnswer: Bool

    var verdict: String {
      if !isSameAnswer { return "other answer" }
      if band.contains(1) { return "within noise" }
      return ratio < 1 ? "faster" : "slower"
    }
  }

  init(of report: Report, with baseline: Report) {
    let known = Dictionary(baseline.results.map { ($0.name, $0) }) { first, _ in first }
    lines = report.results.compactMap { new in
      guard let old = known[new.name] else { return nil }
      return Line(
        name: new.name, ratio: new.time(0.5) / old.time(0.5),
        band: new.time(0.25) / old.time(0.75)...new.time(0.75) / old.time(0.25),
        isSameAnswer: new.checksum == old.checksum)
    }
    var warnings: [String] = []
    if (report.system, report.cores) != (baseline.system, baseline.cores) {
      warnings.append("The baseline is of another machine: \(baseline.system).")
    }
    let missing = report.results.count - lines.count
    if missing > 0 { warnings.append("\(missing) cases aren't in the baseline.") }
    self.warnings = warnings
  }

  /// Whether both found the same everywhere.
  var answersAgree: Bool { lines.allSatisfy(\.isSameAnswer) }

  /// A table.
  var text: String {
    let head = "case".padded(24) + "  time / baseline   band"
    let rows = lines.map { line in
      line.name.padded(24) + String(format: "%17.2f", line.ratio)
        + String(format: "   %.2f to %.2f   ", line.band.lowerBound, line.band.upperBound)
        + line.verdict
    }
    // Where a machine is shared, a busy minute looks like a slower program.
    let ratios = lines.map(\.ratio).sorted()
    let overall =
      ratios.isEmpty
      ? []
      : [
        String(format: "Median of all cases: %.2f. ", ratios[ratios.count / 2])
          + "What slows down all alike is the machine."
      ]
    return ([head] + rows + overall + warnings).joined(separator: "\n")
  }
}
