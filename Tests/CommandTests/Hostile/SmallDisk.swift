import Foundation
import NumberPoolTestSupport

/// A disk of 16 KB.
enum SmallDisk {
  /// Whether one can be mounted, which takes root on Linux, and more than that in a container.
  static let isPossible: Bool = (try? with { _ in true }) ?? false

  /// Mounts a disk, uses it, and takes it away.
  static func with<Result>(_ use: (TemporaryFolder) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      try run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.path)
      defer { try? run("umount", folder.path) }
      return try use(folder)
    }
  }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw CocoaError(.executableNotLoadable) }
  }
}
