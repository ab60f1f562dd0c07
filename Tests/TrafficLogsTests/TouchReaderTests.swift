import NumberPools
import Testing

@testable import TrafficLogs

@Suite("How a session arrived")
struct TouchReaderTests {
  private let reader = TouchReader(ownSites: OwnSites(["shop.example"]))

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

  @Test("A page that came from a cache shows only as the page before")
  func cachedPage() throws {
    let referrer = "https://www.shop.example/landing?gclid=Xy#top"
    #expect(reader.touch(address: "/contact", referrer: referrer).clickID == nil)
    let page = try #require(reader.cachedPage(referrer))
    #expect(page.touch.clickID?.value == "Xy")
    #expect(page.address == "/landing?gclid=Xy")
    #expect(reader.cachedPage("https://blog.example/?gclid=Xy") == nil)
  }

  @Test("Tags are taken whole: what is missing isn't filled by the referrer or a click id")
  func wholeTags() {
    let medium = reader.touch(address: "/?utm_medium=cpc", referrer: "https://blog.example/")
    #expect(medium.sourceAndMedium == "(not set) / cpc")
    let source = reader.touch(address: "/?utm_source=ads&gclid=1", referrer: "https://bing.com/")
    #expect(source.sourceAndMedium == "ads / (none)")
    #expect(source.isPaid)
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
