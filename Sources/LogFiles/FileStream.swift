import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of an open descriptor, which it closes in the end unless that is standard input.
final class FileStream: ByteStream {
  let name: String
  let descriptor: Int32
  /// Bytes read to tell what it is, and not handed out yet.
  private(set) var peeked: ArraySlice<UInt8> = []

  init(name: String, _ descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Opens a file.
  convenience init(path: String) throws(InputError) {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound(path) }
      throw .systemRefused(path, .last)
    }
    self.init(name: path, descriptor)
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The first bytes, which are still read afterwards; fewer where there are fewer.
  ///
  /// To be asked for before anything is read.
  func peek(_ count: Int) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = try bytes.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try Self.read(descriptor, into: .init(rebasing: all[filled...]), name: name)
      }
      if more == 0 { break }
      filled += more
    }
    peeked = bytes[..<filled]
    return Array(peeked)
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    if peeked.isEmpty { return try Self.read(descriptor, into: buffer, name: name) }
    let count = min(peeked.count, buffer.count)
    _ = buffer.update(fromContentsOf: peeked.prefix(count))
    peeked.removeFirst(count)
    return count
  }

  var position: Int { max(0, Int(lseek(descriptor, 0, SEEK_CUR))) }

  var complaint: String? { nil }

  /// Reads some bytes of a descriptor; a signal that comes in between is no reason to end.
  static func read(
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
      throw .systemRefused(name, .last)
    }
  }
}
