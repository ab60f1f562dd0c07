/// The curve of a pool that lends a random number, worked out one size at a time, as far as it is
/// needed: more numbers raise every chance forever, so that there is no last size.
///
/// What is right rises with the size, towards the calls that nobody but another number's holder can
/// take. Beyond the peak, what is wrong falls as much. So of a gap between two sizes worked out it
/// is known between what it lies.
struct RandomCurve: Sendable {
  /// What is known so far.
  private(set) var curve: PoolCurve
  private let chains: PageViewChains
  private let levels: [Int32]
  private let credit: CreditQuestion
  private let columns: [DialledCalls]
  /// What is certain of each column, and what its chances rise to.
  private let certain: [AttributionCurve]
  private let limits: [Double]
  /// For each size worked out the expected right calls of each column.
  private var rows: [Int: [Double]] = [:]

  /// How many sizes are known.
  var sizesWorkedOut: Int { rows.count }

  /// Every size up to here is worked out where a larger one is.
  static let sizesWithoutGap = 1000

  /// Prepares a curve without a row.
  init(
    _ chains: PageViewChains, in traffic: Traffic, request: RequestRule, credit: CreditQuestion
  ) {
    let pass = LevelPass(chains.holds, request: request)
    self.chains = chains
    self.credit = credit
    levels = pass.levels
    curve = PoolCurve(of: chains.holds, request: request, pass: pass)
    columns = credit.columns(of: chains.holds, in: traffic)
    var limits: [Double] = []
    certain = columns.map { dialled in
      var counts = ThresholdCounts()
      var limit = 0
      for (call, view) in zip(dialled.calls, dialled.views) {
        guard let view else {
          counts.addUnseen()
          continue
        }
        counts.add(level: pass.levels[view], threshold: nil)
        if !chains.isOvertaken(view, by: call.time) { limit += 1 }
      }
      limits.append(Double(limit))
      return counts.curve
    }
    self.limits = limits
  }

  /// Works out every size up to one more than the peak, from where on chances only rise.
  mutating func workOutPeak(on map: some ParallelMap) {
    workOut(Array(0...(curve.peak + 1)), on: map)
  }

  /// Works out sizes, and where there are few, those below.
  mutating func workOut(_ sizes: [Int], on map: some ParallelMap) {
    var wanted = Set(sizes)
    let largest = max(sizes.max() ?? 0, rows.keys.max() ?? 0)
    wanted.formUnion(0...min(largest, Self.sizesWithoutGap))
    workOut(exactly: wanted, on: map)
  }

  /// Works out sizes and no others.
  mutating func workOut(exactly sizes: Set<Int>, on map: some ParallelMap) {
    let missing = sizes.filter { rows[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    let found = map.map(missing) { [chains, levels, columns] size in
      RandomChances(chains, levels: levels, numbers: size).expected(columns)
    }
    for (size, row) in zip(missing, found) { rows[size] = row }
    let sizes = rows.keys.sorted()
    let curves = columns.indices.map { column in
      AttributionCurve(
        calls: certain[column].calls,
        correct: SizeCounts(
          expected: sizes.map { rows[$0]?[column] ?? 0 }, at: sizes, limit: limits[column]),
        credited: certain[column].credited)
    }
    curve.adopt(curves, for: credit)
  }
}
