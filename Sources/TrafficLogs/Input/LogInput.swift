/// Where bytes come from.
public struct LogInput: Sendable {
  /// The name used in messages.
  public let name: String
  let content: Content

  enum Content: Sendable {
    case bytes([UInt8])
    case origin(any ByteOrigin)
  }

  private init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// Takes whatever can be opened.
  ///
  /// - Parameters:
  ///   - name: What messages call it.
  ///   - origin: What opens it.
  public init(name: String, origin: any ByteOrigin) {
    self.init(name: name, content: .origin(origin))
  }

  /// Bytes in memory, such as a part of an archive or a download; none that are compressed.
  ///
  /// - Parameters:
  ///   - name: What messages call them.
  ///   - bytes: All of them.
  public static func bytes(name: String, _ bytes: [UInt8]) -> Self {
    Self(name: name, content: .bytes(bytes))
  }

  /// The size in bytes, as far as it is known beforehand.
  ///
  /// - Complexity: O(1).
  public var size: Int? {
    switch content {
    case .bytes(let bytes): bytes.count
    case .origin(let origin): origin.size
    }
  }

  /// Whether it gives the same bytes once more when it is opened again.
  public var isRepeatable: Bool {
    switch content {
    case .bytes: true
    case .origin(let origin): origin.isRepeatable
    }
  }

  /// What opens it; `nil` where it is bytes in memory.
  package var origin: (any ByteOrigin)? {
    if case .origin(let origin) = content { origin } else { nil }
  }
}
