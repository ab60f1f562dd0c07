import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Tags of a landing page's address")
struct LandingTagsTests {
  @Test(
    "Values",
    arguments: [
      ("a+b", "a b"), ("a%20b", "a b"), ("%D0%B0", "\u{430}"), ("100%", "100%"), ("%zz", "%zz"),
      ("%+1", "% 1"), ("%E0%E1", "%E0%E1"), ("Google", "Google"), ("", nil), ("+", nil),
      ("{keyword}", nil), ("%7Bkeyword%7D", nil), ("{{campaign.name}}", nil), ("%%CAMPAIGN%%", nil),
      ("%25%25site%25%25", nil), ("__CAMPAIGN_NAME__", nil), ("${id}", nil), ("[id]", nil),
      ("(not+set)", nil), ("sale_{id}", "sale_{id}"), ("{}", "{}"), ("%%", "%%"),
    ] as [(String, String?)])
  func values(raw: String, value: String?) {
    #expect(LandingTags.value(raw) == value)
    #expect(LandingTags(of: "/?utm_source=" + raw).source == value)
  }

  @Test("Names in any case and behind an escaped ampersand; the first value counts")
  func names() {
    let tags = LandingTags(
      of: "/p?a=1&UTM_Source=one&amp;utm_medium=m&utm_source=two&utm_campaign=&utm_campaign=c#x")
    #expect(tags.source == "one")
    #expect(tags.medium == "m")
    #expect(tags.campaign == "c")
    #expect(LandingTags(of: "/p?a=1&GCLID=Ab").clickID == .init(parameter: "gclid", value: "Ab"))
    #expect(!LandingTags(of: "/p#utm_source=x").isTagged)
    #expect(!LandingTags(of: "/p?a=1#?utm_source=x").isTagged)
  }

  @Test("Every click id", arguments: Touch.ClickID.parameters)
  func clickIDs(parameter: String) throws {
    let touch = TouchReader().touch(address: "/?\(parameter)=1", referrer: "")
    let id = try #require(touch.clickID)
    #expect(id.parameter == parameter)
    #expect(touch.source == id.sourceAndMedium?.source)
    #expect(touch.isTagged)
    #expect(touch.isPaid == id.isPaid)
    #expect(touch.channel.isPaid == id.isPaid)
    #expect(touch.channel != .other)
  }

  @Test("Openstat, plain and in base64")
  func openstat() {
    // direct.yandex.ru;123;456;premium
    let coded = "ZGlyZWN0LnlhbmRleC5ydTsxMjM7NDU2O3ByZW1pdW0"
    for value in ["direct.yandex.ru;123;456;premium", coded, coded + "%3D", coded + "="] {
      for name in ["_openstat", "openstat"] {
        let touch = TouchReader().touch(address: "/?\(name)=\(value)", referrer: "")
        #expect(touch.sourceAndMedium == "yandex / cpc")
        #expect(touch.campaign == "123")
        #expect(touch.content == "456")
        #expect(touch.channel == .paidSearch)
        #expect(touch.isTagged && touch.isPaid)
      }
    }
    for value in ["", "nonsense", "%%", "1", ";;"] {
      #expect(!LandingTags(of: "/?_openstat=\(value)").isTagged, "\(value)")
    }
  }

  @Test(
    "A label from= counts where no tag, no click id and no known site says more",
    arguments: [
      ("/?from=price.ru", "", "price.ru / (none)"),
      ("/?from=price", "https://blog.example/", "price / (none)"),
      ("/?from=price", "https://www.google.com/", "google / organic"),
      ("/?from=price&yclid=1", "", "yandex / cpc"), ("/?from=MOW&to=LED", "", "(direct) / (none)"),
      ("/?from=2026-01-01", "", "(direct) / (none)"), ("/?from=%2Fcart", "", "(direct) / (none)"),
      ("/?from=menu", "https://shop.example/", "(direct) / (none)"),
    ])
  func from(address: String, referrer: String, expected: String) {
    let reader = TouchReader(ownSites: OwnSites(["shop.example"]))
    #expect(reader.touch(address: address, referrer: referrer).sourceAndMedium == expected)
  }

  @Test("Marks of search results are no tags")
  func found() {
    for (address, expected) in [
      ("/?ysclid=l1", "yandex / organic"), ("/?srsltid=a", "google / organic"),
    ] {
      let touch = TouchReader().touch(address: address, referrer: "")
      #expect(touch.sourceAndMedium == expected)
      #expect(!touch.isTagged)
      #expect(touch.channel == .organicSearch)
    }
    #expect(TouchReader().touch(address: "/?ysclid=l1&yclid=2", referrer: "").isPaid)
  }

  @Test("A referrer that was passed on counts where the browser names none or the site itself")
  func passedOn() {
    let reader = TouchReader(ownSites: OwnSites(["shop.example"]))
    let address = "/?utm_referrer=https%3A%2F%2Fyandex.ru%2F"
    for referrer in ["", "https://shop.example/go"] {
      let touch = reader.touch(address: address, referrer: referrer)
      #expect(touch.sourceAndMedium == "yandex / organic")
      #expect(!touch.isTagged)
    }
    let other = reader.touch(address: address, referrer: "https://bing.com/")
    #expect(other.sourceAndMedium == "bing / organic")
  }

  @Test("The site's own names and what stands before their dots")
  func ownSites() {
    let own = OwnSites(["shop.example", "203.0.113.7"])
    for host in ["shop.example", "m.shop.example", "a.b.shop.example", "203.0.113.7"] {
      #expect(own.contains(host), "\(host)")
    }
    for host in ["myshop.example", "example", "shop.example.org", "0.113.7", "1.203.0.113.7"] {
      #expect(!own.contains(host), "\(host)")
    }
  }
}
