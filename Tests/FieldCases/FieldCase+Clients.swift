extension FieldCase {
  /// Which field of a web log's line is the client.
  static let clients = [
    FieldCase("a plain log", ["a.log": FieldLog.text()], "inspect a.log", .six)
  ]
}
