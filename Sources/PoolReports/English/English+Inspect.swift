import NumberPools

/// What is in a log.
extension English {
  func words(_ phrase: InspectPhrase) -> String {
    switch phrase {
    case .verdict(let sessions, let visitors, let pageViews, let lines):
      "\(count(sessions, .session)) of \(count(visitors, .visitor)) with"
        + " \(count(pageViews, .pageView)) in \(count(lines, .line))."
    case .span(let span): "\(time(span.lowerBound)) to \(time(span.upperBound))"
    case .spanOfPageViews(let first, let last):
      "\(time(first)) to \(time(last)) (\(days(last - first)))"
    case .sessionsADay(let sessions, let days):
      "\(count(sessions)) on \(count(days, .day)) with traffic, by the log's clock"
    case .numbersInUse(let peak, let time, let timeout):
      "\(count(peak)) at most, first at \(time.map { self.time($0) } ?? "-"),"
        + " timeout \(length(timeout))"
    case .withoutEvidence(let counts):
      "\(count(counts.sessions, .session)) of \(count(counts.visitors, .visitor)),"
        + " \(counts.isDecisive ? "left out" : "counted")"
    case .outOfOrder(let lines): count(lines, .line)
    case .clickIDs(let all, let ofVisitors):
      "\(count(all)) different on page requests; \(count(ofVisitors)) without bots and errors"
    case .clock(let offsets):
      "UTC" + offsets.map { offset($0) }.joined(separator: ", then ")
        + (clock == .zero ? "; all times here are UTC" : "")
    case .client(let field): words(field)
    case .gap(let gap): "\(days(gap.upperBound - gap.lowerBound)) from \(time(gap.lowerBound))"
    }
  }

  /// Where lines name the client.
  private func words(_ field: ClientField) -> String {
    switch field {
    case .only(let place): "field \(place), the address before the time"
    case .mostVarying(let place):
      "field \(place), of several addresses before the time the one that varies"
    case .name: "a name, as most lines have no address before the time"
    case .behindStatus(let place, let otherwise):
      "field \(place) behind the status, where it is an address; else \(words(otherwise))"
    }
  }
}
