import Testing

@testable import TrafficLogs

@Suite("What isn't to be counted")
struct ExclusionsTests {
  @Test(
    "Addresses in ranges",
    arguments: [
      ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false),
      ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.7:51234", true),
      ("192.0.2.7", "::ffff:192.0.2.7", true), ("192.0.2.7", "192.0.2.70", false),
      ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "2001:db8::1", false),
      ("::/0", "2001:db8::1", true), ("2001:db8::/32", "2001:db8:aa9:fc0c:b734::1", true),
      ("2001:db8::/32", "2001:db9::1", false), ("2001:DB8::1", "2001:db8:0:0:0:0:0:1", true),
      ("2001:db8::1", "[2001:db8::1]:443", true), ("fe80::1", "fe80::1%eth0", true),
      ("192.0.2.128/25", "192.0.2.129", true), ("192.0.2.128/25", "192.0.2.127", false),
      ("192.0.2.7", "example.com", false), ("192.0.2.7", "-", false), ("192.0.2.7", "", false),
      ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", true), ("1::8", "1:0:0:0:0:0:0:8", true),
      ("::ffff:0:0/96", "8.8.8.8", true), ("1:2::/31", "1:3::", true),
    ])
  func ranges(range: String, address: String, isInside: Bool) throws {
    let exclusions = Exclusions(addresses: [try #require(AddressRange(range))])
    let bytes = Array(address.utf8)
    #expect(exclusions.hasAddress(AddressField(bytes.span, bytes.indices)?.address) == isInside)
  }

  @Test(
    "What is no range",
    arguments: [
      "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "256.0.0.1", "1.2.3.4.5", "2001:db8::/129",
      "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "office", "10.0.0.0/8/8", "10.0.0.0/-1",
      "12345::", ":1:2:3:4:5:6:7:8",
    ])
  func noRanges(text: String) {
    #expect(AddressRange(text) == nil)
  }

  @Test(
    "Paths by their beginning, or whole with stars",
    arguments: [
      ("/health", "/health", true), ("/health", "/health/live", true), ("/health", "/", false),
      ("/health", "/en/health", false), ("*/health", "/en/health", true),
      ("*/health", "/en/health/x", false), ("*/health*", "/en/health/x", true),
      ("/*/print", "/a/b/print", true), ("/a?c", "/abc", true), ("/a?c", "/ac", false),
      ("*", "/", true), ("/a*b*c", "/aXbXbXc", true), ("/a*b*c", "/aXbXbX", false),
    ])
  func paths(pattern: String, path: String, matches: Bool) throws {
    let exclusions = Exclusions(paths: [try #require(PathPattern(pattern))])
    let bytes = Array(path.utf8)
    #expect(exclusions.hasPath(bytes.span, bytes.indices) == matches)
  }
}
