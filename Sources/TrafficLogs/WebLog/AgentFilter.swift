/// Tells people's browsers from programs by what they call themselves.
enum AgentFilter {
  /// Who speaks.
  enum Kind: UInt8 {
    case visitor
    /// A robot, a tool, a preview: it says so, or gives an address to write to.
    case bot
    /// The web server's own software.
    case serverItself
  }

  /// Judges a browser's name.
  ///
  /// - Parameter agent: Its bytes; empty where there is none, which only programs do.
  /// - Complexity: O(length x words).
  static func kind(of agent: Span<UInt8>) -> Kind {
    var lower = [UInt8]()
    lower.reserveCapacity(agent.count)
    for index in agent.indices {
      let byte = agent[index]
      lower.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    if contains(lower, anyOf: serverWords) { return .serverItself }
    if lower.isEmpty || lower == [UInt8(ascii: "-")] { return .bot }
    // Cubot is a maker of telephones.
    if contains(lower, anyOf: exceptions) { return .visitor }
    return contains(lower, anyOf: botWords) ? .bot : .visitor
  }

  private static let serverWords = words(
    "mod_pagespeed ngx_pagespeed internal_dummy_connection")
  private static let exceptions = words("cubot")
  private static let botWords = words(
    """
    bot crawl spider slurp http:// https:// www. @ preview externalhit feed fetch scan monitor \
    headless phantomjs lighthouse archiver curl/ wget python java/ libwww lwp: lwp- perl/ ruby \
    go-http httpclient http-client http_request axios node-fetch undici guzzle php/ favicon \
    mediapartners validator nutch scrapy probe checker check_http uptime pingdom statuscake zgrab \
    masscan nmap nikto sqlmap wordpress drupal whatsapp embedly google-read google-insp \
    googleother google-adwords apis-google ltx71 selenium puppeteer playwright gtmetrix \
    pagespeed dataprovider webcopier httrack sitemap transcoder winhttp indy_library voltron \
    microsoft_office ms-office libredtail okhttp/2 apachebench siege/ jmeter zabbix nagios
    """)

  /// Words by their first byte, with underscores for spaces, read both ways.
  private static func words(_ text: String) -> [[[UInt8]]] {
    var words = [[[UInt8]]](repeating: [], count: 256)
    for word in text.split(separator: " ").map({ Array($0.utf8) }) {
      let spaced = word.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
      for bytes in [word, spaced] {
        if !words[Int(bytes[0])].contains(bytes) { words[Int(bytes[0])].append(bytes) }
      }
    }
    return words
  }

  private static func contains(_ text: [UInt8], anyOf words: [[[UInt8]]]) -> Bool {
    for start in text.indices {
      for word in words[Int(text[start])] where text.count - start >= word.count {
        if text[start..<(start + word.count)].elementsEqual(word) { return true }
      }
    }
    return false
  }
}
