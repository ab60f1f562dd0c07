import Foundation

/// A folder that exists while a test runs.
public struct TemporaryFolder {
  /// Where it is.
  public let path: String

  /// Makes a folder with these files, uses it, and removes it with whatever is in it by then.
  public static func with<Result>(
    _ files: [String: String] = [:], _ use: (Self) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = TemporaryFolder(path: folder.path)
    for (name, text) in files { try made.write(Array(text.utf8), to: name) }
    return try use(made)
  }

  /// The path of a file in it, which needn't exist.
  public func file(_ name: String) -> String {
    URL(fileURLWithPath: path).appendingPathComponent(name).path
  }

  /// Writes a file, and the folders that it is in.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The bytes of a file in it.
  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  /// The text of a file in it.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// What is in it, by name.
  public func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
