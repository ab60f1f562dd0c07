import Foundation

/// A file that is there as a whole, or not at all.
enum OutputFile {
  /// Writes text to a temporary file beside the path and renames it.
  ///
  /// - Throws: A ``Failure`` when it can't be written; what was there before stays.
  static func write(_ text: String, to path: String) throws(Failure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .outputFailed, "'\(path)' can't be written.",
        hint: "Check the folder, its permissions, and whether the disk is full.")
    }
  }
}
