import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A running `gzip -dc`, given its input and relieved of its output by the thread that reads.
///
/// Decompression runs in a process of its own, so it takes place beside the parsing.
package final class Decompressor: ByteStream {
  private let name: String
  private var process: ChildProcess
  private let output: Int32
  private let complaints: Int32
  /// Where compressed bytes go; `nil` where gzip reads the file itself, and when all are sent.
  private var feed: Int32?
  /// Where more of them come from; `nil` where all of them are in memory.
  private let source: FileStream?
  private let sizeInMemory: Int
  private var unsent: ArraySlice<UInt8>
  /// What gzip warned of, such as bytes behind the compressed ones that it left out.
  private(set) var complaint: String?

  /// How compressed bytes begin: they are recognized by content, never by name.
  static let signature: [UInt8] = [0x1F, 0x8B]

  /// Starts it for a file of which nothing has been read but a look at its beginning.
  convenience init(of file: FileStream) throws(InputError) {
    try self.init(name: file.name, file: file, bytes: file.peeked)
  }

  /// Starts it for bytes in memory.
  convenience init(of bytes: [UInt8], name: String) throws(InputError) {
    try self.init(name: name, file: nil, bytes: bytes[...])
  }

  private init(name: String, file: FileStream?, bytes: ArraySlice<UInt8>) throws(InputError) {
    guard let program = Self.path() else { throw .gzipMissing(name) }
    self.name = name
    source = file
    sizeInMemory = file == nil ? bytes.count : 0
    unsent = bytes
    var opened: [Int32] = []
    do throws(SystemError) {
      // gzip reads a file by itself. In a pipe what was peeked has to go ahead of the rest.
      var input: Int32
      if let file, lseek(file.descriptor, -off_t(bytes.count), SEEK_CUR) >= 0 {
        input = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 3)
        if input < 0 { throw .last }
        opened = [input]
        feed = nil
      } else {
        let connection = try Connection.make()
        opened = [connection.reading, connection.writing]
        input = connection.reading
        feed = connection.writing
      }
      let standardOutput = try Connection.make()
      opened += [standardOutput.reading, standardOutput.writing]
      let standardError = try Connection.make()
      opened += [standardError.reading, standardError.writing]
      process = try ChildProcess(
        program, ["-dc"], input: input, output: standardOutput.writing,
        errors: standardError.writing)
      output = standardOutput.reading
      complaints = standardError.reading
      for descriptor in [input, standardOutput.writing, standardError.writing] {
        close(descriptor)
      }
    } catch {
      for descriptor in opened { close(descriptor) }
      throw .gzipFailed(name, error)
    }
  }

  deinit {
    for descriptor in [output, complaints] { close(descriptor) }
    if let feed { close(feed) }
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    let count = try FileStream.read(awaitOutput(), into: buffer, name: name)
    if count == 0 { complaint = try finish() }
    return count
  }

  /// How far the compressed file has been read; gzip and this program share the place in it.
  var position: Int { source?.position ?? sizeInMemory - unsent.count }

  /// Waits until there is something to read, and sends what can be sent meanwhile.
  ///
  /// - Returns: Where to read it.
  private func awaitOutput() throws(InputError) -> Int32 {
    while let feed {
      var states = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        unsent.isEmpty && source != nil
          ? pollfd(fd: source?.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
          : pollfd(fd: feed, events: Int16(POLLOUT), revents: 0),
      ]
      if poll(&states, nfds_t(states.count), -1) < 0 {
        if errno == EINTR { continue }
        throw .systemRefused(name, .last)
      }
      if states[0].revents != 0 { break }
      if unsent.isEmpty {
        if try !refill() { endFeed() }
      } else {
        let count = Connection.send(unsent, to: feed)
        if count > 0 {
          unsent.removeFirst(count)
        } else if count < 0, errno != EAGAIN, errno != EINTR {
          // It has ended, and says why.
          endFeed()
        }
      }
    }
    return output
  }

  /// Reads on where the compressed bytes come from.
  ///
  /// - Returns: Whether there are more.
  private func refill() throws(InputError) -> Bool {
    guard let source else { return false }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = try block.withUnsafeMutableBufferPointer { (all) throws(InputError) in
      try FileStream.read(source.descriptor, into: all, name: name)
    }
    unsent = block[..<count]
    return count > 0
  }

  private func endFeed() {
    if let feed { close(feed) }
    feed = nil
  }

  /// Told that everything has been read.
  ///
  /// - Returns: What gzip warns of, such as bytes behind the compressed ones; `nil` for nothing.
  private func finish() throws(InputError) -> String? {
    endFeed()
    var complaint: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = try block.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try FileStream.read(complaints, into: all, name: name)
      }
      if count == 0 { break }
      complaint += block[..<count]
    }
    let code = process.wait()
    if code == 0 || code == nil && complaint.isEmpty { return nil }
    let text = String(decoding: complaint, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).last { !$0.isEmpty } ?? "no reason"
    let reason = line.split(separator: ":").last.map { Self.trimmed($0) } ?? ""
    // 2 is a warning: what came before was decompressed.
    guard code == 2 else { throw .damagedCompression(name, reason: reason) }
    return reason
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Where the system's gzip is. Foundation's dictionary of the environment isn't asked for: making
  /// it ends the program where memory is short.
  package static func path() -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { $0 + "/gzip" }.first { access($0, X_OK) == 0 }
  }
}
