import NumberPools

/// What can be told of a pool of each size. Every column is defined here and only here: text, JSON,
/// CSV and pages choose from them, and what targets speak of is measured as for targets.
struct CurveColumns {
  /// What every size does.
  let curve: PoolCurve
  /// What numbers cost.
  let economics: Economics

  /// The size itself.
  var numbers: Column<Int> { Column("numbers", .numbers, .count) { .count($0) } }

  /// The share of sessions that see a number.
  var coverage: Column<Int> { share(.coverage, "coverage", .coverage) }

  /// The sessions that see a number.
  var covered: Column<Int> {
    .data("sessions_covered", .count) { [curve] in .count(curve.sessionsCovered(at: $0)) }
  }

  /// The sessions that never see one.
  var without: Column<Int> {
    .shown(.without, .count) { [curve] in .count(curve.sessions - curve.sessionsCovered(at: $0)) }
  }

  /// Page views that ask in vain.
  var refused: Column<Int> {
    Column("page_views_refused", .refused, .count) { [curve] in
      .count(curve.pageViewsRefused(at: $0))
    }
  }

  /// What becomes of the calls; nothing where none are known.
  var calls: [Column<Int>] {
    guard curve.calls != nil else { return [] }
    return [
      count(.correct, "calls_correct", .right), count(.wrong, "calls_wrong", .wrong),
      count(.unknown, "calls_unknown", .unknown),
    ]
  }

  /// The shares credited rightly so long after the last page view, a column for each lag.
  var creditShares: [Column<Int>] {
    curve.creditByLag.map { credit in
      share(.credit(credit.lag), "credit_\(credit.lag.shorthand)", .lag(credit.lag))
    }
  }

  /// The sessions credited rightly by lag.
  var creditCounts: [Column<Int>] {
    curve.creditByLag.map { credit in
      count(.credit(credit.lag), credit.lag.shorthand, .lag(credit.lag))
    }
  }

  /// What a size costs a month; nothing without a price.
  var cost: [Column<Int>] {
    guard economics.monthlyPrice != nil else { return [] }
    return [
      Column("monthly_cost", .monthlyCost, .money) { [economics] in
        Value(money: economics.cost(of: $0))
      }
    ]
  }
}

extension CurveColumns {
  /// All there is to say of single sizes, without the signs beside them.
  var ofSizes: [Column<Int>] {
    [numbers, coverage, covered, without, refused] + calls
      + creditShares.map { $0.shown(to: .programs) } + cost
  }

  /// A size as programs are told of it.
  func record(_ size: Int) -> Record { Table([size], ofSizes).record(0) }

  private func share(
    _ metric: Target.Metric, _ key: String, _ heading: Heading
  ) -> Column<Int> {
    Column(key, heading, .share) { [curve] size in
      curve.share(metric, at: size).map { .share($0.count, of: $0.total) } ?? .unknown
    }
  }

  private func count(
    _ metric: Target.Metric, _ key: String, _ heading: Heading
  ) -> Column<Int> {
    Column(key, heading, .count) { [curve] size in
      Value(mean: curve.share(metric, at: size)?.count)
    }
  }
}

extension CurveColumns {
  /// The curve for programs: columns over pool sizes from 0 to the largest at which a count
  /// changes, whose row holds for every larger size. Past 10,000 only the sizes at which one does.
  /// Where calls are expectations, the sizes that were worked out; the last row claims nothing
  /// beyond.
  var record: Record {
    let sizes = sizesTold
    var record = Table(sizes, [numbers, covered, refused] + calls).record
    if !curve.creditByLag.isEmpty {
      record.add("credit_by_lag", .record(Table(sizes, creditCounts).record))
    }
    return record
  }

  private var sizesTold: [Int] {
    let metrics: [Target.Metric] =
      [.coverage] + (curve.calls == nil ? [] : [.correct, .wrong, .unknown])
      + curve.creditByLag.map { .credit($0.lag) }
    return curve.sizes.filter { size in
      curve.isExpected || size <= 10_000 || size == curve.largestSize
        || curve.pageViewsRefused(at: size) != curve.pageViewsRefused(at: size - 1)
        || metrics.contains {
          curve.share($0, at: size)?.count != curve.share($0, at: size - 1)?.count
        }
    }
  }
}
