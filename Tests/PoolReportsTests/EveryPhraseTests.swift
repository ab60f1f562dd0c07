import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import PoolReports

@Suite("Every phrase has words")
struct EveryPhraseTests {
  @Test("All warnings are whole sentences", arguments: Language.allCases)
  func warnings(language: Language) {
    for warning in EveryPhrase.warnings {
      let words = warning.words(in: language.wording)
      #expect(words.last == "." || words.last == "?", "\(warning): \(words)")
      #expect(!words.contains("  "), "\(words)")
    }
  }

  @Test("All assumptions are whole sentences", arguments: Language.allCases)
  func assumptions(language: Language) {
    for assumption in EveryPhrase.assumptions {
      let words = assumption.words(in: language.wording)
      #expect(words.last == ".", "\(assumption): \(words)")
      #expect(!words.contains("  "), "\(words)")
    }
  }

  @Test("No warning is missing from the list of them")
  func complete() throws {
    let file = CommandRun.package.appendingPathComponent(
      "Sources/NumberPools/Dataset/LogWarning.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let cases = source.matches(of: /\n  case (\w+)/).map { String($0.1) }
    let listed = EveryPhrase.warnings.map { String("\($0)".prefix { $0 != "(" }) }
    // What a study doubts is in the reports of random studies.
    #expect(Set(cases).subtracting(listed) == ["burst"])
  }

  @Test("Labels, titles and headings that have no figures", arguments: Language.allCases)
  func labels(language: Language) {
    let labels: [Label] =
      RuleOfThumb.Publisher.allCases.flatMap { [.rule($0), .source($0)] }
      + LogSummary.LeftOut.allCases.flatMap { [.leftOut($0), .meaning(of: $0)] }
      + Cause.allCases.map { .causeBelow($0) } + Attribution.allCases.map { .attribution($0) }
    for label in labels { #expect(!label.words(in: language.wording).isEmpty, "\(label)") }
  }
}
