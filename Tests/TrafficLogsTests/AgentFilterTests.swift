import LogFiles
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
      "Mozilla/5.0 (Linux; Android 7.0; M bot 60 Build/NRD90M) AppleWebKit/537.36 Chrome/58.0.3029.83 Mobile Safari/537.36",
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/143.0.0.0 Mobile Safari/537.36 (Ecosia android@143.0.0.0)",
      "Mozilla/5.0 (Linux; Android 12; rubyplus) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
      "Mozilla/5.0 (Linux; Android 5.0; PHANTOM PZ18) AppleWebKit/537.36 Chrome/80.0 Mobile Safari/537.36",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/144.0.0.0 YaBrowser/26.1.0.0 Safari/537.36",
      "Mozilla/5.0 (Linux; arm_64; Android 13; V2111) AppleWebKit/537.36 Chrome/136.0 YaApp_Android/25.50.1 YaSearchBrowser/25.50 BroPP/1.0 SA/3 Mobile Safari/537.36",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0;FBDV/iPhone16,2;FBSV/18.6]",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 390.0.0 (iPhone15,3; iOS 18_6; ru_RU)",
      "Mozilla/5.0 (Linux; Android 13; 22101316G; wv) AppleWebKit/537.36 Version/4.0 Chrome/138.0 Mobile Safari/537.36 Viber/25.1",
      "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
      "Mozilla/5.0 (Linux; Android 15; SM-S911B; wv) AppleWebKit/537.36 Version/4.0 Chrome/140.0 Mobile Safari/537.36 GSA/16.30",
      "Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 Version/7.0 TV Safari/537.36",
      "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/108.0 Safari/537.36 WebAppManager",
      "Mozilla/5.0 (SmartHub; SMART-TV; U; Linux/SmartTV; Maple2012)",
      "Mozilla/5.0 (QtEmbedded; U; Linux; C) AppleWebKit/533.3 MAG250 stbapp ver: 2 rev: 250 Safari/533.3",
      "Mozilla/5.0 (PlayStation; PlayStation 5/7.00) AppleWebKit/605.1.15 Version/15.4 Safari/605.1.15",
      "Mozilla/5.0 (Nintendo 3DS; U; ; en) Version/1.7498.EU",
      "Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) AppleWebKit/609.4 NF/6.0.2.21.3 NintendoBrowser/5.1.0.22474",
      "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/145.0.0.0 Safari/537.36",
      "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; .NET CLR 2.0.50727)",
      "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)",
      "Mozilla/5.0 (compatible; Konqueror/4.5; Linux) KHTML/4.5.4 (like Gecko)",
      "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; Embedded Web Browser from: http://bsalsa.com/)",
      "BlackBerry8520/5.0.0.681 Profile/MIDP-2.1 Configuration/CLDC-1.1 VendorID/600",
      "NokiaC3-00/5.0 (07.20) Profile/MIDP-2.1 Configuration/CLDC-1.1 Mozilla/5.0 AppleWebKit/420+ (KHTML, like Gecko) Safari/420+",
      "SAMSUNG-GT-S5620/1.0 SHP/VPP/R5 Dolfin/1.5 Nextreaming SMM-MMS/1.2.0 profile/MIDP-2.1",
      "Coolpad8190_CMCC_TD/1.0 Linux/3.0.8 Android/4.0 Release/10.15.2012 Browser/AppleWebkit534.3",
      "DoCoMo/2.0 P900i(c100;TB;W24H11)",
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
      "Site24x7", "GoogleHC/1.0", "ELB-HealthChecker/2.0", "kube-probe/1.29", "UptimeRobot/2.0",
      "Better Uptime Bot", "Blackbox Exporter/0.24.0", "Datadog/Synthetics", "AHC/2.1",
      "Mozilla/5.0 (compatible; Detectify)",
      "Mozilla/5.0 (compatible; inoreader.com; 2 subscribers)",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/138.0 Safari/537.36 DatadogSynthetics",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/96.0 Safari/537.36 PTST/211202.211915",
      "Mozilla/5.0 (X11; Linux x86_64; ips-agent) Gecko/20111107 Firefox/3.6.24",
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0",
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Amzn-User/0.1) Chrome/119.0 Safari/537.36",
      "CCBot/2.0", "PerplexityBot/1.0", "Perplexity-User/1.0", "meta-externalagent/1.1",
      "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; Bytespider)",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Safari/537.36; Devin/1.0; +devin.ai",
      "okhttp/4.12.0", "axios/1.7.2", "node-fetch/1.0", "Apache-HttpClient/4.5.13 (Java/11.0.16)",
      "Ruby", "rest-client/2.1.0 (linux x86_64) ruby/3.2.2p53", "Faraday v2.9.0", "GuzzleHttp/7",
      "Dart/3.3 (dart:io)", "reqwest/0.12", "Jersey/2.25.1 (HttpUrlConnection 1.8.0_141)",
      "PostmanRuntime/7.37.3", "HTTPie/3.2.2", "aria2/1.36.0", "Wget/1.21.3", "Node.js",
      "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.0) LinkCheck by Siteimprove.com",
      "SkypeUriPreview Preview/0.5", "TelegramBot (like TwitterBot)", "WhatsApp/2.23.20.0",
      "Viber/1.0",
      "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
      "Screaming Frog SEO Spider/21.0",
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
      "Mozilla/5.0 (Linux; Android 4.2.2; CUBOT C11) AppleWebKit/537.36 Chrome/31.0 (compatible; Googlebot/2.1)",
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
