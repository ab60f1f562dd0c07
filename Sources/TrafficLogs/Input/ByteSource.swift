/// Reads the text of an input: the bytes that its origin gives, in UTF-8.
package struct ByteSource: ~Copyable {
  /// Where the bytes come from; `nil` where all of them are in `peeked`.
  private let stream: (any ByteStream)?
  /// Bytes read to recognize the content, or bytes that were in memory from the start.
  private var peeked: [UInt8]
  /// How many of them have been handed out.
  private var handedOut = 0
  private var isAtEnd: Bool
  /// What makes UTF-8 of the bytes; `nil` where they are that.
  private var decoder: TextDecoder?
  private var isRecognized = false
  /// Takes up what is handed out; `nil` where nobody asks for it.
  private var content: ContentDigest?

  /// How many bytes of a text are enough to tell what it is written in.
  package static let tellingLength = 1 << 16
  /// How many bytes tell what isn't text.
  private static let signatureLength = 2048

  /// Opens an input.
  ///
  /// - Parameter isDigested: Whether its content is to be told from others'.
  init(_ input: LogInput, isDigested: Bool) throws(InputError) {
    try self.init(input)
    if isDigested { content = ContentDigest() }
  }

  /// Opens an input, and looks at how its content begins.
  package init(_ input: LogInput) throws(InputError) {
    let stream: (any ByteStream)?
    let beginning: [UInt8]
    switch input.content {
    case .bytes(let bytes):
      stream = nil
      beginning = bytes
    case .origin(let origin):
      let opened = try origin.open()
      beginning = try Self.next(Self.signatureLength, of: opened)
      stream = opened
    }
    let signature = Array(beginning.prefix(Self.signatureLength))
    if let error = OtherFile.error(input.name, beginning: signature) { throw error }
    self.stream = stream
    peeked = beginning
    isAtEnd = stream != nil && beginning.count < Self.signatureLength
  }

  /// What the origin warns of, at the end: such as bytes that it left out.
  var complaint: String? { isAtEnd ? stream?.complaint : nil }

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
  package mutating func beginning(_ count: Int) throws(InputError) -> [UInt8] {
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
      handedOut = ByteOrderMark.length(in: sample)
      return
    }
    let raw = peeked
    peeked = []
    decoder.decode(raw[...], to: &peeked)
    if stream == nil { decoder.finish(to: &peeked) }
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

  /// Reads so many bytes, or as many as there are, ahead of being asked for them.
  private mutating func peek(_ count: Int) throws(InputError) {
    guard peeked.count < count, !isAtEnd, let stream else { return }
    peeked += try Self.next(count - peeked.count, of: stream)
    isAtEnd = peeked.count < count
  }

  /// The next bytes of a stream; fewer only at its end.
  private static func next(
    _ count: Int, of stream: any ByteStream
  ) throws(InputError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = try bytes.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try stream.read(into: .init(rebasing: all[filled...]))
      }
      if more == 0 { break }
      filled += more
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// The first bytes of the content of an input that is read another time.
  static func beginning(of input: LogInput, _ count: Int) throws(InputError) -> [UInt8] {
    var source = try Self(input)
    return try source.beginning(count)
  }

  private mutating func readOn(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    guard !isAtEnd, let stream else { return 0 }
    let count = try stream.read(into: buffer)
    if count == 0 { isAtEnd = true }
    return count
  }

  /// How many bytes are left at most, where that is known beforehand.
  var mostLeft: Int? { stream == nil ? peeked.count - handedOut : nil }

  /// How far the origin itself has been read.
  var position: Int { stream?.position ?? handedOut }
}
