import NumberPools

extension ReplayReport {
  /// The report for a terminal, at most 80 columns wide.
  ///
  /// - Parameter style: Whether there is colour.
  public func text(_ style: TextPage.Style = .init()) -> String {
    var page = TextPage(style)
    let sessions = section.traffic.sessions.count
    var verdict =
      "\(Figures.count(numbers, "number")) would have shown one to"
      + " \(Figures.percent(outcome.sessionsCovered, of: sessions)) of"
      + " \(Figures.count(sessions, "session"))"
    if !calls.isEmpty {
      let correct = calls.count { $0.attribution == .correct }
      verdict +=
        ", and credited \(Figures.percent(correct, of: calls.count)) of"
        + " \(Figures.count(calls.count, "call")) to the right one"
    }
    page.add(headline: verdict + ".")
    section.writeDoubts(to: &page)
    page.add(
      paragraph: "\(Figures.count(outcome.pageViewsRefused, "page view")) asked in vain. The peak"
        + " needed \(Figures.count(curve.peak, "number")).")
    section.writeRemarks(to: &page)
    writeCalls(to: &page)
    writeCredit(to: &page)
    writeHours(to: &page)
    writeRefusals(to: &page)
    writeUse(to: &page)
    section.write(to: &page)
    page.add(title: "What this takes for granted")
    for assumption in assumptions + ["All times are UTC."] { page.add(item: assumption) }
    return page.text
  }

  /// What the report takes for granted.
  var assumptions: [String] {
    let draw = seed.map { seed in
      "Which free number is lent is one draw of many (--allocation random --seed \(seed)): another"
        + " seed credits other calls. What is to be expected is in the report of numberpool size."
    }
    return section.assumptions + [draw].compactMap { $0 }
  }

  private func writeCalls(to page: inout TextPage) {
    guard let callsRead else { return }
    var table = TextTable(["", "calls", "share"], words: [0])
    func row(_ name: String, _ count: Int) {
      table.add([name, Figures.count(count), Figures.percent(count, of: calls.count)])
    }
    for attribution in Attribution.allCases {
      row(attribution.rawValue, calls.count { $0.attribution == attribution })
      if attribution == .wrong {
        let luck = rightByLuck
        if let count = luck.campaign { row("  of these the right campaign by luck", count) }
        if let count = luck.channel { row("  of these the right channel by luck", count) }
      }
    }
    page.add(title: "Calls")
    page.add(table)
    var causes = TextTable(["cause", "calls"], words: [0])
    for cause in Cause.allCases {
      let count = calls.count { $0.cause == cause }
      if count > 0 { causes.add([cause.name, Figures.count(count)]) }
    }
    if !causes.isEmpty {
      page.add(title: "Why calls aren't right; each counts once")
      page.add(causes)
    }
    callsRead.write(to: &page)
  }

  private func writeCredit(to page: inout TextPage) {
    guard !creditByLag.isEmpty else { return }
    var table = TextTable(
      ["a call so long after the last page view", "credited rightly"], words: [0])
    for credit in creditByLag {
      table.add(["\(credit.lag)", Figures.percent(credit.correct, of: credit.calls)])
    }
    page.add(title: "Credit by lag")
    page.add(table)
  }

  private func writeHours(to page: inout TextPage) {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    func add(_ title: String, _ cell: (HourOfWeek) -> String) {
      var table = TextTable(["hour"] + names)
      for hour in 0..<24 {
        table.add(["\(hour)"] + (0..<7).map { cell(hours[$0 * 24 + hour]) })
      }
      page.add(title: title)
      page.add(table)
    }
    add("Coverage by hour of the week, in percent of the sessions begun (UTC)") {
      $0.sessions == 0 ? "." : "\($0.covered * 100 / $0.sessions)"
    }
    if !calls.isEmpty {
      add("Credit by hour of the week, in percent of the calls (UTC)") {
        $0.calls == 0 ? "." : "\($0.correct * 100 / $0.calls)"
      }
    }
  }

  private func writeRefusals(to page: inout TextPage) {
    var refusals: [Timestamp] = []
    for (view, isRefusal) in outcome.isRefusal.enumerated() where isRefusal {
      refusals.append(section.traffic.pageViewTimes[view])
    }
    guard !refusals.isEmpty else { return }
    // Refusals a quarter of an hour apart belong together.
    var stretches: [(from: Timestamp, until: Timestamp, count: Int)] = []
    for time in refusals {
      if let last = stretches.last, time - last.until < .minutes(15) {
        stretches[stretches.count - 1] = (last.from, time, last.count + 1)
      } else {
        stretches.append((time, time, 1))
      }
    }
    var table = TextTable(["from", "until", "page views refused"], words: [0, 1])
    for stretch in stretches.sorted(by: { ($1.count, $0.from) < ($0.count, $1.from) }).prefix(10) {
      table.add([
        stretch.from.description, stretch.until.description, Figures.count(stretch.count),
      ])
    }
    page.add(
      title: "When nothing was free: the worst of \(Figures.count(stretches.count, "time"))")
    page.add(table)
  }

  private func writeUse(to page: inout TextPage) {
    guard span > .zero else { return }
    var table = TextTable(["number", "loans", "in use"] + (calls.isEmpty ? [] : ["calls"]))
    let shown =
      use.count <= 40 ? Array(use.indices) : Array(0..<20) + Array((use.count - 20)..<use.count)
    for index in shown {
      table.add(
        [
          "\(index + 1)", Figures.count(use[index].loans),
          Figures.share(Int(use[index].held.milliseconds), of: Int(span.milliseconds)),
        ] + (calls.isEmpty ? [] : [Figures.count(use[index].calls)]))
    }
    page.add(title: "Use of each number")
    page.add(table)
    if use.count > 40 {
      page.add(paragraph: "The first and the last 20 of \(Figures.count(use.count)) numbers.")
    }
  }
}
