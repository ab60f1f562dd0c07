import NumberPools

/// Finds out which fields of a web log hold what, by what they hold over many lines.
package struct WebLogSurvey {
  /// How much of each input is looked at: some thousands of lines.
  static let length = 1 << 20

  private var lines = 0
  /// The field with an address of lines that have one such field.
  private var single = AddressColumn()
  /// Lines with several fields that hold addresses.
  private var linesWithSeveral = 0
  /// The fields with addresses of those lines, counted back from the time and from the beginning.
  private var fromTime = [AddressColumn](repeating: AddressColumn(), count: 4)
  private var fromStart = [AddressColumn](repeating: AddressColumn(), count: 4)
  /// The fields behind the status.
  private var fields = [FieldColumn](repeating: FieldColumn(), count: 32)
  private var texts = [FieldColumn](repeating: FieldColumn(), count: 16)

  package init() {}

  /// Looks at the lines that an input begins with.
  ///
  /// - Complexity: O(bytes); memory for the different addresses.
  package mutating func add(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      // The last line may be cut short, which an only one isn't likely to be.
      if end < bytes.count || start == 0 || bytes.count < Self.length {
        let hasReturn = end > start && bytes[end - 1] == 0x0D
        add(line: bytes.extracting(start..<(hasReturn ? end - 1 : end)))
      }
      start = end + 1
    }
  }

  private mutating func add(line whole: Span<UInt8>) {
    let line = whole.extracting(WebLogBuilder.content(of: whole))
    guard let read = try? CombinedLine(line) else { return }
    lines += 1
    addFront(line, FrontFields(end: read.written.lowerBound - 1))
    // Behind the closing quote.
    var cursor = read.request.upperBound + 1
    LineFields.skipSpaces(line, &cursor)
    _ = LineFields.token(line, &cursor)
    var number = 0
    var text = 0
    while let (field, isQuoted) = (try? LineFields.next(line, &cursor)) ?? nil {
      if number < fields.count { fields[number].add(line, field, isQuoted: isQuoted) }
      if number > 0, isQuoted || LineFields.isDash(line, field) {
        if text < texts.count { texts[text].add(line, field, isQuoted: isQuoted) }
        text += 1
      }
      number += 1
    }
  }

  private mutating func addFront(_ line: Span<UInt8>, _ front: FrontFields) {
    var found: [FrontFields.Candidate] = []
    while let next = front.candidate(line, before: found.last?.field.lowerBound ?? front.end) {
      found.append(next)
    }
    if let only = found.first, found.count == 1 {
      single.add(line, only.address, place: front.place(line, of: only.field))
    }
    guard found.count > 1 else { return }
    linesWithSeveral += 1
    for (index, candidate) in found.prefix(fromTime.count).enumerated() {
      fromTime[index].add(
        line, candidate.address, place: front.place(line, of: candidate.field))
    }
    for (index, candidate) in found.reversed().prefix(fromStart.count).enumerated() {
      fromStart[index].add(
        line, candidate.address, place: front.place(line, of: candidate.field))
    }
  }
}

/// What follows from it.
extension WebLogSurvey {
  /// The layout that most lines have.
  package var layout: WebLogLayout {
    var layout = WebLogLayout()
    layout.client = clientPlace
    let bestField = Self.best(fields)
    let bestText = Self.best(texts)
    if let agent = bestField.index, bestField.agents >= bestText.agents {
      layout.agent = agent
      layout.referrer = Self.referrer(fields, agent: agent, first: 1)
    } else if let agent = bestText.index {
      layout.counting = .texts
      layout.agent = agent
      layout.referrer = Self.referrer(texts, agent: agent, first: 0)
    } else if !fields[1...2].allSatisfy({ $0.texts * 2 > lines && $0.quoted > 0 }) {
      // No field looks like a browser, and there aren't two in quotes behind the size.
      layout.agent = nil
      layout.referrer = fields[1].holdsReferrers && fields[1].links > 0 ? 1 : nil
    }
    layout.forwarded = forwarded(besides: layout)
    return layout
  }

  /// Which field names the client.
  func clientField(_ client: WebLogReader.Client) -> ClientField {
    let front: ClientField
    if linesWithSeveral > single.lines {
      let column =
        switch clientPlace {
        case .fromTime(let index): fromTime[index]
        case .fromStart(let index): fromStart[index]
        }
      front = .mostVarying(column.place ?? 1)
    } else if single.lines * 2 > lines {
      front = .only(single.place ?? 1)
    } else {
      front = .name
    }
    guard client == .forwarded, let forwarded = forwarded(besides: layout) else { return front }
    return .behindStatus(forwarded + 1, otherwise: front)
  }

  /// Of several fields with addresses the client's: no proxy's by its label, and the one that
  /// varies most, where a public address counts for four: balancers are few, and so are a server's
  /// own. Of equals the nearest to the time.
  private var clientPlace: WebLogLayout.ClientPlace {
    var places: [(WebLogLayout.ClientPlace, AddressColumn)] = []
    for (index, column) in fromTime.enumerated() { places.append((.fromTime(index), column)) }
    for (index, column) in fromStart.enumerated() { places.append((.fromStart(index), column)) }
    places.removeAll { $0.1.lines * 10 < linesWithSeveral * 9 || $0.1.lines == 0 }
    if places.contains(where: { !$0.1.isProxy }) { places.removeAll { $0.1.isProxy } }
    var best: (place: WebLogLayout.ClientPlace, weight: Int)?
    for (place, column) in places {
      let weight = column.different * (column.isPublic ? 4 : 1)
      if weight > best?.weight ?? 0 { best = (place, weight) }
    }
    return best?.place ?? .fromTime(0)
  }

  /// The column with most browsers in it.
  private static func best(_ columns: [FieldColumn]) -> (index: Int?, agents: Int) {
    var best: (index: Int?, agents: Int) = (nil, 0)
    for (index, column) in columns.enumerated() where column.agents > best.agents {
      best = (index, column.agents)
    }
    return best
  }

  /// The column of addresses of pages nearest before the browser, else the one right behind it.
  private static func referrer(_ columns: [FieldColumn], agent: Int, first: Int) -> Int? {
    for index in stride(from: agent - 1, through: first, by: -1)
    where columns[index].holdsReferrers {
      return index
    }
    let next = agent + 1
    return next < columns.count && columns[next].holdsReferrers && columns[next].links > 0
      ? next : nil
  }

  /// Of the fields that hold addresses the one that varies most, unless they are those of machines
  /// within the network.
  private func forwarded(besides layout: WebLogLayout) -> Int? {
    var best: (index: Int, different: Int)?
    for (index, column) in fields.enumerated().dropFirst() {
      if layout.counting == .fields, index == layout.agent || index == layout.referrer { continue }
      let addresses = column.addresses
      guard addresses.lines * 20 >= lines, addresses.isPublic, !addresses.isProxy else { continue }
      if addresses.different > best?.different ?? 0 { best = (index, addresses.different) }
    }
    return best?.index
  }
}
