import NumberPools

extension TableBuilder {
  mutating func setGroup(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard case .column(let name) = settings.grouping else { return }
    let kind = name.lowercased() == "host" ? PoolNames.Kind.site : .value
    if kind == .site, !has(.group) {
      // Without a column of that name the pages' addresses name it.
      let site = WebAddress(row, fields[TrafficColumn.url.rawValue]).site ?? 0..<0
      group = poolNames.number(of: row.extracting(site), kind)
    } else {
      group = poolNames.number(of: row.extracting(fields[TrafficColumn.group.rawValue]), kind)
    }
  }

  /// The visitor and, where the input names it, the session of a row; `nil` where it names neither.
  mutating func identify(
    _ row: Span<UInt8>, _ fields: [Range<Int>]
  ) -> (visitor: VisitorID, session: SessionID?)? {
    let visitor = fields[TrafficColumn.visitor.rawValue]
    let session = fields[TrafficColumn.session.rawValue]
    if names == .sessions {
      if session.isEmpty {
        // A visitor's page views without a name are of one session, as those of one name are.
        guard !visitor.isEmpty else { return nil }
        key.removeAll(keepingCapacity: true)
        key.append(row, visitor)
        key.append(UInt8(ascii: "."))
        let number = SessionID(Int32(log.sessionNames.number(of: key)))
        return (visitorNumber(row, visitor), number)
      }
      let number = SessionID(Int32(log.sessionNames.number(of: row.extracting(session))))
      if !visitor.isEmpty { return (visitorNumber(row, visitor), number) }
      // The session stands for its visitor; the zero keeps it apart from visitors of that name.
      key.removeAll(keepingCapacity: true)
      key.append(0)
      key.append(row, session)
      return (visitorNumber(), number)
    }
    if !visitor.isEmpty { return (visitorNumber(row, visitor), nil) }
    let address = fields[TrafficColumn.address.rawValue]
    guard log.summary.visitorBasis != .identifier, !address.isEmpty else { return nil }
    key.removeAll(keepingCapacity: true)
    IPAddress.append(client: row.extracting(address), to: &key)
    if log.summary.visitorBasis == .addressAndAgent {
      let agent = row.extracting(fields[TrafficColumn.agent.rawValue])
      key.append(number: log.agentNames.number(of: agent))
    }
    return (visitorNumber(), nil)
  }

  /// Whether a row has the name, the visitor and the time of one before.
  mutating func isRepeated(
    _ row: Span<UInt8>, _ fields: [Range<Int>], _ visitor: VisitorID, _ time: Timestamp
  ) -> Bool {
    let isOfSessions = format == .sessions || format == .metricaVisits
    let name = fields[(isOfSessions ? TrafficColumn.session : .record).rawValue]
    return !name.isEmpty && !repeats.isNew(row, name: name, visitor, time)
  }

  mutating func visitorNumber(_ row: Span<UInt8>, _ name: Range<Int>) -> VisitorID {
    VisitorID(Int32(log.visitorNames.number(of: row.extracting(name))))
  }

  /// The visitor whose name is in `key`.
  mutating func visitorNumber() -> VisitorID {
    VisitorID(Int32(log.visitorNames.number(of: key)))
  }
}
