public import Foundation

/// One run of the built command, as a shell would see it.
public struct CommandRun {
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
  /// Its exit code.
  public let code: Int32

  /// The package's folder.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The command, built beside the tests.
  public static var executable: URL {
    // .../debug/PackageTests.xctest, or .../debug/PackageTests.xctest/Contents/MacOS/PackageTests.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("numberpool")
  }

  /// Runs the command in the package's folder.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - input: What it reads from standard input; nothing at all where that is `nil`.
  ///   - outputPath: Where its output goes instead of being returned.
  public init(
    _ arguments: String..., input: [UInt8]? = nil, outputPath: String? = nil
  ) throws {
    try self.init(arguments, input: input, outputPath: outputPath)
  }

  /// Runs the command in the package's folder; the parameters as above.
  public init(_ arguments: [String], input: [UInt8]? = nil, outputPath: String? = nil) throws {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = Self.package
    let standardOutput = Pipe()
    let standardError = Pipe()
    if let outputPath {
      process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    } else {
      process.standardOutput = standardOutput
    }
    process.standardError = standardError
    let standardInput = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : standardInput
    try process.run()
    if let input {
      // A command that ends before it has read everything is no reason to end the tests.
      signal(SIGPIPE, SIG_IGN)
      Thread.detachNewThread {
        try? standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        try? standardInput.fileHandleForWriting.close()
      }
    }
    let text =
      outputPath == nil ? standardOutput.fileHandleForReading.readDataToEndOfFile() : Data()
    let complaints = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    output = String(decoding: text, as: UTF8.self)
    errors = String(decoding: complaints, as: UTF8.self)
    code = process.terminationStatus
  }

  /// The output as a JSON object.
  public func json() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
  }
}
