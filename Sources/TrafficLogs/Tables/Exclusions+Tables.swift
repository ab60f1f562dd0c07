import NumberPools

extension Exclusions {
  /// Why a row isn't to be counted, where somebody said so.
  func reason(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> LogSummary.LeftOut? {
    if !addresses.isEmpty {
      let address = AddressField(row, fields[TrafficColumn.address.rawValue])?.address
      if hasAddress(address) { return .excludedAddress }
    }
    guard !paths.isEmpty else { return nil }
    let address = WebAddress(row, fields[TrafficColumn.url.rawValue])
    return hasPath(row, address.path) ? .excludedPath : nil
  }

  /// Makes sure that what is to be left out can be told.
  func check(_ header: DelimitedHeader, file: String) throws(TableError) {
    var missing: [String] = []
    if !paths.isEmpty, !header.has(.url) { missing.append("url") }
    if !addresses.isEmpty, !header.has(.address) { missing.append("ip") }
    guard missing.isEmpty else {
      throw .missingColumns(
        file: file, missing, present: DelimitedHeader.shown(header.names))
    }
  }
}
