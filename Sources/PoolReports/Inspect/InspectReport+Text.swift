import NumberPools

extension InspectReport {
  /// The report for a terminal, at most 80 columns wide.
  ///
  /// - Parameter style: Whether there is colour.
  public func text(_ style: TextPage.Style = .init()) -> String {
    var page = TextPage(style)
    let traffic = section.traffic
    page.add(
      headline:
        "\(Figures.count(traffic.sessions.count, "session")) of"
        + " \(Figures.count(traffic.visitorCount, "visitor")) with"
        + " \(Figures.count(traffic.pageViewTimes.count, "page view")) in"
        + " \(Figures.count(section.summary.lines, "line")).")
    section.writeDoubts(to: &page)
    section.writeRemarks(to: &page)
    writeFacts(to: &page)
    section.write(to: &page)
    if !touches.isEmpty {
      writeChannels(to: &page)
      writeSources(to: &page)
      writeMinutes(to: &page)
    }
    return page.text
  }

  private func writeFacts(to page: inout TextPage) {
    let traffic = section.traffic
    let summary = section.summary
    let profile = section.profile
    var table = TextTable(["", ""], words: [0, 1])
    if let span = summary.span {
      table.add(["lines", "\(span.lowerBound) to \(span.upperBound)"])
    }
    if let first = traffic.first, let last = traffic.last {
      table.add(["page views", "\(first) to \(last) (\(Figures.days(last - first)))"])
      table.add([
        "sessions a day",
        "\(Figures.count(traffic.sessions.count / max(1, profile.daysWithTraffic))) on"
          + " \(Figures.count(profile.daysWithTraffic, "day")) with traffic, by the log's clock",
      ])
      table.add([
        "numbers in use",
        "\(Figures.count(curve.peak)) at most, first at \(curve.peakTime?.description ?? "-"),"
          + " timeout \(rule.reuseTimeout)",
      ])
    }
    if let evidence = section.evidence, evidence.sessions > 0 {
      table.add(["no browsers", evidence.remark])
    }
    table.add(["out of order", Figures.count(summary.outOfOrder, "line")])
    table.add([
      "click ids",
      "\(Figures.count(summary.clickIDs)) different on page requests;"
        + " \(Figures.count(summary.clickIDsOfVisitors)) without bots and errors",
    ])
    let offsets = summary.offsetsByTime
    if !offsets.isEmpty {
      table.add([
        "log's clock",
        "UTC" + offsets.map { Figures.offset($0.minutes) }.joined(separator: ", then ")
          + "; all times here are UTC",
      ])
    }
    table.add(["visitor is", summary.visitorBasis.rawValue])
    if let field = summary.clientField { table.add(["client is", field]) }
    for gap in profile.gaps.prefix(5) {
      table.add([
        "gap", "\(Figures.days(gap.upperBound - gap.lowerBound)) from \(gap.lowerBound)",
      ])
    }
    page.add(title: "The log")
    page.add(table)
  }

  private func writeChannels(to page: inout TextPage) {
    var table = TextTable(["channel", "sessions", "share", "paid"], words: [0])
    for channel in channels { table.add(row(channel)) }
    page.add(title: "Channels")
    page.add(table)
  }

  private func writeSources(to page: inout TextPage) {
    var table = TextTable(["source / medium", "sessions", "share", "paid"], words: [0])
    let sources = sources
    for source in sources.prefix(Self.listed) { table.add(row(source)) }
    let rest = sources.dropFirst(Self.listed)
    if !rest.isEmpty {
      table.add(
        row(
          Origin(
            name: "\(Figures.count(rest.count)) others",
            sessions: rest.reduce(0) { $0 + $1.sessions }, paid: rest.reduce(0) { $0 + $1.paid })))
    }
    page.add(title: "Where sessions come from")
    page.add(table)
  }

  private func row(_ origin: Origin) -> [String] {
    [
      origin.name, Figures.count(origin.sessions),
      Figures.share(origin.sessions, of: touches.count), Figures.count(origin.paid),
    ]
  }

  private func writeMinutes(to page: inout TextPage) {
    var table = TextTable(["minute", "sessions begun"], words: [0])
    for minute in section.profile.busiestMinutes.prefix(5) {
      table.add([minute.minute.description, Figures.count(minute.sessions)])
    }
    page.add(title: "Busiest minutes")
    page.add(table)
  }
}
