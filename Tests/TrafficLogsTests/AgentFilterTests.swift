import Testing

@testable import TrafficLogs

@Suite("Browsers and robots")
struct AgentFilterTests {
  @Test(
    "People's browsers",
    arguments: [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
      "Opera/9.80 (Android; Opera Mini/7.6.40234/37.6116; U; en) Presto/2.12.423 Version/12.16",
      "UCWEB/2.0 (MIDP-2.0; U; Adr 4.4.4; en-US; 2014818) U2/1.0.0 UCBrowser/8.9.2.373 U2/1.0.0 Mobile",
      "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36",
      "Dalvik/1.6.0 (Linux; U; Android 4.4.2; era Build/KOT49H)",
    ])
  func people(agent: String) {
    #expect(kind(agent) == .visitor)
  }

  @Test(
    "Robots, tools and previews",
    arguments: [
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)", "curl/7.88.1",
      "python-requests/2.31.0", "Go-http-client/1.1", "facebookexternalhit/1.1", "", "-",
      "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0 Safari/537.36", "Java/1.6.0_04",
      "Mozilla/5.0 (en-us) AppleWebKit/525.13 (KHTML, like Gecko; Google Web Preview)",
      "Microsoft Office Existence Discovery", "ltx71 - (http://ltx71.com/)",
    ])
  func robots(agent: String) {
    #expect(kind(agent) == .bot)
  }

  @Test(
    "The server's own software",
    arguments: [
      "Serf/1.1.0 mod_pagespeed/1.9.32.3-4448",
      "Apache/2.4.7 (Ubuntu) OpenSSL/1.0.1f (internal dummy connection)",
    ])
  func server(agent: String) {
    #expect(kind(agent) == .serverItself)
  }

  private func kind(_ agent: String) -> AgentFilter.Kind {
    let bytes = Array(agent.utf8)
    return AgentFilter.kind(of: bytes.span)
  }
}
