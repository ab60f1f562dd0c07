/// What stands before the time of a line: whatever collects logs may have put something in front,
/// and a user's name may have spaces in it, so fields are looked at from both ends.
struct FrontFields {
  /// From the beginning of the line to the bracket before the time.
  let end: Int

  /// A field that holds an address, or a list of them.
  struct Candidate {
    /// The whole field.
    let field: Range<Int>
    /// The address that counts.
    let address: AddressField
  }

  /// The field before a position, back to the beginning of its list; `nil` at the beginning.
  func field(_ line: Span<UInt8>, before position: Int) -> Range<Int>? {
    var stop = position
    while stop > 0, LineFields.isSpace(line[stop - 1]) { stop -= 1 }
    guard stop > 0 else { return nil }
    var start = stop
    while true {
      while start > 0, !LineFields.isSpace(line[start - 1]) { start -= 1 }
      var previous = start
      while previous > 0, LineFields.isSpace(line[previous - 1]) { previous -= 1 }
      guard previous > 0, line[previous - 1] == UInt8(ascii: ",") else { return start..<stop }
      start = previous
    }
  }

  /// Which field of the line a field is, from 1.
  func place(_ line: Span<UInt8>, of target: Range<Int>) -> Int {
    var place = 1
    var position = target.lowerBound
    while let field = field(line, before: position) {
      place += 1
      position = field.lowerBound
    }
    return place
  }

  /// The last field before a position that holds an address.
  func candidate(_ line: Span<UInt8>, before position: Int) -> Candidate? {
    var position = position
    while let field = field(line, before: position) {
      // Most fields are dashes.
      if field.count > 1, let address = AddressField(line, field) {
        return Candidate(field: field, address: address)
      }
      position = field.lowerBound
    }
    return nil
  }

  /// The field that a place means, in a line that holds an address; the nearest one where there
  /// aren't as many.
  func client(_ line: Span<UInt8>, at place: WebLogLayout.ClientPlace) -> Candidate? {
    guard let last = candidate(line, before: end) else { return nil }
    switch place {
    case .fromTime(let index): return candidate(line, index, before: last)
    case .fromStart(let index):
      var count = 1
      var found = last
      while let next = candidate(line, before: found.field.lowerBound) {
        found = next
        count += 1
      }
      return candidate(line, max(0, count - 1 - index), before: last)
    }
  }

  /// The candidate so many before another one, or the first of all.
  private func candidate(
    _ line: Span<UInt8>, _ index: Int, before last: Candidate
  ) -> Candidate {
    var found = last
    for _ in 0..<index {
      guard let next = candidate(line, before: found.field.lowerBound) else { break }
      found = next
    }
    return found
  }

  /// Who is the client where no field holds an address: a machine's name, or a dash for nobody.
  ///
  /// The third field before the time if it looks like a name; else the second or the first of all,
  /// as a user's name may have spaces in it.
  func namedClient(_ line: Span<UInt8>) -> Range<Int>? {
    var fields = 0
    var position = end
    var third: Range<Int>?
    var second: Range<Int>?
    var first: Range<Int>?
    while let field = field(line, before: position) {
      fields += 1
      if fields == 3 { third = field }
      second = first
      first = field
      position = field.lowerBound
    }
    guard let third else { return first }
    for field in [third, fields > 3 ? second ?? third : third, first ?? third]
    where SiteName.isHost(line, field) {
      return field
    }
    return third
  }

  /// The site, where the line names it beside the client: before it, other addresses apart, or
  /// right behind it.
  func site(_ line: Span<UInt8>, beside client: Range<Int>) -> Range<Int>? {
    var position = client.lowerBound
    while let field = field(line, before: position) {
      position = field.lowerBound
      let name = SiteName.withoutPort(line, field)
      if let address = AddressField(line, field) {
        // The server's own address is a site only by its port.
        if address.hasPort, address.label.isEmpty, address.address.isVersion4 { return name }
        continue
      }
      if SiteName.isSite(line, field) { return name }
      let isNamed = name.contains { line[$0] | 0x20 >= UInt8(ascii: "a") }
      if isNamed, isPort(line, name.upperBound..<field.upperBound) { return name }
      break
    }
    var cursor = client.upperBound
    let fields = line.extracting(0..<end)
    LineFields.skipSpaces(fields, &cursor)
    let next = LineFields.token(fields, &cursor)
    LineFields.skipSpaces(fields, &cursor)
    // What comes last is a user's name.
    return cursor < end && SiteName.isSite(line, next) ? SiteName.withoutPort(line, next) : nil
  }

  private func isPort(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count > 1 && range.dropFirst().allSatisfy { 0x30...0x39 ~= line[$0] }
  }
}
