import NumberPools

/// American English.
struct English: Wording {
  let thousandsMark = ","
  let decimalMark = "."
  let pluralRule = PluralRule.oneAndOthers
  var clock = Interval.zero
  let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let warning = "Warning"

  func forms(of noun: Noun) -> [String] {
    switch noun {
    case .number: ["number", "numbers"]
    case .session: ["session", "sessions"]
    case .sessionName: ["session name", "session names"]
    case .visitor: ["visitor", "visitors"]
    case .pageView: ["page view", "page views"]
    case .visit: ["visit", "visits"]
    case .call: ["call", "calls"]
    case .line: ["line", "lines"]
    case .row: ["row", "rows"]
    case .gap: ["gap", "gaps"]
    case .day: ["day", "days"]
    case .hour: ["hour", "hours"]
    case .time: ["time", "times"]
    case .address: ["address", "addresses"]
    }
  }

  func length(_ interval: Interval) -> String { interval.description }

  func time(_ time: Timestamp) -> String {
    if clock == .zero { return time.description }
    // Programs are told the moment with its zone; people read it by the clock that `zone` names.
    return String((time + clock).description.dropLast().prefix(19)).replacing("T", with: " ")
  }

  func date(_ time: Timestamp) -> String { String((time + clock).description.prefix(10)) }

  var zone: String {
    clock == .zero ? "UTC" : "UTC" + offset(Int(clock.milliseconds / 60_000))
  }
}
