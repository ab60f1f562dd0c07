public import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension LogInput {
  /// A file by its path, through the system's `gzip` where its content is compressed.
  ///
  /// - Parameter path: Where it is.
  public static func file(_ path: String) -> Self {
    Self(name: path, origin: FileOrigin(.path(path)))
  }

  /// Standard input, decompressed likewise.
  public static var standardInput: Self {
    Self(name: "standard input", origin: FileOrigin(.standardInput))
  }

  /// Bytes in memory, decompressed likewise.
  ///
  /// - Parameters:
  ///   - name: What messages call them.
  ///   - bytes: All of them, compressed or not.
  public static func unpacked(name: String, _ bytes: [UInt8]) -> Self {
    guard bytes.starts(with: Decompressor.signature) else { return .bytes(name: name, bytes) }
    return Self(name: name, origin: CompressedBytes(name: name, bytes))
  }

  /// Whether it is standard input.
  public var isStandardInput: Bool { place == .standardInput }

  /// Where in the system it is; `nil` where it is in memory.
  package var place: FileOrigin.Place? { (origin as? FileOrigin)?.place }
}

/// A file, or standard input.
package final class FileOrigin: ByteOrigin {
  /// Where it is.
  package let place: Place

  /// Where bytes are in the system.
  package enum Place: Hashable, Sendable {
    case path(String)
    case standardInput
  }

  init(_ place: Place) {
    self.place = place
  }

  package var isRepeatable: Bool { place != .standardInput }

  package var size: Int? {
    guard case .path(let path) = place else { return nil }
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  package func open() throws(InputError) -> any ByteStream {
    let file: FileStream
    switch place {
    case .path(let path): file = try FileStream(path: path)
    case .standardInput: file = FileStream(name: "standard input", STDIN_FILENO)
    }
    let beginning = try file.peek(Decompressor.signature.count)
    guard beginning == Decompressor.signature else { return file }
    return try Decompressor(of: file)
  }
}

/// Compressed bytes in memory.
private final class CompressedBytes: ByteOrigin {
  private let name: String
  private let bytes: [UInt8]

  init(name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var isRepeatable: Bool { true }

  var size: Int? { bytes.count }

  func open() throws(InputError) -> any ByteStream {
    try Decompressor(of: bytes, name: name)
  }
}
