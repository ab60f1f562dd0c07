/// A count for every pool size, ascending; the last entry holds for every larger size.
public struct SizeCounts: Hashable, Sendable {
  private var values: [Int32]
  private var expectations: [Double]

  /// Counts of things that happened.
  init(_ values: [Int32]) {
    // From the last change on every size is the same.
    let sizes = values.indices.last { $0 == 0 || values[$0] != values[$0 - 1] }.map { $0 + 1 } ?? 0
    self.values = Array(values.prefix(sizes))
    expectations = []
  }

  /// Expected counts where chance decides.
  init(expected: [Double]) {
    values = []
    expectations = expected
  }

  /// From how many things begin to be counted at each size.
  init(thresholds: [Int32]) {
    var total: Int32 = 0
    self.init(
      thresholds.map { count in
        total += count
        return total
      })
  }

  /// The largest size at which the count may differ from that of the size before.
  public var largestSize: Int { max(values.count, expectations.count, 1) - 1 }

  /// The count at a size.
  public subscript(size: Int) -> Double {
    let size = min(max(size, 0), largestSize)
    if !expectations.isEmpty { return expectations[size] }
    return values.isEmpty ? 0 : Double(values[size])
  }
}
