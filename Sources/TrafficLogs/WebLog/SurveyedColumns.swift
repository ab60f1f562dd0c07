/// What many lines hold in one of their fields with addresses.
struct AddressColumn {
  /// How many lines hold one there.
  private(set) var lines = 0
  private var publicLines = 0
  private var proxyLines = 0
  private var addresses: Set<IPAddress> = []
  /// How often it is which field of the line, from 1.
  private var places: [Int: Int] = [:]

  /// How many different ones there are.
  var different: Int { addresses.count }
  /// Whether at least half of them may be those of people.
  var isPublic: Bool { publicLines * 2 >= lines }
  /// Whether most of them are a proxy's, as their labels say.
  var isProxy: Bool { proxyLines * 2 > lines }
  /// Which field of the line it mostly is, from 1.
  var place: Int? { places.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

  mutating func add(_ line: Span<UInt8>, _ field: AddressField, place: Int) {
    lines += 1
    places[place, default: 0] += 1
    if !field.address.isPrivate { publicLines += 1 }
    if Self.isProxy(line, field.label) { proxyLines += 1 }
    addresses.insert(field.address)
  }

  /// Whether a label is a word for what stands between a visitor and the server, or for the server.
  private static func isProxy(_ line: Span<UInt8>, _ label: Range<Int>) -> Bool {
    !label.isEmpty
      && proxyLabels.contains { word in
        word.utf8CodeUnitCount == label.count
          && word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { letters[$0] == line[label.lowerBound + $0] | 0x20 }
          }
      }
  }

  private static let proxyLabels: [StaticString] = [
    "cf", "cdn", "lb", "elb", "alb", "edge", "proxy", "via", "gw", "gateway", "peer", "server",
    "host", "local", "vip", "upstream", "backend", "node", "dst",
  ]
}

/// What many lines hold in one of their fields behind the status.
struct FieldColumn {
  /// Fields in quotes, or with a dash for nothing.
  private(set) var texts = 0
  /// Fields in quotes.
  private(set) var quoted = 0
  /// Those that look like a browser's name.
  private(set) var agents = 0
  /// Those that look like the address of a page.
  private(set) var links = 0
  /// The addresses of machines.
  private(set) var addresses = AddressColumn()
  private var count = 0
  private var dashes = 0

  /// Whether nearly all of them are addresses of pages or say nothing.
  var holdsReferrers: Bool { count > 0 && (links + dashes) * 10 >= count * 9 }

  mutating func add(_ line: Span<UInt8>, _ field: Range<Int>, isQuoted: Bool) {
    count += 1
    if isQuoted { quoted += 1 }
    if LineFields.isDash(line, field) {
      dashes += 1
      texts += 1
      return
    }
    if isQuoted {
      texts += 1
      if Self.isLink(line, field) {
        links += 1
        return
      }
      if Self.isAgent(line, field) {
        agents += 1
        return
      }
    }
    if let address = AddressField(line, field) { addresses.add(line, address, place: 0) }
  }

  /// A scheme and `://`.
  private static func isLink(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    for index in field.dropLast(2) {
      switch line[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."):
        continue
      case UInt8(ascii: ":"):
        return line[index + 1] == UInt8(ascii: "/") && line[index + 2] == UInt8(ascii: "/")
      default: return false
      }
    }
    return false
  }

  /// A product and its version, `Mozilla/5.0`, but no protocol's.
  private static func isAgent(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var letters = 0
    for index in field {
      switch line[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        letters += 1
      case UInt8(ascii: "/"):
        guard letters > 1, index + 1 < field.upperBound, 0x30...0x39 ~= line[index + 1] else {
          return false
        }
        return !isHTTP(line, field.lowerBound..<index)
      default: return false
      }
    }
    return false
  }

  private static func isHTTP(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let letters: StaticString = "http"
    return word.count == letters.utf8CodeUnitCount
      && letters.withUTF8Buffer { letters in
        letters.indices.allSatisfy { letters[$0] == line[word.lowerBound + $0] | 0x20 }
      }
  }
}
