/// A value of JSON, and where it stands.
struct RemarkedJSONNode {
  var line: Int
  var value: Value

  indirect enum Value {
    case object([Member])
    case list([RemarkedJSONNode])
    case text(String)
    /// A number as it is written.
    case number(String)
    case truth(Bool)
    case null
    /// What couldn't be read, and was complained of.
    case broken
  }

  /// A value by its name.
  struct Member {
    var key: String
    /// The line of the name.
    var line: Int
    var node: RemarkedJSONNode
  }

  /// What it is, for a sentence: `text`, `a list`.
  var kind: String {
    switch value {
    case .object: "an object"
    case .list: "a list"
    case .text: "text"
    case .number: "a number"
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    case .broken: "unreadable"
    }
  }
}
