import NumberPools

extension SizeReport {
  /// The report for a terminal, at most 80 columns wide.
  public func text(_ style: TextPage.Style = .init()) -> String {
    var page = TextPage(style)
    page.add(headline: verdict)
    for sentence in context { page.add(paragraph: sentence) }
    section.writeWarnings(to: &page)
    if study.curve.sessions > 0 {
      writePlot(to: &page)
      writeNeighbours(to: &page)
      writeTimeouts(to: &page)
    }
    if !pools.isEmpty { writePools(to: &page) }
    section.write(to: &page)
    page.add(title: "What this takes for granted")
    for assumption in assumptions { page.add(item: assumption) }
    return page.text
  }

  private var verdict: String {
    let curve = study.curve
    switch study.minimum {
    case .failure(let failure):
      return "No answer for '\(study.question.target)': \(failure)."
    case .success(let minimum):
      let share = Figures.percent(
        curve.sessionsCovered(at: minimum.numbers), of: curve.sessions)
      let price = monthlyPrice.map { " for \(Figures.money($0 * minimum.numbers)) a month" } ?? ""
      return "Rent \(Figures.count(minimum.numbers, "number"))\(price): \(share) of"
        + " \(Figures.count(curve.sessions, "session")) then see a number of their own"
        + " (target: \(study.question.target))."
    }
  }

  private var context: [String] {
    let curve = study.curve
    var sentences: [String] = []
    if let time = curve.peakTime {
      sentences.append(
        "At most \(Figures.count(curve.peak, "number")) were in use at once, first at \(time):"
          + " so many never refuse anyone.")
    }
    // A burst that sets the peak has a warning of its own.
    if let window = study.busiestWindow, let quiet = study.withoutBusiestWindow,
      quiet.numbers != numbers, !study.burstSetsPeak
    {
      let answer = quiet.numbers.map { Figures.count($0, "number") } ?? "no pool"
      sentences.append(
        "Without the \(Figures.count(window.sessions, "session")) that began in the busiest 15"
          + " minutes (from \(window.from)), \(answer) would do.")
    }
    return sentences
  }

  private func writePlot(to page: inout TextPage) {
    let curve = study.curve
    page.add(title: "Coverage by pool size")
    let plot = CurvePlot(upTo: max(1, curve.peak), mark: numbers) {
      Double(curve.sessionsCovered(at: $0)) / Double(curve.sessions)
    }
    for line in plot.lines { page.add(line: line) }
  }

  private func writeNeighbours(to page: inout TextPage) {
    let curve = study.curve
    var heads = ["numbers", "coverage", "sessions without", "page views refused"]
    if monthlyPrice != nil { heads.append("a month") }
    var table = TextTable(heads + [""], words: [heads.count])
    for size in neighbours {
      var row = [
        Figures.count(size),
        Figures.percent(curve.sessionsCovered(at: size), of: curve.sessions),
        Figures.count(curve.sessions - curve.sessionsCovered(at: size)),
        Figures.count(curve.pageViewsRefused(at: size)),
      ]
      if let monthlyPrice { row.append(Figures.money(monthlyPrice * size)) }
      row.append(size == numbers ? "<- the answer" : size >= curve.peak ? "nobody refused" : "")
      table.add(row)
    }
    page.add(title: "What fewer numbers lose, and more buy")
    page.add(table)
  }

  private func writeTimeouts(to page: inout TextPage) {
    var table = TextTable(
      ["reuse timeout", "page stays open", "only page views", ""], words: [0, 3])
    for answer in study.timeouts {
      let isAsked = answer.reuseTimeout == study.question.rule.reuseTimeout
      table.add([
        "\(answer.reuseTimeout)",
        answer.tabOpen.map { Figures.count($0) } ?? "-",
        answer.views.map { Figures.count($0) } ?? "-",
        isAsked ? "<- assumed above" : "",
      ])
    }
    page.add(title: "Numbers needed for the same target at other reuse timeouts")
    page.add(table)
    page.add(
      paragraph: "Page stays open: within a session the number is kept over every gap. Only page"
        + " views: a gap as long as the timeout loses it.")
    page.add(paragraph: timeoutSentence)
  }

  private var timeoutSentence: String {
    let presence = study.question.rule.presence
    func numbers(_ answer: SizingStudy.TimeoutAnswer?) -> Int? {
      presence == .tabOpen ? answer?.tabOpen : answer?.views
    }
    let shortest = study.timeouts.first { $0.reuseTimeout == .seconds(150) }
    guard let few = numbers(shortest), let many = self.numbers, many > few,
      study.question.rule.reuseTimeout > .seconds(150)
    else {
      return "A number that was freed still credits late callers until somebody else gets it."
    }
    return "Keeping numbers for \(study.question.rule.reuseTimeout) after the visitor instead of"
      + " 2.5 min costs \(Figures.count(many - few, "number")). Where the longest idle number is"
      + " lent first and one is to spare, that credits no call more: a freed number waits as"
      + " long as it can anyway."
  }

  private func writePools(to page: inout TextPage) {
    var table = TextTable(["pool", "sessions", "peak", "numbers", "coverage"], words: [0])
    for pool in pools {
      let numbers = try? pool.minimum.get().numbers
      table.add([
        Privacy.masked(pool.name), Figures.count(pool.curve.sessions),
        Figures.count(pool.curve.peak), numbers.map { Figures.count($0) } ?? "-",
        numbers.map {
          Figures.percent(pool.curve.sessionsCovered(at: $0), of: pool.curve.sessions)
        } ?? "-",
      ])
    }
    table.add([
      "all of them", Figures.count(pools.reduce(0) { $0 + $1.curve.sessions }),
      Figures.count(pools.reduce(0) { $0 + $1.curve.peak }),
      pooledNumbers.map { Figures.count($0) } ?? "-", "",
    ])
    if let numbers {
      table.add([
        "one shared pool", Figures.count(study.curve.sessions), Figures.count(study.curve.peak),
        Figures.count(numbers),
        Figures.percent(study.curve.sessionsCovered(at: numbers), of: study.curve.sessions),
      ])
    }
    page.add(title: "A pool each")
    page.add(table)
    if let pooled = pooledNumbers, let numbers {
      page.add(
        paragraph: pooled > numbers
          ? "One shared pool saves \(Figures.count(pooled - numbers, "number"))."
          : "One shared pool saves nothing here.")
    }
  }
}
