/// Shares by the size of a pool, for a picture: every point of it, and no character of one.
struct Plot: Sendable {
  /// The share at each size from 0, from 0 to 1. There are two at least.
  let shares: [Double]
  /// The size to point at; `nil` where there is no answer.
  let mark: Int?

  /// The largest size shown.
  var largestSize: Int { shares.count - 1 }
}
