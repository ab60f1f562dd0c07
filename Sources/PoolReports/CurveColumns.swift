import NumberPools

/// The `curve` object: columns over pool sizes from 0 to the peak, whose row holds for every
/// larger size. Past 10,000 numbers only the sizes at which a count changes, and the last.
struct CurveColumns: Encodable {
  private let numbers: [Int]
  private let sessionsCovered: [Int]
  private let pageViewsRefused: [Int]

  init(_ curve: PoolCurve) {
    let all = Array(0...curve.peak)
    numbers = all.filter { size in
      size <= 10_000 || size == curve.peak
        || curve.sessionsCovered(at: size) != curve.sessionsCovered(at: size - 1)
        || curve.pageViewsRefused(at: size) != curve.pageViewsRefused(at: size - 1)
    }
    sessionsCovered = numbers.map(curve.sessionsCovered(at:))
    pageViewsRefused = numbers.map(curve.pageViewsRefused(at:))
  }

  private enum CodingKeys: String, CodingKey {
    case numbers
    case sessionsCovered = "sessions_covered"
    case pageViewsRefused = "page_views_refused"
  }
}
