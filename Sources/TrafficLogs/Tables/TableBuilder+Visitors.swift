import NumberPools

extension TableBuilder {
  mutating func setGroup(_ row: Span<UInt8>, _ fields: [Range<Int>]) {
    guard case .column = settings.grouping else { return }
    group = Int32(
      groupNames.number(of: row.extracting(fields[TrafficColumn.group.rawValue])))
  }

  /// The visitor and, where the input names it, the session of a row; `nil` where it names neither.
  mutating func identify(
    _ row: Span<UInt8>, _ fields: [Range<Int>]
  ) -> (visitor: VisitorID, session: SessionID?)? {
    let visitor = fields[TrafficColumn.visitor.rawValue]
    let session = fields[TrafficColumn.session.rawValue]
    if names == .sessions {
      guard !session.isEmpty else { return nil }
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
    key.append(row, address)
    if log.summary.visitorBasis == .addressAndAgent {
      let agent = row.extracting(fields[TrafficColumn.agent.rawValue])
      key.append(number: log.agentNames.number(of: agent))
    }
    return (visitorNumber(), nil)
  }

  mutating func visitorNumber(_ row: Span<UInt8>, _ name: Range<Int>) -> VisitorID {
    if group == nil { return VisitorID(Int32(log.visitorNames.number(of: row.extracting(name)))) }
    key.removeAll(keepingCapacity: true)
    key.append(row, name)
    return visitorNumber()
  }

  /// The visitor whose name is in `key`: one for each group.
  mutating func visitorNumber() -> VisitorID {
    if let group { key.append(number: Int(group)) }
    return VisitorID(Int32(log.visitorNames.number(of: key)))
  }
}
