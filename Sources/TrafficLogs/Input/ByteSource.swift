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
  /// What makes UTF-8 of the bytes; `nil` where they are that.
  private var decoder: TextDecoder?
  private var isRecognized = false
  /// What gzip warned of, at the end: such as bytes behind the compressed ones that it left out.
  private(set) var complaint: String?
  /// Takes up what is handed out; `nil` where nobody asks for it.
  private var content: ContentDigest?

  /// Opens an input.
  ///
  /// - Parameter isDigested: Whether its content is to be told from others'.
  init(_ input: LogInput, isDigested: Bool) throws(InputError) {
    try self.init(input)
    if isDigested { content = ContentDigest() }
  }

  /// Opens an input.
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
    } else if let error = OtherFile.error(name, beginning: beginning) {
      throw error
    }
    self.name = name
    self.descriptor = descriptor
    self.decompressor = decompressor
    peeked = decompressor == nil ? beginning : []
  }

  deinit {
    if let descriptor, descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Reads some bytes of the text, in UTF-8.
  ///
  /// - Returns: How many; 0 at the end.
  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    let count = try readText(into: buffer)
    if content != nil {
      content?.add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<count])))
    }
    return count
  }

  /// What tells the content handed out from another one; `nil` where it wasn't asked for.
  var digest: UInt64? { content?.value }

  private mutating func readText(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    try recognizeText()
    if decoder != nil, handedOut == peeked.count { try decodeMore() }
    guard handedOut < peeked.count else {
      return decoder == nil ? try readOn(into: buffer) : 0
    }
    let count = min(peeked.count - handedOut, buffer.count)
    _ = buffer.update(fromContentsOf: peeked[handedOut..<(handedOut + count)])
    handedOut += count
    return count
  }

  /// The first bytes of the text, decompressed, which are still read afterwards.
  ///
  /// To be asked for before anything is read.
  ///
  /// - Parameter count: How many bytes are wanted; there are fewer in a shorter input.
  mutating func beginning(_ count: Int) throws(InputError) -> [UInt8] {
    try recognizeText()
    if decoder == nil { try peek(handedOut + count) }
    while decoder != nil, peeked.count - handedOut < count {
      let known = peeked.count
      try decodeMore()
      if peeked.count == known { break }
    }
    return Array(peeked[handedOut...].prefix(count))
  }

  /// Tells from how the content begins how its text is written.
  mutating func recognizeText() throws(InputError) {
    if isRecognized { return }
    isRecognized = true
    try peek(TextDecoder.sampleLength)
    let sample = peeked.prefix(TextDecoder.sampleLength)
    guard var decoder = TextDecoder(for: sample) else {
      handedOut = TextDecoder.markLength(sample)
      return
    }
    let raw = peeked
    peeked = []
    decoder.decode(raw[...], to: &peeked)
    if descriptor == nil, decompressor == nil { decoder.finish(to: &peeked) }
    self.decoder = decoder
  }

  /// Decodes some more bytes behind those that are known.
  private mutating func decodeMore() throws(InputError) {
    if handedOut == peeked.count {
      peeked.removeAll(keepingCapacity: true)
      handedOut = 0
    }
    var block = [UInt8](repeating: 0, count: TextDecoder.sampleLength)
    let known = peeked.count
    while peeked.count == known {
      let count = try block.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try readOn(into: all)
      }
      decoder?.decode(block[..<count], to: &peeked)
      if count == 0 {
        decoder?.finish(to: &peeked)
        return
      }
    }
  }

  /// Reads as many bytes as they are, ahead of being asked for them.
  private mutating func peek(_ count: Int) throws(InputError) {
    if peeked.count >= count || (descriptor == nil && decompressor == nil) { return }
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
  }

  /// The first bytes of the content of an input that is read another time.
  static func beginning(of input: LogInput, _ count: Int) throws(InputError) -> [UInt8] {
    var source = try Self(input)
    return try source.beginning(count)
  }

  private mutating func readOn(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    guard !isAtEnd, let from = try decompressor?.awaitOutput() ?? descriptor else { return 0 }
    let count = try Self.read(from, into: buffer, name: name)
    if count == 0 {
      isAtEnd = true
      complaint = try decompressor?.finish()
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
      throw .systemRefused(path, .last)
    }
    return descriptor
  }

  private static func peek(_ descriptor: Int32, name: String) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 2048)
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
