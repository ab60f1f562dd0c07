import NumberPools

/// How the rows of tables say that their sessions came.
struct TableOrigins {
  /// The click ids of pages' addresses.
  private(set) var clickIDs = ClickIDs()
  /// Whether columns of the file tell touches.
  private(set) var hasTouches = false
  private let keepsTouches: Bool
  /// Whether the file has the addresses of pages, or of the pages before.
  private var hasRequests = false
  /// The number of the request of which nothing is known.
  private var requestOfNone: Int32?
  /// The parameter that the column of click ids is called by.
  private var clickParameter = ""
  /// The slots of click ids that the file has.
  private var clickSlots: [Int] = []
  /// Whether the columns of origins hold the tags of addresses.
  private var areTags = false
  private var touchKeys = ByteInterner()
  /// Reused for the keys of the interner.
  private var key: [UInt8] = []

  init(keepsTouches: Bool) {
    self.keepsTouches = keepsTouches
  }

  /// Notes which columns of a file tell how sessions came.
  mutating func settle(_ header: DelimitedHeader) {
    hasRequests = header.has(.url) || header.has(.referrer)
    clickSlots = TrafficColumn.clickSlots.filter(header.filled.contains)
    hasTouches =
      keepsTouches
      && (!clickSlots.isEmpty || TrafficColumn.touchColumns.contains { header.has($0) })
    clickParameter = header.nameOfSlot[TrafficColumn.clickID.rawValue]?.lowercased() ?? ""
    // Of the names that columns of tags have, only these are of the address of the very page.
    let names = TrafficColumn.touchColumns.filter { $0 != .channel }.compactMap {
      header.nameOfSlot[$0.rawValue].map(DelimitedHeader.folded)
    }
    let prefixes = ["utm", "ym:s:utm", "ym:pv:utm", "clickid"]
    areTags = names.allSatisfy { name in prefixes.contains { name.hasPrefix($0) } }
  }

  /// Keeps how the page view of a row came.
  mutating func keep(_ row: Span<UInt8>, _ fields: [Range<Int>], in origins: inout Origins) {
    guard keepsTouches else {
      // Click ids are counted whether or not it matters how visitors arrived.
      if hasRequests {
        clickIDs.note(row, in: WebAddress(row, fields[TrafficColumn.url.rawValue]).query)
      }
      return
    }
    origins.requestNumbers.append(requestNumber(row, fields, in: &origins))
    guard hasTouches || !origins.touchNumbers.isEmpty else { return }
    let views = origins.requestNumbers.count
    while origins.touchNumbers.count < views - 1 { origins.touchNumbers.append(-1) }
    origins.touchNumbers.append(hasTouches ? touchNumber(row, fields, in: &origins) : -1)
  }

  private mutating func requestNumber(
    _ row: Span<UInt8>, _ fields: [Range<Int>], in origins: inout Origins
  ) -> Int32 {
    if !hasRequests, let requestOfNone { return requestOfNone }
    let address = hasRequests ? WebAddress(row, fields[TrafficColumn.url.rawValue]) : nil
    if let address {
      if let site = address.site { origins.noteSite(row.extracting(site)) }
      clickIDs.note(row, in: address.query)
    }
    let referrer = hasRequests ? fields[TrafficColumn.referrer.rawValue] : 0..<0
    let number = origins.requestNumber(
      row, path: address?.path ?? 0..<0, query: address?.query ?? 0..<0,
      referrer: row.extracting(referrer))
    if !hasRequests { requestOfNone = number }
    return number
  }

  /// The number of the touch that the columns of a row tell; -1 where they are all empty.
  private mutating func touchNumber(
    _ row: Span<UInt8>, _ fields: [Range<Int>], in origins: inout Origins
  ) -> Int32 {
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
    key.append(areTags ? 1 : 0)
    key.append(contentsOf: clickParameter.utf8)
    let number = touchKeys.number(of: key)
    if number == origins.touches.count {
      origins.touches.append(Origins.Named(touch: origin(row, fields).touch, areTags: areTags))
    }
    return Int32(number)
  }

  private func origin(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> NamedOrigin {
    func text(_ slot: Int) -> String? { row.text(in: fields[slot]) }
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
      isOfTags: areTags)
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
