#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the C library does faster than a loop; a loop where there is none, as in a browser.
enum ByteSearch {
  /// The first place of a byte.
  ///
  /// - Complexity: O(bytes).
  static func offset(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
    #if canImport(Darwin) || canImport(Glibc) || canImport(Musl)
      guard let found = memchr(base, Int32(byte), bytes.count) else { return nil }
      return UnsafeRawPointer(found) - base
    #else
      return bytes.firstIndex(of: byte)
    #endif
  }

  /// Whether so many bytes are the same at two places.
  ///
  /// - Complexity: O(bytes).
  static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    #if canImport(Darwin) || canImport(Glibc) || canImport(Musl)
      return memcmp(left, right, count) == 0
    #else
      for offset in 0..<count
      where left.load(fromByteOffset: offset, as: UInt8.self)
        != right.load(fromByteOffset: offset, as: UInt8.self)
      {
        return false
      }
      return true
    #endif
  }
}
