import NumberPools

extension English {
  func words(_ title: Title) -> String {
    switch title {
    case .whatWasRead: "What was read"
    case .takenForGranted: "What this takes for granted"
    case .calls: "Calls"

    case .coverageBySize: "Coverage by pool size"
    case .creditBySize(let lag):
      "Credit by pool size, for a call \(length(lag)) after the last page view"
    case .neighbours: "What fewer numbers lose, and more buy"
    case .creditByLag: "Credit by lag: calls credited rightly so long after the last page view"
    case .callsAtAnswer: "Calls at the answer, and why some aren't right"
    case .need(let unit):
      switch unit {
      case .day: "Numbers needed day by day, and what the answer serves"
      case .week: "Numbers needed week by week, and what the answer serves"
      case .fourWeeks: "Numbers needed every four weeks, and what the answer serves"
      }
    case .savings: "Ways to need fewer numbers, and what they lose"
    case .delays: "How late callers call"
    case .options: "Options of this report"
    case .timeouts: "Numbers needed for the same target at other reuse timeouts"
    case .rules: "What published rules would buy for the same traffic, and what that does"
    case .pools: "A pool each"

    case .log: "The log"
    case .channels: "Channels"
    case .sources: "Where sessions come from"
    case .busiestMinutes: "Busiest minutes"

    case .causes: "Why calls aren't right; each counts once"
    case .creditOfOneSize: "Credit by lag"
    case .coverageByHour:
      "Coverage by hour of the week, in percent of the sessions begun (\(zone))"
    case .creditByHour: "Credit by hour of the week, in percent of the calls (\(zone))"
    case .refusals(let times): "When nothing was free: the worst of \(count(times, .time))"
    case .use: "Use of the numbers"
    }
  }

  func words(_ heading: Heading) -> String {
    switch heading {
    case .none: ""
    case .numbers: "numbers"
    case .coverage: "coverage"
    case .without: "without"
    case .refused: "refused"
    case .right: "right"
    case .wrong: "wrong"
    case .unknown: "unknown"
    case .monthlyCost: "a month"
    case .lag(let lag): length(lag)
    case .sessions: "sessions"
    case .peak: "peak"
    case .calls: "calls"
    case .lines: "lines"
    case .share: "share"
    case .paid: "paid"
    case .sessionsBegun: "sessions begun"
    case .pageViewsRefused: "page views refused"
    case .loans: "loans"
    case .inUse: "in use"
    case .creditedRightly: "credited rightly"
    case .reading: "were the input read so"
    case .rule: "published rule"
    case .pool: "pool"
    case .cause: "cause"
    case .reuseTimeout: "reuse timeout"
    case .pageStaysOpen: "page stays open"
    case .onlyPageViews: "only page views"
    case .channel: "channel"
    case .sourceAndMedium: "source / medium"
    case .minute: "minute"
    case .hour: "hour"
    case .from: "from"
    case .until: "until"
    case .weekday(let day): weekdays[day]
    case .number: "number"
    case .dayFrom: "from"
    case .needed: "needed"
    case .servedByAnswer: "served"
    case .way: "way"
    case .sessionsServed: "served"
    case .rightAfter(let lag): "right after \(length(lag))"
    case .lagOfCall: "a call so long after the last page view"
    }
  }

  func words(_ label: Label) -> String {
    switch label {
    case .answer: "<- answer"
    case .offer: "<- offer"
    case .peak: "peak"
    case .here: "<-"
    case .assumed: "<- assumed above"

    case .stretch(let stretch, let isWhole): words(stretch, isWhole: isWhole)
    case .worst: "<- worst"
    case .way(let way): words(way)
    case .leastUsed: "least used"
    case .medianUsed: "median"
    case .mostUsed: "most used"
    case .within(let lag): "within \(length(lag))"
    case .later: "all"

    case .ineligible: "of sessions that get no number (--only)"
    case .linesRead: "read"
    case .unreadable: "unreadable"
    case .pageViews: "page views"
    case .theseCount: "these count"
    case .leftOut(let reason): name(of: reason)
    case .meaning(let reason): meaning(of: reason)

    case .reading(let way): words(way)
    case .rule(let publisher): rule(of: publisher)
    case .source(let publisher): source(of: publisher)

    case .right: "right"
    case .attribution(let attribution): attribution.rawValue
    case .causeBelow(let cause): "  " + words(cause)
    case .rightCampaignByLuck: "  of these the right campaign by luck"
    case .rightChannelByLuck: "  of these the right channel by luck"

    case .allPools: "all of them"
    case .sharedPool: "one shared pool"
    case .others(let count): "\(self.count(count)) others"

    case .lines: "lines"
    case .sessionsADay: "sessions a day"
    case .numbersInUse: "numbers in use"
    case .noBrowsers: "no browsers"
    case .outOfOrder: "out of order"
    case .clickIDs: "click ids"
    case .clock: "log's clock"
    case .visitorIs: "visitor is"
    case .clientIs: "client is"
    case .gap: "gap"
    }
  }
}
