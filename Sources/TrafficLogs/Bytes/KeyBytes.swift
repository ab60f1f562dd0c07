/// Keys of interners are put together from parts of lines and from numbers.
extension [UInt8] {
  /// Appends a part of a line.
  package mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends a number of four bytes.
  package mutating func append(number: Int) {
    Swift.withUnsafeBytes(of: UInt32(number)) { append(contentsOf: $0) }
  }
}
