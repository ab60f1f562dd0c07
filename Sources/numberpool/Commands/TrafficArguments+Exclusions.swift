import TrafficLogs

extension TrafficArguments {
  /// What isn't to be counted.
  static func exclusions(_ arguments: Arguments) throws(UsageError) -> Exclusions {
    var exclusions = Exclusions()
    for text in arguments.all("--exclude-path") {
      guard let pattern = PathPattern(text) else {
        throw UsageError(
          message: "'\(text)' is no path for --exclude-path.",
          hint: "Write how it begins, such as /health, or all of it with stars: */feed/*.")
      }
      exclusions.paths.append(pattern)
    }
    for text in arguments.all("--exclude-address") {
      guard let range = AddressRange(text) else {
        throw UsageError(
          message: "'\(text)' is no address for --exclude-address.",
          hint: "Write an address or a range: 192.0.2.7, 10.0.0.0/8, 2001:db8::/32.")
      }
      exclusions.addresses.append(range)
    }
    return exclusions
  }
}
