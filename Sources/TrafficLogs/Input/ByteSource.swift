import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads the bytes of an input, through the system's `gzip` where they are compressed.
///
/// Compression is recognized by content, never by name. Decompression runs in a process of its
/// own, so it takes place beside the parsing.
struct ByteSource: ~Copyable {
  private let name: String
  /// Where the bytes come from; `nil` where all of them are in `peeked`.
  private let descriptor: Int32?
  /// Bytes read to recognize the content, or bytes that were in memory from the start.
  private var peeked: [UInt8]
  /// How many of them have been handed out.
  private var handedOut = 0
  private var isAtEnd = false
  private var decompressor: Decompressor?

  init(_ input: LogInput) throws(InputError) {
    if case .bytes(let name, let bytes) = input {
      try self.init(name: name, descriptor: nil, beginning: bytes)
      return
    }
    let descriptor = try Self.open(input)
    do throws(InputError) {
      let beginning = try Self.peek(descriptor, name: input.name)
      try self.init(name: input.name, descriptor: descriptor, beginning: beginning)
    } catch {
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw error
    }
  }

  /// Looks at how the content begins, and takes up the rest from there.
  private init(
    name: String, descriptor: Int32?, beginning: [UInt8]
  ) throws(InputError) {
    var decompressor: Decompressor?
    if beginning.starts(with: [0x1F, 0x8B]) {
      decompressor = try Decompressor(name: name, descriptor: descriptor, peeked: beginning)
    } else if let program = Self.otherCompression(beginning) {
      throw .otherCompression(name, program: program)
    }
    self.name = name
    self.descriptor = descriptor
    self.decompressor = decompressor
    peeked = decompressor == nil ? beginning : []
  }

  deinit {
    decompressor?.abandon()
    if let descriptor, descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads some bytes.
  ///
  /// - Returns: How many; 0 at the end.
  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    guard handedOut < peeked.count else { return try readOn(into: buffer) }
    let count = min(peeked.count - handedOut, buffer.count)
    _ = buffer.update(fromContentsOf: peeked[handedOut..<(handedOut + count)])
    handedOut += count
    return count
  }

  /// The first bytes of the content, decompressed, which are still read afterwards.
  ///
  /// To be asked for before anything is read.
  ///
  /// - Parameter count: How many bytes are wanted; there are fewer in a shorter input.
  mutating func beginning(_ count: Int) throws(InputError) -> [UInt8] {
    if peeked.count >= count { return Array(peeked.prefix(count)) }
    if mostLeft != nil { return peeked }
    var bytes = peeked + [UInt8](repeating: 0, count: count - peeked.count)
    var filled = peeked.count
    while filled < bytes.count {
      let more = try bytes.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try readOn(into: .init(rebasing: all[filled...]))
      }
      if more == 0 { break }
      filled += more
    }
    peeked = Array(bytes.prefix(filled))
    return peeked
  }

  private mutating func readOn(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    guard !isAtEnd, let from = decompressor?.output ?? descriptor else { return 0 }
    let count = try Self.read(from, into: buffer, name: name)
    if count == 0 {
      isAtEnd = true
      if let decompressor {
        self.decompressor = nil
        try decompressor.finish()
      }
    }
    return count
  }

  /// The size of the input in bytes, as far as it is known beforehand.
  static func size(of input: LogInput) -> Int? {
    switch input {
    case .file(let path):
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : nil
    case .bytes(_, let bytes): return bytes.count
    case .standardInput: return nil
    }
  }

  /// How many bytes are left at most, where that is known beforehand.
  var mostLeft: Int? {
    descriptor == nil && decompressor == nil ? peeked.count - handedOut : nil
  }

  /// How far the file itself has been read.
  var position: Int {
    descriptor.map { max(0, Int(lseek($0, 0, SEEK_CUR))) } ?? handedOut
  }

  private static func open(_ input: LogInput) throws(InputError) -> Int32 {
    guard case .file(let path) = input else { return STDIN_FILENO }
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound(path) }
      throw .notReadable(path, reason: systemReason())
    }
    return descriptor
  }

  private static func peek(_ descriptor: Int32, name: String) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 6)
    var count = 0
    while count < bytes.count {
      let more = try bytes.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try read(descriptor, into: .init(rebasing: all[count...]), name: name)
      }
      if more == 0 { break }
      count += more
    }
    return Array(bytes.prefix(count))
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, name: String
  ) throws(InputError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EINTR { continue }
      if errno == EISDIR { throw .isDirectory(name) }
      throw .notReadable(name, reason: systemReason())
    }
  }

  private static func otherCompression(_ bytes: [UInt8]) -> String? {
    let known: [([UInt8], String)] = [
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), (Array("BZh".utf8), "bzip2"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), (Array("PK\u{3}\u{4}".utf8), "bsdtar"),
    ]
    return known.first { bytes.starts(with: $0.0) }?.1
  }

  private static func systemReason() -> String {
    String(cString: strerror(errno))
  }
}

/// A running `gzip -dc`.
private struct Decompressor {
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

  func finish() throws(InputError) {
    let complaint = standardError.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // 2 is a warning, such as zeros after the end; everything was decompressed all the same.
    guard process.terminationStatus == 0 || process.terminationStatus == 2 else {
      let text = String(decoding: complaint, as: UTF8.self)
      let reason = text.split(whereSeparator: \.isNewline).last { !$0.isEmpty } ?? "no reason"
      throw .damagedCompression(
        name, reason: reason.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "")
    }
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
