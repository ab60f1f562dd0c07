extension FlagGroup {
  /// Copies without personal data.
  static let copies = FlagGroup("Options") {
    Flag.outputFolder
    Flag.keyFile
    Flag.keepPaths
    Flag.dateOrder
  }
}

extension Flag where Value == String? {
  static var outputFolder: Self {
    Flag(
      "--output-folder", .folder,
      help:
        "writes a copy of each file under its own name, compressed if it ends in .gz; without it"
        + " one file goes to standard output, uncompressed")
  }

  static var keyFile: Self {
    Flag(
      "--key-file", .file,
      help: "32 hexadecimal digits, so that later copies fit earlier ones; keep it to yourself")
  }
}

extension Flag where Value == Bool {
  static var keepPaths: Self {
    Flag(
      switch: "--keep-paths",
      help:
        "leaves paths, queries and search words as they are, but for what looks personal; a name"
        + " in them stays")
  }
}
