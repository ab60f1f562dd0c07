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
      "Coverage by hour of the week, in percent of the sessions begun (UTC)"
    case .creditByHour: "Credit by hour of the week, in percent of the calls (UTC)"
    case .refusals(let times): "When nothing was free: the worst of \(count(times, .time))"
    case .use: "Use of each number"
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
    case .lagOfCall: "a call so long after the last page view"
    case .scheme(let scheme): shortName(of: scheme)
    case .nothingSaid: "nothing"
    case .invented: "invented"
    case .keys: "keys"
    case .needed: "needs"
    case .oneOf: "one of"
    case .oneOfAtMost: "95 %"
    case .campaignsWithEveryKey: "campaigns with all keys"
    case .asGoodAsPool: "as good as the pool"
    case .breakEven: "better from"
    case .truth: "true"
    case .channelByStatic: "channel, static"
    case .campaignByStatic: "campaign, static"
    case .channelByPool, .campaignByPool: "pool"
    case .campaign: "campaign"
    case .spend: "spend"
    case .costPerCampaignCall: "a call of a campaign costs"
    case .misallocatedSpend: "misallocated"
    case .way, .enough, .ofPairs, .neededByAll, .forecast, .nextNeeded: wordsOnForecasts(heading)
    }
  }

  func words(_ label: Label) -> String {
    switch label {
    case .answer: "<- answer"
    case .offer: "<- offer"
    case .peak: "peak"
    case .here: "<-"
    case .assumed: "<- assumed above"

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
