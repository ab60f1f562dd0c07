#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The standard library has neither function; this file alone asks the C library for them.
enum Logarithm {
  /// The natural logarithm of a number above 0.
  static func of(_ value: Double) -> Double { log(value) }

  /// Its inverse.
  static func inverse(_ value: Double) -> Double { exp(value) }
}
