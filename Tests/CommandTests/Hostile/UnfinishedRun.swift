import Foundation
import NumberPoolTestSupport

/// A run of the command that is still going on.
struct UnfinishedRun {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  /// Starts the command.
  init(_ arguments: String...) throws {
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = CommandRun.executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Writes to its standard input, which stays open.
  func feed(_ bytes: [UInt8]) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  /// Some of its output, once there is any.
  func read() throws -> [UInt8] {
    Array(output.fileHandleForReading.availableData)
  }

  /// Stops reading its output.
  func closeOutput() throws {
    try output.fileHandleForReading.close()
  }

  /// Ends it at once.
  func kill() {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits for its end.
  ///
  /// - Returns: Its exit code.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension CommandRun {
  /// What a path is, links not followed.
  static func fileType(_ path: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }
}
