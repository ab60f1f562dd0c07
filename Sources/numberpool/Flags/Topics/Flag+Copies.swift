extension FlagGroup {
  /// Copies without personal data.
  static let copies = FlagGroup("Options") {
    Flag.outputFolder
    Flag.keyFile
  }
}

extension Flag where Value == String? {
  static var outputFolder: Self {
    Flag(
      "--output-folder", .folder,
      help: "writes a copy of each file under its own name; without it one file goes to standard"
        + " output")
  }

  static var keyFile: Self {
    Flag(
      "--key-file", .file,
      help: "32 hexadecimal digits, so that later copies fit earlier ones; keep it to yourself")
  }
}
