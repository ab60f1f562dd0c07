import NumberPools

/// The titles of sections.
enum Title: Sendable {
  // Every report.
  case whatWasRead
  case takenForGranted
  case options
  case delays
  case calls

  // How many numbers to rent.
  case coverageBySize
  case creditBySize(lag: Interval)
  case neighbours
  case creditByLag
  case callsAtAnswer
  case timeouts
  case need(TimeStretch.Unit)
  case savings
  case rules
  case pools

  // What is in a log.
  case log
  case channels
  case sources
  case busiestMinutes

  // What a pool of one size would have done.
  case causes
  case creditOfOneSize
  case coverageByHour
  case creditByHour
  case refusals(times: Int)
  case use
}
