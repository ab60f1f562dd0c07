extension SchemeComparison {
  /// Plays every scheme.
  mutating func compare() {
    let views = SessionViews(of: input.traffic)
    let calls = ComparedCalls(input, views)
    let pool = PoolReplay(question, of: input, views)
    results.append(poolResult(pool, calls, views))
    results.append(ceilingResult(calls, views))
    let truth = origins.truth.map { session in
      session < 0 ? TouchLabels.none : labels.labels(of: origins.paid[Int(session)]).campaign
    }
    var lags = LagCounts(of: input, lags: SchemeQuestion.lags)
    lags.poolRight = pool.rightCalls(
      at: lags.lags, until: lags.end,
      said: origins.said.map { labels.labels(of: input.visible[Int($0)]).campaign }, truth: truth)
    for scheme in Scheme.allCases where scheme.isStatic {
      let numbers = StaticNumbers(
        scheme, rule: question.rule(of: scheme), of: input, labels, views)
      var result = staticResult(numbers, calls, views)
      let right = result.rightByRank(numbers, truths)
      result.rightWithEveryKey = right.map { $0.reduce(0, +) }
      result.budgetEqualToPool = Self.budget(
        for: results[0][.campaign].right, right[LabelLevel.campaign.rawValue])
      result.breakEvenLag = lags.breakEven(
        said: numbers.campaigns(of: input, budget: question.numbers, views), truth: truth)
      results.append(result)
    }
  }

  /// The smallest budget with which so many calls are right.
  private static func budget(for wanted: Int, _ rightByRank: [Int]) -> Int? {
    var right = 0
    for (budget, more) in rightByRank.enumerated() {
      if right >= wanted { return budget }
      right += more
    }
    return right >= wanted ? rightByRank.count : nil
  }

  private func poolResult(
    _ pool: PoolReplay, _ calls: ComparedCalls, _ views: SessionViews
  ) -> SchemeResult {
    var result = SchemeResult(.pool)
    result.numbersUsed = question.numbers
    result.numbersNeeded = question.poolMinimum
    var readings = pool.readings(
      of: input.calls, strays: calls.strayNumbers(of: question.numbers), in: input)
    nameOrigins(&readings)
    finish(&result, readings, calls, views, shown: pool.shown, numbers: question.numbers, keys: nil)
    return result
  }

  private func ceilingResult(_ calls: ComparedCalls, _ views: SessionViews) -> SchemeResult {
    var result = SchemeResult(.perVisitor)
    let ceiling = VisitorNumbers(of: input)
    result.numbersUsed = ceiling.visitors.count
    result.numbersNeeded = ceiling.visitors.count
    var readings = ceiling.readings(calls, of: input)
    nameOrigins(&readings)
    finish(
      &result, readings, calls, views, shown: ceiling.shown(of: input),
      numbers: ceiling.visitors.count, keys: nil)
    return result
  }

  private func staticResult(
    _ numbers: StaticNumbers, _ calls: ComparedCalls, _ views: SessionViews
  ) -> SchemeResult {
    var result = SchemeResult(numbers.scheme)
    let used = min(question.numbers, numbers.ranked.count)
    result.numbersUsed = used
    result.numbersNeeded = numbers.needed
    result.keys = numbers.ranked.count
    let strays = calls.strayNumbers(of: used)
    let readings = input.calls.indices.map { place in
      var reading = NumberReading()
      let view = calls.views[place]
      if view >= 0 {
        let session = Int(input.traffic.pageViewSessions[Int(view)].index)
        if !input.isNotSwapped.isEmpty, input.isNotSwapped[session] {
          reading.cause = .notSwapped
          return reading
        }
        reading.key = numbers.key(ofView: Int(view), session: session)
        reading.number = numbers.number(ofKey: reading.key, budget: used)
        reading.source = numbers.sources[session]
      } else if strays[place] >= 0 {
        reading.number = strays[place]
        reading.key = numbers.ranked[Int(reading.number)]
      }
      if reading.number >= 0 { reading.labels = numbers.keys.labels[Int(reading.key)] }
      return reading
    }
    finish(
      &result, readings, calls, views, shown: numbers.shown(of: input, budget: used),
      numbers: used, keys: numbers)
    return result
  }

  /// Adds what is said of the sessions that are named.
  private func nameOrigins(_ readings: inout [NumberReading]) {
    for place in readings.indices where readings[place].session >= 0 {
      let session = Int(readings[place].session)
      readings[place].source = origins.said[session]
      readings[place].labels = labels.labels(of: input.visible[Int(origins.said[session])])
    }
  }

  private func finish(
    _ result: inout SchemeResult, _ readings: [NumberReading], _ calls: ComparedCalls,
    _ views: SessionViews, shown: [Int32], numbers: Int, keys: StaticNumbers?
  ) {
    let finder = CauseFinder(
      input: input, origins: origins, labels: labels, keys: keys, budget: question.numbers)
    result.count(readings, truths: truths, finder: finder)
    var counts = [Int](repeating: 1, count: readings.count)
    let queries = calls.byTime.compactMap { place -> SightCounter.Query? in
      let reading = readings[Int(place)]
      if reading.session >= 0 { return nil }
      return SightCounter.Query(
        place: Int(place), time: input.calls[Int(place)].time, number: reading.number,
        view: calls.views[Int(place)])
    }
    if !queries.isEmpty {
      SightCounter(shown, in: input.traffic, views).count(queries, numbers: numbers) {
        counts[$0] = $1
      }
    }
    result.oneOfN = CountSpread(counts)
  }
}
