import Foundation
import NumberPoolTestSupport

/// The shell of a reader who follows a page: a folder with the scenarios and, under the names that
/// the manual uses for the reader's own files, copies of them.
struct ManualShell {
  private let folder: TemporaryFolder

  /// Makes the folder, uses the shell, and removes it.
  static func with<Result>(_ use: (Self) throws -> Result) throws -> Result {
    let scenarios = CommandRun.package.appendingPathComponent("Scenarios")
    return try TemporaryFolder.with { folder in
      for (name, original) in [
        ("Scenarios", ""), ("access.log", "furniture-shop/access.log"),
        ("page_views.csv", "dental-clinic/page_views.csv"),
        ("calls.csv", "dental-clinic/calls.csv"),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(name),
          withDestinationPath: scenarios.appendingPathComponent(original).path)
      }
      try folder.write(try TemporaryFile.gzipped(Sample.bytes), to: "access.log.1.gz")
      return try use(ManualShell(folder: folder))
    }
  }

  /// Types something, and waits for what is printed on either stream.
  func run(_ typed: String) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The README runs the command through the build tool; here it is built already.
    let command = typed.replacing("swift run -c release numberpool ", with: "numberpool ")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    let built = CommandRun.executable.deletingLastPathComponent().path
    environment["PATH"] = built + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }
}
