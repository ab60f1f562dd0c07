extension FlagGroup {
  /// What a report looks like.
  static let output = FlagGroup("Output") {
    Flag.json
    Flag.showPersonalData
  }

  /// What a report looks like that takes long to make.
  static let longOutput = FlagGroup("Output") {
    Flag.json
    Flag.showPersonalData
    Flag.threads
  }
}

extension Flag where Value == Bool {
  static var json: Self { Flag(switch: "--json", help: "JSON instead of text") }

  static var showPersonalData: Self {
    Flag(switch: "--show-personal-data", help: "show the beginnings of unreadable lines")
  }
}

extension Flag where Value == Int? {
  static var threads: Self {
    Flag(
      "--threads", .count("NUMBER", atLeast: 1),
      help: "at most so many at once; otherwise one a core")
  }
}
