public import NumberPools

/// Reads scenario files.
public struct ScenarioReader: Sendable {
  /// Looks up the clocks of a zone by its name, for a stretch of time; `nil` for a name that isn't
  /// known.
  private let clock: @Sendable (String, Range<Timestamp>) -> ZoneOffsets?

  /// Creates a reader.
  ///
  /// - Parameter clock: Looks up the clocks of a zone by its name, for a stretch of time; `nil` for
  ///   a name that isn't known.
  public init(clock: @escaping @Sendable (String, Range<Timestamp>) -> ZoneOffsets?) {
    self.clock = clock
  }

  /// A scenario, and the clocks by which its times are meant.
  public struct Reading: Hashable, Sendable {
    /// The scenario, without a problem.
    public var scenario: Scenario
    /// The clocks of its zone.
    public var clock: ZoneOffsets
  }

  /// Reads a file.
  ///
  /// - Parameter bytes: All of it, in UTF-8.
  /// - Throws: All that is wrong with it.
  /// - Complexity: O(length).
  public func read(_ bytes: [UInt8]) throws(ScenarioFaults) -> Reading {
    if let fault = Self.otherText(bytes) { throw ScenarioFaults([fault]) }
    var parser = RemarkedJSONParser(bytes)
    let tree = parser.parse()
    var decoder = ScenarioDecoder()
    guard let tree, let object = decoder.object(tree, "", .whole, wanted: "a scenario") else {
      throw ScenarioFaults(Self.faults(of: parser) + decoder.faults)
    }
    let scenario = decoder.scenario(object)
    let clock = self.clock(of: scenario, object, &decoder)
    let known = Self.faults(of: parser) + decoder.faults
    var faults = known
    for problem in scenario.problems(by: clock ?? .utc)
    where !Self.isKnown(problem, among: known) {
      let line = decoder.line(of: problem.path) ?? object.line
      faults.append(ScenarioFault(line: line, path: problem.path, reason: problem.reason))
    }
    guard faults.isEmpty, let clock else { throw ScenarioFaults(faults) }
    return Reading(scenario: scenario, clock: clock)
  }

  private static func faults(of parser: RemarkedJSONParser) -> [ScenarioFault] {
    parser.faults.map { ScenarioFault(line: $0.line, path: $0.path, reason: $0.reason) }
  }

  /// Whether a problem may only follow from a fault that is complained of already: of the same
  /// value, of one that it is part of, or of a part of it.
  private static func isKnown(_ problem: Scenario.Problem, among faults: [ScenarioFault]) -> Bool {
    faults.contains { fault in
      if fault.path.isEmpty { return false }
      return fault.path == problem.path || isPart(fault.path, of: problem.path)
        || isPart(problem.path, of: fault.path)
    }
  }

  private static func isPart(_ path: String, of whole: String) -> Bool {
    if whole.isEmpty { return true }
    guard path.hasPrefix(whole) else { return false }
    let next = path.dropFirst(whole.count).first
    return next == "." || next == "["
  }

  private func clock(
    of scenario: Scenario, _ object: ScenarioObject, _ decoder: inout ScenarioDecoder
  ) -> ZoneOffsets? {
    let midnight = Timestamp(milliseconds: scenario.start.milliseconds)
    let days = min(max(scenario.days, 1), 3650)
    let stretch = (midnight - .days(40))..<(midnight + .days(Int64(days) + 10))
    if let clock = clock(scenario.timeZone, stretch) { return clock }
    decoder.complain(
      object.lines["time_zone"] ?? object.line, "time_zone",
      "\"\(scenario.timeZone.prefix(40))\" is no time zone, such as \"Europe/Berlin\" or"
        + " \"+03:00\"")
    return nil
  }

  /// What is wrong with a file that is no text in UTF-8.
  private static func otherText(_ bytes: [UInt8]) -> ScenarioFault? {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isUTF16 || bytes.prefix(64).contains(0) {
      return ScenarioFault(line: 1, path: "", reason: "the file is no text in UTF-8: save it so")
    }
    return nil
  }
}
