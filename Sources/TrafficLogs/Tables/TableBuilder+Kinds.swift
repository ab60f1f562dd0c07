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
        file: input.name, missing, present: DelimitedHeader.shown(header.names))
    }
  }

  /// Says what rows were taken for no page views.
  mutating func noteKinds() {
    let events = kinds.words(of: .event)
    if events.rows > 0 {
      log.summary.assumptions.append(.signsOfLife(kinds: events.words, rows: events.rows))
    }
    let unknown = kinds.words(of: .unknown)
    if unknown.rows > 0 {
      log.summary.doubts.append(
        .unknownKinds(unknown.words, unknown.rows, of: log.summary.lines))
    }
  }

  static func isTrue(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    !field.isEmpty
      && (row.isWord("1", in: field) || row.isWord("true", in: field)
        || row.isWord("yes", in: field))
  }
}
