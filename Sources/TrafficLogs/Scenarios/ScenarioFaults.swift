/// All that is wrong with a scenario file, by line.
public struct ScenarioFaults: Error, Hashable, Sendable, CustomStringConvertible {
  /// The first of them, ``shown`` at most.
  public let faults: [ScenarioFault]
  /// How many there are beyond those.
  public let more: Int

  /// How many are kept.
  public static let shown = 20

  /// Keeps the first faults by line; those of one line in their order.
  init(_ all: [ScenarioFault]) {
    var unique: [ScenarioFault] = []
    for fault in all where !unique.contains(fault) { unique.append(fault) }
    let sorted = unique.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    faults = sorted.prefix(Self.shown).map { $0.element }
    more = max(0, sorted.count - Self.shown)
  }

  /// The faults, a line each.
  public var description: String {
    let lines = faults.map { $0.description }.joined(separator: "\n")
    return more > 0 ? "\(lines)\nand \(more) more" : lines
  }
}
