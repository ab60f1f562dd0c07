import TrafficLogs

/// Takes personal data out of the names of browsers.
///
/// A name decides whether a line counts, so a clean one counts as the original does; and it tells
/// visitors apart, so different ones stay different. Each is looked at once.
struct BrowserCleaner: Sendable {
  private let pseudonyms: Pseudonyms
  private var known = ByteInterner()
  private var cleaned: [[UInt8]] = []

  /// So many are remembered.
  private static let most = 20_000

  init(pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
  }

  /// A name without personal data.
  mutating func cleaned(_ name: Span<UInt8>) -> [UInt8] {
    if cleaned.count >= Self.most {
      known = ByteInterner()
      cleaned.removeAll(keepingCapacity: true)
    }
    let number = known.number(of: name)
    if number == cleaned.count { cleaned.append(clean(name)) }
    return cleaned[number]
  }

  private func clean(_ name: Span<UInt8>) -> [UInt8] {
    var clean: [UInt8] = []
    let found = PersonalData.ranges(in: name, name.indices, .browser)
    var start = 0
    for range in found {
      clean.append(name, start..<range.lowerBound)
      pseudonyms.append(text: name.extracting(range), to: &clean)
      // Whoever gives an address to write to is a robot.
      if range.contains(where: { name[$0] == UInt8(ascii: "@") }) {
        clean.append(contentsOf: "@mail.invalid".utf8)
      }
      start = range.upperBound
    }
    clean.append(name, start..<name.count)
    let kind = AgentFilter.kind(of: name)
    if found.isEmpty || AgentFilter.kind(of: clean.span) == kind { return clean }
    clean = Array(
      (kind == .visitor ? "Mozilla/5.0 (" : kind == .bot ? "bot " : "internal_dummy_connection ")
        .utf8)
    pseudonyms.append(text: name, to: &clean)
    if kind == .visitor { clean.append(UInt8(ascii: ")")) }
    return clean
  }
}
