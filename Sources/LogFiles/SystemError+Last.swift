public import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension SystemError {
  /// Creates an error in the system's own words.
  ///
  /// - Parameter number: The system's number for it.
  public init(_ number: Int32) {
    self.init(number: number, description: String(cString: strerror(number)))
  }

  /// What the system says of the call that failed last on this thread.
  package static var last: Self { Self(errno) }
}
