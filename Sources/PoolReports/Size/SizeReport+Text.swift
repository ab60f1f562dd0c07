import NumberPools

extension SizeReport {
  /// The report for a terminal, at most 80 columns wide.
  ///
  /// - Parameter style: Whether there is colour.
  public func text(_ style: TextPage.Style = .init()) -> String {
    var page = TextPage(style)
    page.add(headline: verdict)
    section.writeDoubts(to: &page)
    writeOtherReadings(to: &page)
    for sentence in context { page.add(paragraph: sentence) }
    section.writeRemarks(to: &page)
    if study.curve.sessions > 0 {
      writePlots(to: &page)
      writeNeighbours(to: &page)
      writeCredit(to: &page)
      writeCalls(to: &page)
      writeTimeouts(to: &page)
      writeRules(to: &page)
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
      let size = minimum.numbers
      let price = economics.cost(of: size).map { " for \(Figures.money($0)) a month" } ?? ""
      var sentence =
        "Rent \(Figures.count(size, "number"))\(price): "
        + "\(Figures.percent(curve.sessionsCovered(at: size), of: curve.sessions)) of"
        + " \(Figures.count(curve.sessions, "session")) then see a number of their own"
      if let credit = curve.credit(at: Self.usualLag) {
        sentence +=
          ", \(Figures.percent(credit.correct[size], of: credit.calls)) would be credited"
          + " rightly with a call \(Self.usualLag) later"
      }
      if let calls = curve.calls {
        sentence +=
          ", and \(Figures.percent(calls.correct[size], of: calls.calls)) of the"
          + " \(Figures.count(calls.calls, "call")) known are credited to the right one"
      }
      return sentence + " (target: \(study.question.target))."
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
    sentences += marginalSentences
    if let quoteSentence { sentences.append(quoteSentence) }
    if let cheapest = economics.cheapest(on: curve) {
      sentences.append(
        "Rent less what right calls are worth is best with \(Figures.count(cheapest, "number")).")
    }
    return sentences
  }

  private func writePlots(to page: inout TextPage) {
    let curve = study.curve
    page.add(title: "Coverage by pool size")
    let coverage = CurvePlot(upTo: max(1, curve.peak), mark: numbers) {
      Double(curve.sessionsCovered(at: $0)) / Double(curve.sessions)
    }
    for line in coverage.lines { page.add(line: line) }
    guard let credit = curve.credit(at: .hours(1)) else { return }
    page.add(title: "Credit by pool size, for a call 1 h after the last page view")
    let size = min(max(1, credit.largestSize), max(2 * curve.peak, 2 * (numbers ?? 0), 1))
    let plot = CurvePlot(upTo: size, mark: numbers) { size in
      // Chances rise: those of a size that wasn't worked out are at least those of the one below.
      credit.correctShare(at: curve.sizes.last { $0 <= size } ?? 0) ?? 0
    }
    for line in plot.lines { page.add(line: line) }
  }

  private func writeNeighbours(to page: inout TextPage) {
    let curve = study.curve
    var heads = ["numbers", "coverage", "without", "refused"]
    if curve.calls != nil { heads += ["right", "wrong", "unknown"] }
    if economics.monthlyPrice != nil { heads.append("a month") }
    var table = TextTable(heads + [""], words: [heads.count])
    for size in neighbours {
      var row = [
        Figures.count(size),
        Figures.percent(curve.sessionsCovered(at: size), of: curve.sessions),
        Figures.count(curve.sessions - curve.sessionsCovered(at: size)),
        Figures.count(curve.pageViewsRefused(at: size)),
      ]
      if let calls = curve.calls {
        row += [calls.correct[size], calls.wrong(at: size), calls.unknown(at: size)]
          .map { $0.map(Figures.decimal) ?? "-" }
      }
      if let cost = economics.cost(of: size) { row.append(Figures.money(cost)) }
      row.append(
        size == numbers
          ? "<- answer"
          : size == quote ? "<- offer" : size == curve.peak ? "peak" : "")
      table.add(row)
    }
    page.add(title: "What fewer numbers lose, and more buy")
    page.add(table)
    page.add(
      paragraph: "Without: sessions that never saw a number. Refused: page views that asked in"
        + " vain." + (curve.calls == nil ? "" : " Right, wrong, unknown: calls."))
  }

  private func writeCredit(to page: inout TextPage) {
    let credits = study.curve.creditByLag
    guard !credits.isEmpty else { return }
    let largest = study.curve.largestSize
    let more = [2, 3, 5, 10].map { $0 * max(1, numbers ?? study.curve.peak) }
    let sizes = Set(neighbours + more.filter { $0 <= largest }).sorted()
    page.add(title: "Credit by lag: calls credited rightly so long after the last page view")
    // As many as fit the width of a page.
    for first in stride(from: 0, to: credits.count, by: 6) {
      let columns = credits[first..<min(first + 6, credits.count)]
      var table = TextTable(
        ["numbers"] + columns.map { "\($0.lag)" } + [""], words: [columns.count + 1])
      for size in sizes {
        table.add(
          [Figures.count(size)]
            + columns.map { Figures.percent($0.curve.correct[size], of: $0.curve.calls) }
            + [size == numbers ? "<-" : ""])
      }
      if first > 0 { page.add(line: "") }
      page.add(table)
    }
    page.add(
      paragraph: "Numbers beyond coverage buy memory: a number is credited to its last visitor"
        + " until it is lent again.")
  }

  private func writeCalls(to page: inout TextPage) {
    guard let callsRead else { return }
    guard let causes = study.causes else {
      page.add(title: "Calls")
      callsRead.write(to: &page)
      return
    }
    var table = TextTable(["", "calls", "share"], words: [0])
    func row(_ name: String, _ count: Double) {
      table.add([name, Figures.decimal(count), Figures.percent(count, of: causes.calls)])
    }
    row("right", causes.correct)
    for attribution in [Attribution.wrong, .unknown] {
      row(attribution.rawValue, causes[attribution])
      for cause in Cause.allCases where cause.attribution == attribution && causes[cause] > 0 {
        row("  " + cause.name, causes[cause])
      }
    }
    page.add(title: "Calls at the answer, and why some aren't right")
    page.add(table)
    callsRead.write(to: &page)
  }

  private func writeTimeouts(to page: inout TextPage) {
    var table = TextTable(
      ["reuse timeout", "page stays open", "only page views", ""], words: [0, 3])
    for answer in study.timeouts {
      let isAsked = answer.reuseTimeout == study.question.rules.hold.reuseTimeout
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
    let isTabOpen = study.question.rules.hold.presence == .tabOpen
    let asked = study.question.rules.hold.reuseTimeout
    let answers = study.timeouts.filter { $0.reuseTimeout < asked }
      .compactMap { answer in
        (isTabOpen ? answer.tabOpen : answer.views).map { (answer.reuseTimeout, $0) }
      }
    guard let numbers, let fewest = answers.min(by: { $0.1 < $1.1 }), fewest.1 < numbers else {
      return "A longer timeout than needed costs numbers; here no shorter one would save any."
    }
    return "Keeping numbers for \(asked) after the visitor instead of \(fewest.0) costs"
      + " \(Figures.count(numbers - fewest.1, "number")) for the same target. Where the longest"
      + " idle number is lent first, a freed number waits as long as it can anyway."
  }

  private func writeRules(to page: inout TextPage) {
    guard !rules.isEmpty else { return }
    let credit = study.curve.credit(at: Self.usualLag)
    var table = TextTable(
      ["published rule", "numbers", "coverage"] + (credit == nil ? [] : ["15 min"]), words: [0])
    for rule in rules {
      var row = [
        rule.name, Figures.count(rule.numbers),
        Figures.percent(
          study.curve.sessionsCovered(at: rule.numbers), of: study.curve.sessions),
      ]
      if let credit {
        row.append(Figures.percent(credit.correct[rule.numbers], of: credit.calls))
      }
      table.add(row)
    }
    page.add(title: "What published rules would buy for the same traffic, and what that does")
    page.add(table)
    for rule in rules { page.add(item: "\(rule.name.prefix { $0 != ":" }): \(rule.source).") }
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

extension Cause {
  /// The cause in the words of a table.
  var name: String {
    switch self {
    case .fallbackShown: "the fallback number was on the screen"
    case .outsideMatchWindow: "nobody held the number within the match window"
    case .ownLaterSession: "credited to a later session of the same visitor"
    case .changedMidVisit: "the number was lost mid-visit"
    case .reassignedBeforeCall: "somebody else had been given the number"
    }
  }
}
