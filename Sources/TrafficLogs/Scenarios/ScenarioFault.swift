/// Something that is wrong with a scenario file.
public struct ScenarioFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// The path of the value, as `channels[2].calls.probability`; empty for the file itself.
  public var path: String
  /// What is wrong, as the end of a sentence.
  public var reason: String

  /// Creates a fault.
  public init(line: Int, path: String, reason: String) {
    self.line = line
    self.path = path
    self.reason = reason
  }

  /// Line, path and reason: `line 41: channels[2].calls.probability: 1.4 is no share (0 to 1)`.
  public var description: String {
    path.isEmpty ? "line \(line): \(reason)" : "line \(line): \(path): \(reason)"
  }
}
