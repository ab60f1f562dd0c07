import TrafficLogs

extension ValueForm<PathPattern> {
  /// How paths begin, or what they are like.
  static let path = ValueForm(
    placeholder: "PATH",
    read: { (text, flag) throws(UsageError) in
      guard let pattern = PathPattern(text) else {
        throw UsageError(
          message: "'\(text)' is no path for \(flag).",
          hint: "Write how it begins, such as /health, or all of it with stars: */feed/*.")
      }
      return pattern
    })
}

extension ValueForm<AddressRange> {
  /// An address, or a range of them.
  static let address = ValueForm(
    placeholder: "RANGE",
    read: { (text, flag) throws(UsageError) in
      guard let range = AddressRange(text) else {
        throw UsageError(
          message: "'\(text)' is no address for \(flag).",
          hint: "Write an address or a range: 192.0.2.7, 10.0.0.0/8, 2001:db8::/32.")
      }
      return range
    })
}
