/// What can be opened to read bytes from: a file, a download, whatever a caller has.
public protocol ByteOrigin: AnyObject, Sendable {
  /// Whether it gives the same bytes once more when it is opened again.
  var isRepeatable: Bool { get }
  /// The size in bytes, as far as it is known beforehand.
  var size: Int? { get }
  /// Opens it.
  ///
  /// - Throws: An ``InputError`` where that can't be done.
  func open() throws(InputError) -> any ByteStream
}

/// Bytes that come one block after the other.
///
/// Asked once a block, never once a line.
public protocol ByteStream: AnyObject {
  /// Puts the next bytes into a buffer.
  ///
  /// - Parameter buffer: Where to put them; not empty.
  /// - Returns: How many there are; 0 only at the end.
  /// - Throws: An ``InputError`` where they can't be read.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int
  /// How far the origin itself has been read, in bytes: in those of a compressed file where it is
  /// one.
  var position: Int { get }
  /// What there is to say at the end of bytes that could be read, such as what was left out behind
  /// them; `nil` for nothing.
  var complaint: String? { get }
}
