import NumberPools
import Testing

@testable import TrafficLogs

@Suite("How a session arrived")
struct TouchReaderTests {
  private let reader = TouchReader(ownSites: ["shop.example"])

  @Test("Tags and click id of the landing page")
  func tags() {
    let touch = reader.touch(
      address: "/p?utm_source=News+Letter&utm_medium=e%2Dmail&utm_campaign=m%C3%A4rz&gclid=Abc-1",
      referrer: "https://www.google.com/")
    #expect(touch.source == "News Letter")
    #expect(touch.medium == "e-mail")
    #expect(touch.campaign == "m\u{E4}rz")
    #expect(touch.clickID == Touch.ClickID(parameter: "gclid", value: "Abc-1"))
    #expect(touch.isTagged)
    #expect(touch.isPaid)
  }

  @Test("A click id alone names source and medium")
  func clickID() {
    let touch = reader.touch(address: "/?yclid=123", referrer: "")
    #expect(touch.sourceAndMedium == "yandex / cpc")
    #expect(touch.isPaid)
    #expect(!reader.touch(address: "/?fbclid=1", referrer: "").isPaid)
    #expect(reader.touch(address: "/?fbclid=1", referrer: "").isTagged)
  }

  @Test(
    "A click id inside another value is none",
    arguments: ["/?u=http%3A%2F%2Fa%3Fgclid%3D1", "/?xgclid=1", "/?gclid=", "/gclid=1"])
  func noClickID(address: String) {
    #expect(!reader.touch(address: address, referrer: "").isTagged)
  }

  @Test(
    "The referrer, where there are no tags",
    arguments: [
      ("https://www.google.co.uk/", "google / organic"), ("https://t.co/x", "t.co / social"),
      ("http://m.facebook.com/", "facebook / social"), ("", "(direct) / (none)"),
      ("https://blog.example/a?utm_source=x", "blog.example / referral"),
      ("https://www.shop.example/other", "(direct) / (none)"), ("-", "(direct) / (none)"),
    ])
  func referrers(referrer: String, expected: String) {
    #expect(reader.touch(address: "/", referrer: referrer).sourceAndMedium == expected)
  }

  @Test("A click id that survives only in the referrer of the next request")
  func clickIDInOwnReferrer() {
    let touch = reader.touch(
      address: "/contact", referrer: "https://www.shop.example/landing?gclid=Xy")
    #expect(touch.clickID?.value == "Xy")
    #expect(touch.landingPage == "/contact")
  }

  @Test("A medium without a source leaves the source to the referrer")
  func mediumAlone() {
    let touch = reader.touch(address: "/?utm_medium=cpc", referrer: "https://blog.example/")
    #expect(touch.sourceAndMedium == "blog.example / cpc")
  }

  @Test(
    "Paid media", arguments: ["cpc", "CPC", "ppc", "paid_social", "cpm", "display", "retargeting"])
  func paidMedia(medium: String) {
    #expect(reader.touch(address: "/?utm_medium=\(medium)", referrer: "").isPaid)
  }

  @Test("Media that aren't paid", arguments: ["email", "organic", "referral", "social"])
  func unpaidMedia(medium: String) {
    #expect(!reader.touch(address: "/?utm_medium=\(medium)", referrer: "").isPaid)
  }
}
