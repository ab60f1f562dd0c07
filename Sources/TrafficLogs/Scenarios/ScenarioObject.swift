/// An object of a scenario file.
struct ScenarioObject {
  let path: String
  let line: Int
  var values: [String: RemarkedJSONNode] = [:]
  var lines: [String: Int] = [:]
  /// The known keys in the order of the file.
  var keys: [String] = []

  init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  subscript(_ key: String) -> RemarkedJSONNode? { values[key] }

  /// The path of one of its values.
  func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
