import NumberPools

extension SizeReport {
  /// A pool, all pools, or the one that would serve instead.
  private struct PoolRow {
    var name: Value
    var sessions: Int
    var peak: Int
    var numbers: Int?
    var coverage: Value
  }

  /// The minimum of each of several pools, and of one in their place.
  var poolsSections: [Section] {
    guard !pools.isEmpty else { return [] }
    let table = Table(
      poolRows,
      [
        .shown(.pool, .words) { $0.name },
        .shown(.sessions, .count) { .count($0.sessions) },
        .shown(.peak, .count) { .count($0.peak) },
        .shown(.numbers, .count) { Value(count: $0.numbers) },
        .shown(.coverage, .share) { $0.coverage },
      ])
    var parts: [Part] = [.table(table)]
    if let pooled = pooledNumbers, let numbers {
      parts.append(.note(SizeNote.sharedPool(saves: max(0, pooled - numbers))))
    }
    return [Section(title: Title.pools, parts: parts)]
  }

  private var poolRows: [PoolRow] {
    var rows = pools.map { pool in row(.name(Privacy.masked(pool.name)), pool.curve, pool.numbers) }
    rows.append(
      PoolRow(
        name: .words(Label.allPools), sessions: pools.reduce(0) { $0 + $1.curve.sessions },
        peak: pools.reduce(0) { $0 + $1.curve.peak }, numbers: pooledNumbers, coverage: .blank))
    if let numbers { rows.append(row(.words(Label.sharedPool), curve, numbers)) }
    return rows
  }

  private func row(_ name: Value, _ curve: PoolCurve, _ numbers: Int?) -> PoolRow {
    PoolRow(
      name: name, sessions: curve.sessions, peak: curve.peak, numbers: numbers,
      coverage: Value(
        share: numbers.map { Double(curve.sessionsCovered(at: $0)) }, of: curve.sessions))
  }

  /// A pool for programs.
  func record(of pool: Pool) -> Record {
    var record: Record = [
      "name": .name(Privacy.masked(pool.name)),
      "sessions": .count(pool.curve.sessions),
      "peak": .record(pool.curve.peakRecord),
    ]
    CurveColumns(curve: pool.curve, economics: economics).add(pool.minimum, to: &record)
    return record
  }
}

extension SizeReport.Pool {
  /// Its minimum; `nil` when no size is the answer.
  fileprivate var numbers: Int? { try? minimum.get().numbers }
}
