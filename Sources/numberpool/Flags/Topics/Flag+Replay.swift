extension FlagGroup {
  /// What is played, and written.
  static let replay = FlagGroup("What is replayed") {
    Flag.numbers
    Flag.seed
  }

  /// Tables of a replay.
  static let replayFiles = FlagGroup("Files to write") {
    Flag.callsOutput
    Flag.assignmentsOutput
  }
}

extension Flag where Value == Int? {
  static var numbers: Self {
    Flag(
      "--numbers", .count("N", atLeast: 0),
      help: "how many numbers there are; a replay has to be told, a comparison takes the smallest"
        + " pool that meets the target")
  }
}

extension Flag where Value == Int {
  static var seed: Self {
    Flag(
      "--seed", .count("SEED", atLeast: 0), default: 1,
      help: "of the choices of --allocation random")
  }
}

extension Flag where Value == String? {
  static var callsOutput: Self {
    Flag("--output", .file, help: "writes each call, whom it is credited to, and why")
  }

  static var assignmentsOutput: Self {
    Flag("--assignments", .file, help: "writes each loan of a number")
  }
}
