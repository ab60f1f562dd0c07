public import Foundation

/// Real logs beside the package; none of their data is part of it.
public enum SharedData {
  /// The folder, `nil` where it is absent: tests that need it are then skipped, visibly.
  public static let folder: URL? = {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.deletingLastPathComponent().appendingPathComponent("shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Whether the logs are there.
  public static var isPresent: Bool { folder != nil }

  /// Paths of the files of a set whose names begin so, in order of name.
  public static func paths(_ set: String, _ prefix: String) throws -> [String] {
    guard let folder = folder?.appendingPathComponent(set) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(prefix) }.sorted().map { folder.appendingPathComponent($0).path }
  }
}
