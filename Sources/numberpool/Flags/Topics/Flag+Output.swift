extension FlagGroup {
  /// What a report looks like.
  static let output = FlagGroup("Output", isOfOutput: true) {
    Flag.json
    Flag.showPersonalData
  }

  /// What a report looks like that has more than two screens.
  static let replayOutput = FlagGroup("Output", isOfOutput: true) {
    Flag.json
    Flag.full
    Flag.showPersonalData
  }

  /// What a report looks like that takes long to make, and is an answer.
  static let sizeOutput = FlagGroup("Output", isOfOutput: true) {
    Flag.json
    Flag.full
    Flag.curve
    Flag.check
    Flag.showPersonalData
    Flag.threads
  }
}

extension Flag where Value == Bool {
  static var json: Self { Flag(switch: "--json", help: "JSON instead of text") }

  static var full: Self {
    Flag(switch: "--full", help: "everything: more tables, sources, which lines count")
  }

  static var check: Self {
    Flag(
      switch: "--check", help: "exit code 1 where no pool meets the target, or --quote misses it")
  }

  static var showPersonalData: Self {
    Flag(switch: "--show-personal-data", help: "show the beginnings of unreadable lines")
  }
}

extension Flag where Value == String? {
  static var curve: Self {
    Flag(
      "--curve", .file,
      help: "writes what every size does, a row each; - is standard output, instead of the report")
  }
}

extension Flag where Value == Int? {
  static var threads: Self {
    Flag(
      "--threads", .count("NUMBER", atLeast: 1),
      help: "at most so many at once; otherwise one a core")
  }
}
