import NumberPools

/// What a referrer's name or a click id says of source and medium, where no tag does.
enum KnownSites {
  /// Source and medium of a referring site.
  static func sourceAndMedium(of site: String) -> (source: String, medium: String) {
    let labels = site.split(separator: ".").map(String.init)
    // yandex.ru, google.co.uk, uk.search.yahoo.com: any label but the last decides.
    for label in labels.dropLast() {
      if searchEngines.contains(label) { return (label, "organic") }
      if socialNetworks.contains(label) { return (label, "social") }
    }
    if ["t.co", "vk.com", "ok.ru"].contains(site) { return (site, "social") }
    return (site, "referral")
  }

  /// Source and medium of a click id.
  static func sourceAndMedium(
    ofClickID clickID: Touch.ClickID
  ) -> (source: String, medium: String)? {
    switch clickID.parameter {
    case "gclid", "gbraid", "wbraid", "dclid": ("google", "cpc")
    case "msclkid": ("bing", "cpc")
    case "yclid", "ymclid": ("yandex", "cpc")
    case "ttclid": ("tiktok", "cpc")
    case "twclid": ("twitter", "cpc")
    case "li_fat_id": ("linkedin", "cpc")
    case "rb_clickid": ("vk", "cpc")
    case "fbclid": ("facebook", "social")
    default: nil
    }
  }

  private static let searchEngines: Set<String> = [
    "google", "bing", "yahoo", "yandex", "ya", "duckduckgo", "baidu", "ecosia", "qwant", "ask",
    "aol", "rambler", "seznam", "naver", "sogou", "startpage", "brave",
  ]
  private static let socialNetworks: Set<String> = [
    "facebook", "instagram", "linkedin", "twitter", "pinterest", "reddit", "youtube", "tiktok",
    "telegram", "vkontakte", "quora",
  ]
}
