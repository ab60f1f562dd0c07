import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A running `gzip -dc`.
struct Decompressor {
  private let name: String
  private let process: Process
  private let standardOutput = Pipe()
  private let standardError = Pipe()

  /// The descriptor that the decompressed bytes come from.
  var output: Int32 { standardOutput.fileHandleForReading.fileDescriptor }

  init(name: String, descriptor: Int32?, peeked: [UInt8]) throws(InputError) {
    self.name = name
    guard let program = Self.path() else { throw .gzipMissing(name) }
    process = Process()
    process.executableURL = program
    process.arguments = ["-dc"]
    process.standardOutput = standardOutput
    process.standardError = standardError
    // A file is read by gzip itself. A pipe can't be rewound, so what was peeked goes ahead of it.
    let input: Pipe?
    if let descriptor, lseek(descriptor, -off_t(peeked.count), SEEK_CUR) >= 0 {
      process.standardInput = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      input = nil
    } else {
      input = Pipe()
      process.standardInput = input
    }
    do {
      try process.run()
    } catch {
      throw .gzipMissing(name)
    }
    if let input { Self.feed(input.fileHandleForWriting, peeked, from: descriptor) }
  }

  /// Told that everything has been read.
  ///
  /// - Returns: What gzip warns of, such as bytes behind the compressed ones; `nil` for nothing.
  func finish() throws(InputError) -> String? {
    let complaint = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 0 { return nil }
    let text = String(decoding: complaint, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).last { !$0.isEmpty } ?? "no reason"
    let reason = line.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? ""
    // 2 is a warning: what came before was decompressed.
    guard process.terminationStatus == 2 else { throw .damagedCompression(name, reason: reason) }
    return reason
  }

  func abandon() {
    // Not terminate(): a process started from a thread of the pool has that signal blocked, and
    // would wait for ever to write into a pipe that nobody reads.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func feed(_ pipe: FileHandle, _ peeked: [UInt8], from descriptor: Int32?) {
    Thread.detachNewThread {
      var block = Data(peeked)
      let rest = descriptor.map { FileHandle(fileDescriptor: $0, closeOnDealloc: false) }
      // Either end may close first: then there is nothing left to feed, and gzip says why.
      while !block.isEmpty, (try? pipe.write(contentsOf: block)) != nil {
        block = (try? rest?.read(upToCount: 1 << 16)) ?? Data()
      }
      try? pipe.close()
    }
  }

  private static func path() -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("gzip") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
