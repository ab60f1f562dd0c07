/// Several outcomes, each with its share of all.
struct ShareTable: Sendable {
  /// The shares of all outcomes up to each; the last is 1.
  private let sums: [Double]

  /// Creates a table of shares of any scale.
  ///
  /// - Parameter shares: None of them negative, one at least above 0.
  init(_ shares: [Double]) {
    var sum = 0.0
    var sums: [Double] = []
    sums.reserveCapacity(shares.count)
    for share in shares {
      sum += share
      sums.append(sum)
    }
    for index in sums.indices { sums[index] /= sum }
    self.sums = sums
  }

  /// Ranks from 1 on, each with a share of its power.
  ///
  /// - Parameters:
  ///   - count: How many ranks.
  ///   - exponent: How much rarer they become; 0 for ranks all alike.
  init(zipf count: Int, exponent: Double) {
    var shares: [Double] = []
    shares.reserveCapacity(count)
    for rank in 0..<count {
      shares.append(Logarithm.inverse(-exponent * Logarithm.of(Double(rank + 1))))
    }
    self.init(shares)
  }

  /// How many outcomes there are.
  var count: Int { sums.count }

  /// Draws an outcome.
  ///
  /// - Complexity: O(log(outcomes)).
  func draw(_ random: inout RandomStream) -> Int {
    if sums.count == 1 { return 0 }
    let drawn = random.nextUnit()
    let index = sums.partitioningIndex { drawn < $0 }
    return min(index, sums.count - 1)
  }
}
