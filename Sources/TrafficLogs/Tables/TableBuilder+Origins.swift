import NumberPools

extension TableBuilder {
  mutating func keepOrigin(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard settings.keepsTouches else {
      // Click ids are counted whether or not it matters how visitors arrived.
      if hasRequests {
        clickIDs.note(row, in: WebAddress(row, fields[TrafficColumn.url.rawValue]).query)
      }
      return
    }
    log.origins.requestNumbers.append(requestNumber(row, fields))
    guard hasTouches || !log.origins.touchNumbers.isEmpty else { return }
    let views = log.origins.requestNumbers.count
    while log.origins.touchNumbers.count < views - 1 { log.origins.touchNumbers.append(-1) }
    log.origins.touchNumbers.append(hasTouches ? touchNumber(row, fields) : -1)
  }

  mutating func requestNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    if !hasRequests, let requestOfNone { return requestOfNone }
    let address = hasRequests ? WebAddress(row, fields[TrafficColumn.url.rawValue]) : nil
    if let address {
      if let site = address.site { log.origins.noteSite(row.extracting(site)) }
      clickIDs.note(row, in: address.query)
    }
    let referrer = hasRequests ? fields[TrafficColumn.referrer.rawValue] : 0..<0
    let number = log.origins.requestNumber(
      row, path: address?.path ?? 0..<0, query: address?.query ?? 0..<0,
      referrer: row.extracting(referrer))
    if !hasRequests { requestOfNone = number }
    return number
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
      key.append(row, field)
      key.append(0x1F)
    }
    if isEmpty { return -1 }
    key.append(contentsOf: clickParameter.utf8)
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
