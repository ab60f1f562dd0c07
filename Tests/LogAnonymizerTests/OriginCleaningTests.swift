import NumberPools
import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("Clean links tell how a session came")
struct OriginCleaningTests {
  private static let pseudonyms = Pseudonyms(AnonymizationKey(bytes: Array(0..<16)))

  private func cleaned(_ text: String, keepsPaths: Bool) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    LinkCleaner(pseudonyms: Self.pseudonyms, keepsPaths: keepsPaths)
      .append(bytes.span, bytes.indices, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static let names =
    [
      "utm_source", "utm_medium", "UTM_Campaign", "utm_term", "utm_content", "utm_id",
      "utm_referrer", "_openstat", "openstat", "from", "to", "gad_source", "ysclid", "srsltid",
      "q", "amp;utm_source",
    ] + Touch.ClickID.parameters

  private static let values = [
    "google", "cpc", "", "(not set)", "{keyword}", "%7Bcampaign%7D", "%%SITE%%", "[ad]",
    "joe@x.org", "joe%2540x.org", "2125550105", "spring+sale", "spring%20sale",
    "%2B1%20%28212%29%20555-0105", "{joe@x.org}", "https%3A%2F%2Fwww.google.com%2Fsearch%3Fq%3Djoe",
    "ZGlyZWN0O2NhbXBhaWduO2FkO3BsYWNl", "direct.yandex.ru;12345678901;joe@x.org;place",
    "direct.yandex.ru%3Bspring%3Bad%3Bplace", "/menu", "2026-03-02", "undefined", "1", "email",
    "VK",
  ]

  /// What tags say, of values whether they are there.
  private struct Told: Equatable {
    var isTagged: Bool
    var values: [Bool]
    var clickID: String?
    var found: String?
    var medium: String?
    var site: String?

    init(_ address: String) {
      let tags = LandingTags(of: address)
      isTagged = tags.isTagged
      values = [tags.source, tags.medium, tags.campaign, tags.term, tags.content, tags.from].map {
        $0 != nil
      }
      clickID = tags.clickID?.parameter
      found = tags.found.map { $0.source + $0.medium }
      medium = tags.marked?.medium
      site = tags.referrer.flatMap(TouchReader.site)
    }
  }

  @Test("Whatever tags say they say in a copy", arguments: UInt64(0)..<40)
  func sameTags(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var campaigns: [String: String] = [:]
    for _ in 0..<200 {
      let pairs = (0..<random.next(below: 5)).map { _ in
        Self.names[random.next(below: Self.names.count)] + "="
          + Self.values[random.next(below: Self.values.count)]
      }
      let address = "/a?" + pairs.joined(separator: "&")
      let copy = cleaned(address, keepsPaths: seed % 2 == 0)
      #expect(Told(copy) == Told(address), "\(address) \(copy)")
      for personal in ["joe", "2125550105", "12345678901"] { #expect(!copy.contains(personal)) }
      // The same campaign stays the same, and another one another.
      if let before = LandingTags(of: address).campaign,
        let after = LandingTags(of: copy).campaign
      {
        #expect(campaigns[before] == nil || campaigns[before] == after)
        campaigns[before] = after
      }
    }
    #expect(Set(campaigns.values).count == campaigns.count)
  }

  @Test("A session came from the same site, in the same way", arguments: [true, false])
  func sameTouch(keepsPaths: Bool) {
    let referrers = [
      "https://www.google.com/search?q=joe", "google.com/", "https://m.vk.com/joe", "", "-",
      "https://203.0.113.7/joe", "android-app://com.google.android.gm/", "https://joe@x.org/a",
      "http://[2a02:6b8::7]:80/", "joe.bloggs", "https://www.shop.example/joe?utm_source=x",
    ]
    for referrer in referrers {
      let copy = cleaned(referrer, keepsPaths: keepsPaths)
      let before = TouchReader().touch(address: "/", referrer: referrer)
      let after = TouchReader().touch(address: "/", referrer: copy)
      #expect(before.medium == after.medium && before.isPaid == after.isPaid)
      #expect((before.source == nil) == (after.source == nil), "\(referrer) \(copy)")
    }
  }
}
