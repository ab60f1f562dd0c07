extension FlagGroup {
  /// What is made of a scenario.
  static let generated = FlagGroup("Options") {
    Flag.generatedFolder
    Flag.generatedForm
    Flag.replication
  }
}

extension Flag where Value == String? {
  static var generatedFolder: Self {
    Flag("--output", .folder, help: "the folder for the tables; it is made where it isn't there")
  }
}

extension Flag where Value == Bool {
  static var generatedForm: Self {
    Flag(
      "--as",
      .words(
        "FORM",
        [
          ("tables", false, "page views as a table"),
          ("combined", true, "page views as an access log, in whole seconds"),
        ]),
      default: false, help: "how page views are written")
  }
}

extension Flag where Value == Int {
  static var replication: Self {
    Flag(
      "--replication", .count("NUMBER", atLeast: 0), default: 0,
      help: "which of many such periods: each number has random choices of its own")
  }
}
