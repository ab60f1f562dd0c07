import Foundation

/// A file that is there as a whole, or not at all.
enum OutputFile {
  /// Writes text; as below.
  static func write(_ text: String, to path: String) throws(Failure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes to a temporary file beside the path and renames it.
  ///
  /// - Throws: A ``Failure`` when it can't be written; what was there before stays.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .outputFailed, "'\(path)' can't be written.",
        hint: "Check the folder, its permissions, and whether the disk is full.")
    }
  }

  /// Makes sure that nothing written takes the place of something read, or of another output.
  static func check(_ outputs: [String], against inputs: [String]) throws(UsageError) {
    var taken = Set(inputs.map(canonical))
    for output in outputs where !taken.insert(canonical(output)).inserted {
      throw UsageError(
        message: "'\(output)' would replace an input, or another output.",
        hint: "Choose another name or folder.")
    }
  }

  private static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
