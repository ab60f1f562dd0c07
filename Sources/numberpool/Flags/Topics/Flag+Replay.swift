extension FlagGroup {
  /// What is played, and written.
  static let replay = FlagGroup("What is replayed") {
    Flag.numbers
    Flag.seed
  }

  /// Tables of a replay.
  static let replayFiles = FlagGroup("Files to write", isOfOutput: true) {
    Flag.callsOutput
    Flag.assignmentsOutput
  }
}

extension Flag where Value == Int? {
  static var numbers: Self {
    Flag(
      "--numbers", .count("N", atLeast: 0), help: "how many numbers the pool has; it must be said")
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
    Flag(
      "--calls-output", .file,
      help: "writes each call, whom it is credited to, and why; - is standard output, instead of"
        + " the report"
    ).formerly("--output")
  }

  static var assignmentsOutput: Self {
    Flag("--assignments-output", .file, help: "writes each loan of a number; - as above")
      .formerly("--assignments")
  }
}
