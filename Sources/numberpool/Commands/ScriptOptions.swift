import NumberPools

/// What the script on the page sees and remembers, and what becomes of calls that it tells nothing
/// of.
struct ScriptOptions {
  let keys: KeyRule
  let sees: [Seen]
  /// Whether the default number is one of its own, so that calls to it are booked as unknown.
  let hasOwnDefault: Bool
  /// The share of visitors who never see a number, from 0 to 1.
  let notSwapped: Double

  /// What a script may see besides UTM tags.
  enum Seen: String, CaseIterable {
    case clickIDs = "click-ids"
    case referrers
  }

  /// Which number is shown where no other one is.
  enum Fallback: String, CaseIterable {
    case printed
    case own
  }

  init(_ values: FlagValues) {
    sees = Seen.allCases.filter(values[.utmSees].contains)
    keys = KeyRule(
      memory: values[.utmMemory], seesClickIDs: sees.contains(.clickIDs),
      seesReferrers: sees.contains(.referrers))
    hasOwnDefault = values[.fallback] == .own
    notSwapped = values[.notSwapped]
  }

  /// Draws visitors who never see a number, beside those of whom it is known.
  func drawNotSwapped(in input: inout ComparedTraffic) {
    guard notSwapped > 0 else { return }
    var generator = SplitMix64(seed: 1)
    let isDrawn = (0..<input.traffic.visitorCount).map { _ in generator.nextUnit() < notSwapped }
    let known = input.isNotSwapped
    input.isNotSwapped = input.traffic.sessions.enumerated().map { index, session in
      isDrawn[Int(session.visitor.index)] || (!known.isEmpty && known[index])
    }
  }
}
