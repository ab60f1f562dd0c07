import NumberPools
import Testing

@testable import PoolReports

@Suite("Words for people")
struct WordingTests {
  private let english = English()

  @Test("Counts with separators, and nouns in the form that belongs beside them")
  func counts() {
    #expect(english.count(0) == "0")
    #expect(english.count(999) == "999")
    #expect(english.count(157_433) == "157,433")
    #expect(english.count(-1000) == "-1,000")
    #expect(english.count(1, .session) == "1 session")
    #expect(english.count(0, .session) == "0 sessions")
    #expect(english.count(1234, .pageView) == "1,234 page views")
  }

  @Test("Every language has every form of every noun", arguments: Language.allCases)
  func nouns(language: Language) {
    for noun in Noun.allCases {
      let forms = language.wording.forms(of: noun)
      #expect(forms.count == language.wording.pluralRule.forms, "\(noun)")
      #expect(forms.allSatisfy { !$0.isEmpty }, "\(noun)")
    }
    #expect(language.wording.weekdays.count == 7)
  }

  @Test("Russian counts in three forms, by the last digits but for the teens")
  func threeForms() {
    let rule = PluralRule.oneFewMany
    #expect([1, 21, 101, 1001].allSatisfy { rule.form(of: $0) == 0 })
    #expect([2, 3, 4, 22, 104].allSatisfy { rule.form(of: $0) == 1 })
    #expect([0, 5, 10, 11, 12, 14, 20, 25, 111, 112, 1011].allSatisfy { rule.form(of: $0) == 2 })
    #expect(rule.form(of: -21) == 0)
    #expect((-1000...1000).allSatisfy { (0..<rule.forms).contains(rule.form(of: $0)) })
  }

  @Test("Percentages never round up to a target that is missed")
  func percentages() {
    #expect(english.percent(1, of: 1) == "100.00 %")
    #expect(english.percent(99_999, of: 100_000) == "99.99 %")
    #expect(english.percent(1, of: 3) == "33.33 %")
    #expect(english.percent(0, of: 0) == "-")
  }

  @Test("Money")
  func money() {
    #expect(english.money(350) == "3.50")
    #expect(english.money(123_400) == "1,234")
  }

  @Test("Lengths of days")
  func days() {
    #expect(english.days(.hours(1)) == "1 hour")
    #expect(english.days(.hours(22)) == "22 hours")
    #expect(english.days(.days(1)) == "1.0 days")
    #expect(english.days(.days(1000)) == "1,000 days")
  }

  @Test(
    "Personal data and control characters are kept out",
    arguments: [
      ("192.0.2.1 / referral", "(hidden) / referral"), ("google / cpc", "google / cpc"),
      ("a@b.example", "(hidden)"), ("+49 1512345678901", "+49 (hidden)"),
      ("2001:db8::1", "(hidden)"), ("version 1.2.3", "version 1.2.3"),
      ("x\u{1B}[31mred", "x\\x1B[31mred"), ("http://192.0.2.1/x", "(hidden)"),
      ("summer-2026", "summer-2026"),
    ])
  func privacy(text: String, shown: String) {
    #expect(Privacy.masked(text) == shown)
  }
}
