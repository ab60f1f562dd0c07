import Foundation
import NumberPoolTestSupport

/// A line of shell around the command, which it calls `"$NUMBERPOOL"`.
struct ShellRun {
  /// What came out on either stream.
  let text: String
  /// The exit code, as the shell has it: 128 and the signal where one ended it.
  let code: Int32
  /// Whether it had to be killed, as it came to no end.
  let isHung: Bool

  /// Far more than any of these needs on the busiest machine.
  private static let patience: TimeInterval = 100

  /// Runs it in a folder.
  init(_ script: String, in folder: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["NUMBERPOOL"] = CommandRun.executable.path
    environment["LOG"] = Sample.path(Sample.log)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let output = folder.file("shell.txt")
    try folder.write([], to: "shell.txt")
    let handle = FileHandle(forWritingAtPath: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    let end = Date() + Self.patience
    while process.isRunning, Date() < end { usleep(10_000) }
    isHung = process.isRunning
    if isHung { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    text = try folder.text("shell.txt")
    let isExit = process.terminationReason == .exit
    code = isExit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// Whether a script succeeds here, such as one that asks for what only some systems have.
  static func isPossible(_ script: String) -> Bool {
    let run = try? TemporaryFolder.with { try ShellRun(script, in: $0) }
    return run?.code == 0
  }
}
