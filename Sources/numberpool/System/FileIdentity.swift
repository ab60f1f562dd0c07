import Foundation
import LogFiles
import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file by itself, whatever name or descriptor leads to it.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let node: UInt64

  /// The file at a path, links followed; `nil` where there is none, or no file or pipe.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file behind a descriptor; `nil` where it is closed, or no file or pipe.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What an input is read from.
  init?(_ input: LogInput) {
    switch input.place {
    case .path(let path): self.init(path: path)
    case .standardInput: self.init(descriptor: STDIN_FILENO)
    case nil: return nil
    }
  }

  /// A terminal is read and written at once, and so may a socket be.
  private init?(_ status: stat) {
    guard [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT) else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

extension OutputFile {
  /// Makes sure that nothing written goes into something read, or into another output.
  ///
  /// - Parameters:
  ///   - outputs: Paths that are to be written.
  ///   - inputs: What is read.
  static func check(_ outputs: [String], against inputs: [LogInput]) throws(UsageError) {
    let standardOutput = FileIdentity(descriptor: STDOUT_FILENO)
    for input in inputs {
      if let standardOutput, FileIdentity(input) == standardOutput {
        throw UsageError(
          message: "The output would go into '\(input.name)', which is read.",
          hint: "Send it to another file, and move that afterwards.")
      }
    }
    var taken = Set(inputs.filter { !$0.isStandardInput }.map { canonical($0.name) })
    var takenFiles = Set(inputs.compactMap { FileIdentity($0) })
    if let standardOutput { takenFiles.insert(standardOutput) }
    for output in outputs where output != "-" {
      var isNew = taken.insert(canonical(output)).inserted
      if let file = FileIdentity(path: output), !takenFiles.insert(file).inserted { isNew = false }
      guard isNew else {
        throw UsageError(
          message: "'\(output)' would replace an input, or another output.",
          hint: "Choose another name or folder.")
      }
    }
  }

  /// One spelling for all that lead to the same file.
  static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
