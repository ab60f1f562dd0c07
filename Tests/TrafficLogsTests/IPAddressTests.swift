import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Addresses of the Internet")
struct IPAddressTests {
  private func address(_ text: String) -> IPAddress? {
    let bytes = Array(text.utf8)
    return IPAddress(bytes.span, bytes.indices)
  }

  private func field(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return AddressField(bytes.span, bytes.indices).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(
    "Spellings of one address",
    arguments: [
      ["203.0.113.7", "::ffff:203.0.113.7", "::FFFF:cb00:7107", "0:0:0:0:0:ffff:203.0.113.7"],
      ["2001:db8::7", "2001:DB8::0007", "2001:db8:0:0:0:0:0:7", "2001:0db8::0:7"],
      ["::1", "0:0:0:0:0:0:0:1", "0::1"], ["::", "0:0:0:0:0:0:0:0", "::0"],
      ["1:2:3:4:5:6:7:8", "01:02:03:04:05:06:07:08"], ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
      ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"], ["64:ff9b::1.2.3.4", "64:ff9b::102:304"],
    ])
  func spellings(texts: [String]) throws {
    let addresses = try texts.map { try #require(address($0), "\($0)") }
    #expect(Set(addresses).count == 1)
  }

  @Test(
    "No addresses",
    arguments: [
      "", "-", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1..2.3", ".1.2.3", "1.2.3.", "10:00:00",
      "aa:bb:cc:dd:ee:ff", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::", ":1",
      "1:2:3:4:5:6:7:8::", "12345::", "g::1", "::1.2.3", "2026-03-02", "1:2:3:4:5:6:7:", "host",
    ])
  func noAddresses(text: String) {
    #expect(address(text) == nil)
  }

  @Test(
    "What servers write around an address",
    arguments: [
      ("203.0.113.7:40000", "203.0.113.7"), ("[2001:db8::7]:443", "2001:db8::7"),
      ("[2001:db8::7]", "2001:db8::7"), ("[203.0.113.7]", "203.0.113.7"),
      ("2001:db8::7:40000", "2001:db8::7"), ("\"203.0.113.7\"", "203.0.113.7"),
      ("\\\"203.0.113.7\\\"", "203.0.113.7"), ("(203.0.113.7)", "203.0.113.7"),
      ("RL:203.0.113.7", "203.0.113.7"), ("CF:203.0.113.7", "203.0.113.7"),
      ("RL:2001:db8::7", "2001:db8::7"), ("client=203.0.113.7;", "203.0.113.7"),
      ("xff=\"203.0.113.7, 10.0.0.1\"", "203.0.113.7"), ("fe80::1%eth0", "fe80::1"),
      ("203.0.113.7,10.0.0.1", "203.0.113.7"), ("10.0.0.1, 203.0.113.7", "203.0.113.7"),
      ("unknown, 203.0.113.7", "203.0.113.7"), ("10.0.0.1, 10.0.0.2", "10.0.0.1"),
      ("-, 203.0.113.7", "203.0.113.7"), ("nginx:", nil), ("web1:", nil), ("a:b", nil),
      ("[12345]", nil), ("[203.0.113.7", nil), ("10:00:00", nil), ("nginx/1.2.3.4", nil),
      ("shop.example:443", nil), ("1.2.3.4.example", nil), (":", nil), ("=", nil), ("a=", nil),
    ] as [(String, String?)])
  func fields(text: String, expected: String?) {
    #expect(field(text) == expected)
  }

  @Test(
    "Any bytes are an address or none, and an address comes back from its key",
    arguments: UInt64(0)..<20)
  func anything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Array("0123456789abcdefF.:[]%,=\" -g".utf8)
    for _ in 0..<500 {
      let bytes = (0..<random.next(below: 30)).map { _ in letters[random.next(below: letters.count)]
      }
      guard let found = AddressField(bytes.span, bytes.indices) else { continue }
      #expect(
        bytes.indices.contains(found.range.lowerBound) && found.range.upperBound <= bytes.count)
      var key: [UInt8] = []
      found.address.append(to: &key)
      #expect(IPAddress(key: key[...]) == found.address)
    }
    for _ in 0..<500 {
      let groups = (0..<8).map { _ in random.next(below: 3) == 0 ? random.next(below: 65_536) : 0 }
      let text = groups.map { String($0, radix: 16) }.joined(separator: ":")
      let value = groups.reduce((UInt64(0), UInt64(0))) {
        ($0.0 << 16 | $0.1 >> 48, $0.1 << 16 | UInt64($1))
      }
      #expect(address(text) == IPAddress(high: value.0, low: value.1))
    }
  }

  @Test("Private addresses, this machine, cut ones, and prefixes")
  func kinds() throws {
    for text in [
      "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.1.1", "100.64.0.1", "fd00::1", "fe80::1",
    ] {
      #expect(try #require(address(text)).isPrivate, "\(text)")
    }
    for text in ["172.32.0.1", "100.128.0.1", "203.0.113.7", "198.18.0.1", "2001:db8::1"] {
      #expect(try !#require(address(text)).isPrivate, "\(text)")
    }
    #expect(try #require(address("127.9.9.9")).isLoopback)
    #expect(try #require(address("::1")).isLoopback)
    #expect(try #require(address("::ffff:127.0.0.1")).isLoopback)
    #expect(try #require(address("203.0.113.0")).isCut)
    #expect(try #require(address("2001:db8:1::")).isCut)
    let network = try #require(address("203.0.112.0"))
    let inside = try #require(address("203.0.113.7"))
    #expect(inside.matches(network, prefix: 23) && !inside.matches(network, prefix: 24))
    #expect(inside.matches(network, prefix: 0))
    #expect(!inside.matches(try #require(address("::1")), prefix: 0))
    let long = try #require(address("2001:db8::1"))
    #expect(long.matches(try #require(address("2001:db8::")), prefix: 64))
    #expect(!long.matches(try #require(address("2001:db8::2")), prefix: 127))
    #expect(long.matches(long, prefix: 128))
  }
}
