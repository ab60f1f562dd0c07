import NumberPools
import TrafficLogs

extension FlagGroup {
  /// What is compared.
  static let comparison = FlagGroup("What is compared") {
    Flag.numbers
    Flag.target
    Flag.truth
    Flag.costs
    Flag.notSwapped
  }

  /// What a script for static numbers does.
  static let scripts = FlagGroup("Scripts for static numbers") {
    Flag.utmSees
    Flag.utmMemory
    Flag.fallback
  }

  /// Tables of a comparison.
  static let comparisonFiles = FlagGroup("Files to write") {
    Flag.comparedCallsOutput
  }

  /// What a comparison looks like.
  static let comparisonOutput = FlagGroup("Output") {
    Flag.full
    Flag.json
    Flag.showPersonalData
    Flag.threads
  }
}

extension Flag where Value == LogInput? {
  static var truth: Self {
    Flag(
      "--truth", .input,
      help: "what was paid for: a table of sessions with source, medium, campaign, term, click_id,"
        + " and person_id, via, not_swapped")
  }

  static var costs: Self {
    Flag("--costs", .input, help: "what was spent: a table of source, medium, campaign, cost")
  }
}

extension Flag where Value == Double {
  static var notSwapped: Self {
    Flag(
      "--not-swapped", .share, default: 0,
      help: "share of visitors, drawn, who never see a number: consent, blockers, caches")
  }
}

extension Flag where Value == [ScriptOptions.Seen] {
  static var utmSees: Self {
    let form = ValueForm<ScriptOptions.Seen>.words("WHAT") { seen in
      switch seen {
      case .clickIDs: "source and medium of click ids"
      case .referrers: "source and medium of the page before"
      }
    }
    return Flag(
      repeating: "--utm-sees", form, help: "what the script sees besides UTM tags",
      gather: { (seen) throws(UsageError) in seen })
  }
}

extension Flag where Value == KeyRule.Memory {
  static var utmMemory: Self {
    Flag(
      "--utm-memory", .memory, default: .session, help: "how long the script remembers the tags")
  }
}

extension Flag where Value == ScriptOptions.Fallback {
  static var fallback: Self {
    let form = ValueForm<ScriptOptions.Fallback>.words("WHICH") { fallback in
      switch fallback {
      case .printed: "the printed one: its calls are booked as direct"
      case .own: "a tracked one of its own: its calls are booked as unknown"
      }
    }
    return Flag(
      "--fallback", form, default: .printed, help: "the number shown where there is no other")
  }
}

extension Flag where Value == String? {
  static var comparedCallsOutput: Self {
    Flag(
      "--calls-output", .file,
      help: "writes for each call, scheme and level what is said, the truth and the cause")
  }
}

extension Flag where Value == Bool {
  static var full: Self {
    Flag(switch: "--full", help: "all details, and an example of each cause")
  }
}
