import NumberPools

/// The names of the site itself: its pages refer within a visit, not to it.
struct OwnSites {
  /// Hosts in lower case without `www.`; what stands before a dot of theirs is the site's own too.
  var hosts: Set<String>

  init(_ hosts: Set<String> = []) {
    self.hosts = hosts
  }

  /// Whether a host belongs to the site.
  ///
  /// - Parameter host: In lower case without `www.`.
  /// - Complexity: O(length).
  func contains(_ host: String) -> Bool {
    if hosts.isEmpty { return false }
    if hosts.contains(host) { return true }
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      // An address of numbers has no names before its dots.
      guard rest.utf8.contains(where: { !(0x30...0x39 ~= $0) && $0 != UInt8(ascii: ".") }) else {
        return false
      }
      if hosts.contains(String(rest)) { return true }
    }
    return false
  }
}
