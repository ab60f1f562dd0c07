import NumberPools

extension TableBuilder {
  mutating func keepOrigin(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard settings.keepsTouches else { return }
    log.origins.requestNumbers.append(requestNumber(row, fields))
    guard hasTouches || !log.origins.touchNumbers.isEmpty else { return }
    let views = log.origins.requestNumbers.count
    while log.origins.touchNumbers.count < views - 1 { log.origins.touchNumbers.append(-1) }
    log.origins.touchNumbers.append(hasTouches ? touchNumber(row, fields) : -1)
  }

  mutating func requestNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    key.removeAll(keepingCapacity: true)
    if hasRequests {
      let url = fields[TrafficColumn.url.rawValue]
      if !url.isEmpty {
        let address = WebAddress(row, url)
        if let site = address.site, !site.isEmpty { noteSite(row, site) }
        append(row, address.path)
        if !address.query.isEmpty {
          key.append(UInt8(ascii: "?"))
          append(row, address.query)
          noteClickID(row, in: address.query)
        }
      }
      key.append(UInt8(ascii: "\n"))
      append(row, fields[TrafficColumn.referrer.rawValue])
    } else {
      if let requestOfNone { return requestOfNone }
      key.append(UInt8(ascii: "\n"))
      requestOfNone = Int32(log.origins.requests.number(of: key))
    }
    return Int32(log.origins.requests.number(of: key))
  }

  mutating func noteSite(_ row: Span<UInt8>, _ site: Range<Int>) {
    guard log.origins.siteNames.count < 100 else { return }
    let name = row.extracting(site).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    log.origins.siteNames.insert(TouchReader.bareSite(name))
  }

  mutating func noteClickID(_ row: Span<UInt8>, in query: Range<Int>) {
    guard let found = ClickParameters.clickID(row, in: query) else { return }
    let kept = key
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(found.parameter))
    append(row, found.value)
    _ = clickIDs.number(of: key)
    key = kept
  }

  static let touchColumns: [TrafficColumn] = [
    .source, .medium, .campaign, .term, .content, .channel, .clickID,
  ]

  /// The number of the touch that the columns of a row tell; -1 where they are all empty.
  mutating func touchNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    key.removeAll(keepingCapacity: true)
    var isEmpty = true
    for column in Self.touchColumns {
      let field = fields[column.rawValue]
      if !field.isEmpty { isEmpty = false }
      append(row, field)
      key.append(0x1F)
    }
    if isEmpty { return -1 }
    append(Array(clickParameter.utf8))
    let number = touchKeys.number(of: key)
    if number == log.origins.touches.count {
      func text(_ column: TrafficColumn) -> String? {
        let field = fields[column.rawValue]
        return field.isEmpty
          ? nil
          : row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      var touch = Touch()
      touch.source = text(.source)
      touch.medium = text(.medium) ?? text(.channel)
      touch.campaign = text(.campaign)
      touch.term = text(.term)
      touch.content = text(.content)
      touch.clickID = text(.clickID).flatMap { clickID($0) }
      touch.settleTags()
      log.origins.touches.append(touch)
    }
    return Int32(number)
  }

  mutating func append(_ bytes: [UInt8]) { key.append(contentsOf: bytes) }

  /// `gclid=abc`, or the value alone where the column is called by the parameter.
  func clickID(_ text: String) -> Touch.ClickID? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, Touch.ClickID.parameters.contains(parts[0]) {
      return Touch.ClickID(parameter: parts[0], value: parts[1])
    }
    return Touch.ClickID(parameter: clickParameter, value: text)
  }
}

extension Touch {
  /// Marks a touch that columns tell as tagged: by a click id, a campaign, or a medium that only
  /// tags can name. A click id names source and medium where nothing else does.
  fileprivate mutating func settleTags() {
    if let clickID, let known = KnownSites.sourceAndMedium(ofClickID: clickID) {
      source = source ?? known.source
      medium = medium ?? known.medium
    }
    let untagged = ["", "(none)", "(not set)", "organic", "referral", "social", "direct"]
    isTagged =
      clickID != nil || campaign != nil || term != nil || content != nil || isPaid
      || !untagged.contains((medium ?? "").lowercased())
  }
}
