/// A count for every pool size; the last entry holds for every larger size, but for expected
/// counts, whose last entry claims nothing beyond.
public struct SizeCounts: Hashable, Sendable {
  private var values: [Int32]
  /// The sizes that expectations are known of, ascending from 0; empty where nothing is left to
  /// chance.
  private let sizes: [Int]
  private let expectations: [Double]
  /// What expectations rise to as the pool grows without end; `nil` where the counts are certain.
  let limit: Double?

  /// Counts of things that happened.
  init(_ values: [Int32]) {
    // From the last change on every size is the same.
    let sizes = values.indices.last { $0 == 0 || values[$0] != values[$0 - 1] }.map { $0 + 1 } ?? 0
    self.values = Array(values.prefix(sizes))
    self.sizes = []
    expectations = []
    limit = nil
  }

  /// Expected counts where chance decides.
  ///
  /// - Parameters:
  ///   - expectations: The counts, by ascending size.
  ///   - sizes: The sizes, from 0.
  ///   - limit: What they rise to.
  init(expected expectations: [Double], at sizes: [Int], limit: Double) {
    precondition(sizes.count == expectations.count && !sizes.isEmpty, "A count for each size")
    values = []
    self.sizes = sizes
    self.expectations = expectations
    self.limit = limit
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

  /// Whether the counts are expectations, which more numbers change forever.
  public var areExpected: Bool { limit != nil }

  /// The largest size at which the count may differ from that of the size before; of expected
  /// counts the largest size that was worked out.
  public var largestSize: Int { sizes.last ?? max(values.count, 1) - 1 }

  /// The count at a size; `nil` where it is an expectation that wasn't worked out.
  ///
  /// - Complexity: O(1), but O(log(sizes)) of expectations at sizes beyond a gap.
  public subscript(size: Int) -> Double? {
    guard areExpected else { return certain(at: size) }
    let size = max(size, 0)
    // Without a gap a size is its own position.
    if size < sizes.count, sizes[size] == size { return expectations[size] }
    let place = sizes.partitioningIndex { $0 >= size }
    return place < sizes.count && sizes[place] == size ? expectations[place] : nil
  }

  /// The count at a size where nothing is left to chance.
  func certain(at size: Int) -> Double {
    values.isEmpty ? 0 : Double(values[min(max(size, 0), values.count - 1)])
  }

  /// The sizes that expectations are known of; `nil` where every size is known.
  var expectedSizes: [Int]? { areExpected ? sizes : nil }
}
