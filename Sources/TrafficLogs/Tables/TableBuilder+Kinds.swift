import NumberPools

extension TableBuilder {
  /// What a row is; a page view where nothing says otherwise.
  mutating func kind(_ row: Span<UInt8>, _ field: Range<Int>) -> RowKinds.Kind {
    if field.isEmpty || settings.requests == .all { return .page }
    if format == .metricaHits { return Self.isTrue(row, field) ? .page : .heartbeat }
    return kinds.kind(row.extracting(field))
  }

  /// Why a row isn't to be counted, where somebody said so.
  func exclusion(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> LogSummary.LeftOut? {
    let exclusions = settings.exclusions
    if !exclusions.addresses.isEmpty {
      let address = AddressField(row, fields[TrafficColumn.address.rawValue])?.address
      if exclusions.hasAddress(address) { return .excludedAddress }
    }
    guard !exclusions.paths.isEmpty else { return nil }
    let address = WebAddress(row, fields[TrafficColumn.url.rawValue])
    return exclusions.hasPath(row, address.path) ? .excludedPath : nil
  }

  /// Makes sure that what is to be left out can be told.
  func checkExclusions(_ header: DelimitedHeader) throws(TableError) {
    var missing: [String] = []
    if !settings.exclusions.paths.isEmpty, !has(.url) { missing.append("url") }
    if !settings.exclusions.addresses.isEmpty, !has(.address) { missing.append("ip") }
    guard missing.isEmpty else {
      throw .missingColumns(
        file: input.name, missing, present: header.names.filter(DelimitedHeader.isName))
    }
  }

  /// Says what rows were taken for no page views.
  mutating func noteKinds() {
    let events = kinds.words(of: .event)
    if events.rows > 0 {
      log.summary.assumptions.append(
        "Rows of a kind that is no page view count as signs of life"
          + " (\(events.words.joined(separator: ", "))): \(events.rows).")
    }
    let unknown = kinds.words(of: .unknown)
    if unknown.rows > 0 {
      log.summary.doubts.append(
        .unknownKinds(unknown.words, unknown.rows, of: log.summary.lines))
    }
  }

  static func isTrue(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    !field.isEmpty
      && (isEqual(row, field, "1") || isEqual(row, field, "true") || isEqual(row, field, "yes"))
  }

  /// Whether a field is a word, in letters of any case.
  static func isEqual(
    _ row: Span<UInt8>, _ field: Range<Int>, _ word: StaticString
  ) -> Bool {
    guard field.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy {
        let byte = row[field.lowerBound + $0]
        return letters[$0] == (0x41...0x5A ~= byte ? byte | 0x20 : byte)
      }
    }
  }

  /// A whole number that isn't negative; spaces and no-break spaces between thousands are allowed.
  static func count(_ row: Span<UInt8>, _ field: Range<Int>) -> Int? {
    var value = 0
    var digits = 0
    for index in field {
      switch row[index] {
      case 0x30...0x39:
        guard digits < 15 else { return nil }
        value = value * 10 + Int(row[index] - 0x30)
        digits += 1
      case 0x20, 0xC2, 0xA0: continue
      default: return nil
      }
    }
    return digits == 0 ? nil : value
  }
}
