#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why the system refuses, by its own number.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number, such as that of "No such file or directory".
  public var number: Int32

  /// Creates an error.
  ///
  /// - Parameter number: The system's number for it.
  public init(_ number: Int32) {
    self.number = number
  }

  /// What the system says of the call that failed last on this thread.
  package static var last: Self { Self(errno) }

  /// The system's own words, without a period.
  public var description: String {
    String(cString: strerror(number))
  }
}
