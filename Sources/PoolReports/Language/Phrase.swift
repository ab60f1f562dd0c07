import NumberPools

/// Something to be said, as a value: which sentence it is, and the figures in it.
///
/// Words come last, so a report can be tested without them and written in several languages.
protocol Phrase: Sendable {
  /// The phrase in words.
  func words(in wording: any Wording) -> String
}

extension Heading: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension Label: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension Title: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension SizeFinding: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension SizeNote: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension BackTestPhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension ForecastPhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension ReplayPhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension ComparePhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension SchemeName: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension SchemeCause: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension SchemeCause.Group: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension InspectPhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension ReadingPhrase: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension RuleAssumption: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension VisitorAssumption: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension Assumption: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension LogWarning: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension Cause: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
extension MinimumPool.Failure: Phrase {
  func words(in wording: any Wording) -> String { wording.words(self) }
}
