extension RandomAccessCollection {
  /// The first position from which on a condition holds, which it doesn't before; the end where it
  /// never does.
  ///
  /// - Complexity: O(log count).
  package func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
