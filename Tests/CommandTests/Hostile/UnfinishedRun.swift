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

  /// Sends it a signal.
  func send(_ number: Int32) {
    _ = Foundation.kill(process.processIdentifier, number)
  }

  /// Ends its standard input.
  func endInput() throws {
    try input.fileHandleForWriting.close()
  }

  /// Waits for its end.
  ///
  /// - Returns: Its exit code, as a shell has it: 128 and the signal where one ended it.
  func waitForEnd() -> Int32 {
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    return isExit ? process.terminationStatus : 128 + process.terminationStatus
  }
}

extension CommandRun {
  /// What a path is, links not followed.
  static func fileType(_ path: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }
}
