import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("What is personal data")
struct PersonalDataTests {
  /// A text with a star for whatever is found.
  private func starred(_ text: String, _ place: PersonalData.Place = .text) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var start = 0
    for range in PersonalData.ranges(in: bytes.span, bytes.indices, place) {
      output += bytes[start..<range.lowerBound] + [UInt8(ascii: "*")]
      start = range.upperBound
    }
    return String(decoding: output + bytes[start...], as: UTF8.self)
  }

  @Test(
    "Nothing else is cut",
    arguments: [
      "spring-sale", "2026-03-02", "sale_20260302", "02.03.2026 10:15", "1920x1080", "12345",
      "1234567", "49.99", "1234.5678", "red%20shoes", "%D1%81%D1%82%D1%83%D0%BB", "Q1 2026",
      "iPhone 14 Pro", "{keyword}", "a:b", "10:15:30", "std::vector", "::1", "deadbeef",
      "(not set)",
      "google / cpc", "bcdfghjkmnpqrtvz", "100%", "C++", "utm&x", "\\x22quoted\\x22",
    ])
  func harmless(text: String) {
    #expect(starred(text) == text)
  }

  @Test(
    "What is cut is cut out of its text",
    arguments: [
      ("to joe@x.org now", "to * now"), ("a=+1 (212) 555-0105;b", "a=*;b"),
      ("tel:5550105", "tel:*"),
      ("call-555-0105", "call-*"), ("x203.0.113.7y", "x*y"), ("203-0-113-7.isp", "*.isp"),
      ("[2a02:6b8::7]:443", "[*]:443"), ("ip:2a02:6b8::7", "ip:*"), ("%2540joe", "*"),
      ("joe%2540x.org/a", "*/a"), ("&#50;125550105", "*"), ("%u0032125550105", "*"),
      ("id 6d92078a-8246-4ba4-ae5b-76104861e7dc.", "id *."), ("mac 00:1b:44:11:3a:b7", "mac *"),
      ("2026-03-02 2125550105", "*"), ("22 33 44 55", "*"), ("22334455", "*"),
      ("a 1-800-555-0105 b", "a * b"), ("030/1234567", "*"),
      ("d41d8cd98f00b204e9800998ecf8427e", "*"),
    ])
  func personal(text: String, expected: String) {
    #expect(starred(text) == expected)
  }

  @Test(
    "The versions of browsers stay",
    arguments: [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
        + " Safari/537.36 Edg/120.0.2210.144",
      "Mozilla/5.0 (Linux; Android 13; SM-S908B Build/TP1A.220624.014) Chrome/120.0.6099.109",
      "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) Version/17.1.2 Mobile/15E148",
      "[FBAN/FBIOS;FBAV/435.0.0.42.112;FBBV/524236352;FBDV/iPhone14,5]",
      "Mozilla/4.0 (compatible; MSIE 8.0; .NET CLR 2.0.50727; .NET CLR 3.5.30729.4506)",
      "Ecosia ios@102.0.5005.125", "GSA/300.0.598994205", "UCBrowser/13.10.12.1304",
      "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18",
      "NetType/WIFI MicroMessenger/8.0.2",
    ])
  func browsers(text: String) {
    #expect(starred(text, .browser) == text)
  }

  @Test(
    "What stands beside them goes",
    arguments: [
      ("App (+12125550105)", "App *)"), ("Chrome/120.0.0.0 203.0.113.7", "Chrome/120.0.0.0 *"),
      ("Scanner/203.0.113.7", "Scanner/*"), ("YaBrowser/20.9.3.136", "YaBrowser/20.9.*"),
      ("Bot (joe@x.org)", "Bot (*)"), ("Chrome/212.555.0105", "Chrome/*"),
      ("X 6d92078a-8246-4ba4-ae5b-76104861e7dc", "X *"), ("X imei 353918052345679", "X imei *"),
    ])
  func besideVersions(text: String, expected: String) {
    #expect(starred(text, .browser) == expected)
  }
}
