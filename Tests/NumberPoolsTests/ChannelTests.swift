import Testing

@testable import NumberPools

@Suite("Channels")
struct ChannelTests {
  @Test(
    "Source and medium",
    arguments: [
      ("google", "cpc", Channel.paidSearch), ("Yandex", "CPC", .paidSearch),
      ("yandex.ru", "paid_search", .paidSearch), ("yandex_search", "cpc", .paidSearch),
      ("direct.yandex.ru", "cpc", .paidSearch), ("agency", "sem", .paidSearch),
      ("google", "organic", .organicSearch), ("duckduckgo", "referral", .organicSearch),
      ("partner", "organic", .organicSearch), ("facebook", "cpc", .paidSocial),
      ("facebook", "cpm", .paidSocial), ("vk_ads", "cpc", .paidSocial),
      ("telegram", "cpc", .paidSocial), ("agency", "paid-social", .paidSocial),
      ("vk", "target", .paidSocial), ("instagram.com", "referral", .organicSocial),
      ("pinwall", "social", .organicSocial), ("pinwall", "Social Network", .organicSocial),
      ("facebook", "organic", .organicSocial), ("facebook", nil, .organicSocial),
      ("youtube", "cpv", .paidVideo), ("youtube", "cpc", .paidVideo),
      ("youtube", "video", .organicVideo), ("site", "videoblog", .organicVideo),
      ("amazon", "cpc", .paidShopping), ("market.yandex.ru", "cpc", .paidShopping),
      ("amazon.de", "referral", .organicShopping), ("google", "display", .display),
      ("google", "cpm", .display), ("network", "banner", .display), ("network", "cpc", .paidOther),
      (nil, "ppc", .paidOther), ("network", "retargeting", .paidOther), ("x", "paid", .paidSocial),
      ("newsletter", "e-mail", .email), ("Email", nil, .email), ("crm", "e_mail", .email),
      ("mail.google.com", "referral", .email), ("telegram", "messenger", .messenger),
      ("viber", "social", .messenger), ("t.me", "referral", .messenger), ("crm", "sms", .sms),
      ("sms", nil, .sms), ("app", "web_push", .push), ("app", "push-notification", .push),
      ("blog", "affiliate", .affiliate), ("admitad", "cpa", .affiliate),
      ("blog", "partner", .affiliate), ("show", "podcast", .audio), ("flyer", "print", .offline),
      ("box", "QR", .offline), ("chatgpt.com", nil, .assistant),
      ("perplexity.ai", "referral", .assistant), ("blog.example", "referral", .referral),
      ("google.evil.example", "referral", .referral), (nil, nil, .direct),
      ("(direct)", "(none)", .direct), ("direct", nil, .direct), ("(direct)", "(not set)", .direct),
      ("google", nil, .other), ("blog", "whatever", .other), ("blog", nil, .other),
    ] as [(String?, String?, Channel)])
  func rules(source: String?, medium: String?, channel: Channel) {
    #expect(Channel(source: source, medium: medium) == channel)
  }

  @Test("A paid medium and a paid channel are the same, but for partners")
  func paid() {
    for medium in ChannelTable.media.keys.sorted() + ChannelTable.paidMedia.sorted() {
      for source in [nil, "google", "facebook", "blog", "youtube", "telegram"] {
        let channel = Channel(source: source, medium: medium)
        #expect(channel.isPaid == Channel.isPaid(medium: medium), "\(source ?? "") / \(medium)")
      }
    }
  }

  @Test("Every site of the table is of its kind, under each of its names")
  func sites() {
    for site in ChannelTable.sites {
      guard let kind = site.kind else { continue }
      for place in site.places.split(separator: " ").map(String.init) {
        let word = place.replacing(".*", with: ".com")
        if place.first != "=", place.contains(".") {
          #expect(ChannelTable.site(ofHost: word)?.source == site.source, "\(place)")
          #expect(ChannelTable.site(ofHost: "m.a." + word)?.kind == kind, "\(place)")
        } else {
          #expect(ChannelTable.kind(ofSource: word.replacing("=", with: "")) == kind, "\(place)")
        }
      }
    }
  }

  @Test(
    "Hosts",
    arguments: [
      ("google.co.uk", "google"), ("uk.search.yahoo.com", "yahoo"), ("m.vk.com", "vk.com"),
      ("l.facebook.com", "facebook"), ("mail.google.com", "gmail"), ("docs.google.com", nil),
      ("google.evil.example", nil), ("notgoogle.com", nil), ("com.google.android.gm", "gmail"),
      ("market.yandex.ru", "yandex.market"), ("yandex.com.tr", "yandex"), ("localhost", nil),
      ("go.mail.ru", "mail.ru"), ("203.0.113.7", nil),
    ] as [(String, String?)])
  func hosts(host: String, source: String?) {
    #expect(ChannelTable.site(ofHost: host)?.source == source)
  }

  @Test("Pages that send visitors back")
  func returnPages() {
    for host in ["www.paypal.com", "securepay.tinkoff.ru", "auth.robokassa.ru", "pay.amazon.de"] {
      #expect(ChannelTable.isReturnPage(host: host), "\(host)")
    }
    #expect(!ChannelTable.isReturnPage(host: "amazon.de"))
    #expect(!ChannelTable.isReturnPage(host: "shop.example"))
  }

  @Test(
    "Channels in the words of exports",
    arguments: [
      ("Paid Search", Channel.paidSearch), ("Cross-network", .paidOther), ("Unassigned", .other),
      ("Organic Social", .organicSocial), ("(Other)", .other), ("Affiliates", .affiliate),
      ("Переходы по рекламе", .paidOther), ("Прямые заходы", .direct), ("ad", .paidOther),
      ("Внутренние переходы", .direct), ("Переходы из поисковых систем", .organicSearch),
      ("Переходы из мессенджеров", .messenger), ("search", .organicSearch), ("website", .referral),
      ("campaign", .other), ("paid-search", .paidSearch),
      ("Mobile Push Notifications", .push),
    ])
  func names(name: String, channel: Channel) {
    #expect(Channel(named: name) == channel)
  }

  @Test("Every channel is found by its own name, and no other word is one")
  func ownNames() {
    for channel in Channel.allCases { #expect(Channel(named: channel.rawValue) == channel) }
    #expect(Channel(named: "Moscow") == nil)
  }

  @Test("A named channel that is paid is paid, whatever the medium says")
  func namedChannel() {
    var touch = Touch()
    touch.source = "google"
    touch.medium = "organic"
    #expect(touch.channel == .organicSearch)
    #expect(!touch.isPaid)
    touch.namedChannel = .paidSearch
    #expect(touch.channel == .paidSearch)
    #expect(touch.isPaid)
  }
}
