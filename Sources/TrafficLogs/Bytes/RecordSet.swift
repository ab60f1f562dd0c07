/// Which records have been read, by their fingerprints: eight to sixteen bytes a record.
struct RecordSet {
  /// The fingerprints by place, 0 where it is empty; its length is a power of two.
  private var places = [UInt64](repeating: 0, count: 1024)
  private var count = 0

  /// Adds a record.
  ///
  /// - Returns: Whether it is new.
  /// - Complexity: O(1), amortized.
  mutating func insert(_ digest: UInt64) -> Bool {
    let digest = max(digest, 1)
    let place = place(of: digest)
    if places[place] == digest { return false }
    places[place] = digest
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  /// Whether a record has been added.
  func contains(_ digest: UInt64) -> Bool {
    let digest = max(digest, 1)
    return places[place(of: digest)] == digest
  }

  private func place(of digest: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: digest) & (places.count - 1)
    while places[place] != 0, places[place] != digest { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 2)
    for digest in old where digest != 0 { places[place(of: digest)] = digest }
  }
}
