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

  /// Notes which columns of a file tell how sessions came.
  mutating func settleOrigins(_ header: DelimitedHeader) {
    clickSlots = TrafficColumn.clickSlots.filter(header.filled.contains)
    hasTouches =
      settings.keepsTouches
      && (!clickSlots.isEmpty || TrafficColumn.touchColumns.contains { has($0) })
    let parameter = header.nameOfSlot[TrafficColumn.clickID.rawValue]?.lowercased()
    clickParameter = parameter ?? ""
    // Of the names that columns of tags have, only these are of the address of the very page.
    let names = TrafficColumn.touchColumns.filter { $0 != .channel }.compactMap {
      header.nameOfSlot[$0.rawValue].map(DelimitedHeader.folded)
    }
    let prefixes = ["utm", "ym:s:utm", "ym:pv:utm", "clickid"]
    originsAreTags = names.allSatisfy { name in prefixes.contains { name.hasPrefix($0) } }
  }

  /// The number of the touch that the columns of a row tell; -1 where they are all empty.
  mutating func touchNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    key.removeAll(keepingCapacity: true)
    var isEmpty = true
    for column in TrafficColumn.touchColumns {
      let field = fields[column.rawValue]
      if !field.isEmpty { isEmpty = false }
      key.append(row, field)
      key.append(0x1F)
    }
    for slot in clickSlots where !fields[slot].isEmpty {
      isEmpty = false
      key.append(UInt8(slot))
      key.append(row, fields[slot])
      key.append(0x1F)
    }
    if isEmpty { return -1 }
    key.append(originsAreTags ? 1 : 0)
    key.append(contentsOf: clickParameter.utf8)
    let number = touchKeys.number(of: key)
    if number == log.origins.touches.count {
      log.origins.touches.append(
        Origins.Named(touch: origin(row, fields).touch, areTags: originsAreTags))
    }
    return Int32(number)
  }

  private func origin(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> NamedOrigin {
    func text(_ slot: Int) -> String? {
      let field = fields[slot]
      return field.isEmpty
        ? nil
        : row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    func text(_ column: TrafficColumn) -> String? { text(column.rawValue) }
    var click: Touch.ClickID?
    for slot in clickSlots where click == nil {
      let parameter = Touch.ClickID.parameters[slot - TrafficColumn.clickSlots.lowerBound]
      click = LandingTags.present(text(slot)).map {
        Touch.ClickID(parameter: parameter, value: $0)
      }
    }
    return NamedOrigin(
      source: text(.source), medium: text(.medium), sourceAndMedium: text(.sourceMedium),
      campaign: text(.campaign), term: text(.term), content: text(.content),
      channel: text(.channel),
      clickID: click ?? LandingTags.present(text(.clickID)).map { clickID($0) },
      isOfTags: originsAreTags)
  }

  /// `gclid=abc`, or the value alone where the column is called by the parameter.
  private func clickID(_ text: String) -> Touch.ClickID {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, Touch.ClickID.parameters.contains(parts[0].lowercased()) {
      return Touch.ClickID(parameter: parts[0].lowercased(), value: parts[1])
    }
    return Touch.ClickID(parameter: clickParameter, value: text)
  }
}
