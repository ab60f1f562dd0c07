import NumberPools

/// What the rows of tables know visitors and sessions by.
struct TableVisitors {
  /// Whether the inputs name sessions; `nil` before the first of them.
  private var naming: Naming?
  /// The input that settled it.
  private var namingFile = ""
  /// Reused for the keys of the interners.
  private var key: [UInt8] = []

  private enum Naming {
    case sessions
    case visitorsOnly
  }

  /// Decides what visitors and sessions are known by, which has to be the same for all inputs.
  mutating func settle(
    _ header: DelimitedHeader, file: String, in log: inout TrafficLog
  ) throws(TableError) {
    guard TrafficColumn.identities.contains(where: { header.has($0) }) else {
      throw .missingColumns(
        file: file, ["visitor_id, session_id or ip"],
        present: DelimitedHeader.shown(header.names))
    }
    let basis: LogSummary.VisitorBasis =
      header.has(.visitor) || header.has(.session)
      ? .identifier : header.has(.agent) ? .addressAndAgent : .address
    let naming = header.has(.session) ? Naming.sessions : .visitorsOnly
    if let known = self.naming, known != naming {
      throw .mixedSessions(
        naming == .sessions ? file : namingFile, without: naming == .sessions ? namingFile : file)
    }
    // An address in one input would never be the identifier that it has in another.
    if self.naming != nil, basis != log.summary.visitorBasis {
      throw .mixedVisitors(namingFile, log.summary.visitorBasis, file, basis)
    }
    log.summary.visitorBasis = basis
    if let column = header.nameOfSlot[TrafficColumn.session.rawValue],
      TrafficColumn.numbersOfVisitors.contains(DelimitedHeader.folded(column))
    {
      log.pageViews.namesAreOfVisitors = true
    }
    self.naming = naming
    namingFile = file
  }

  /// The visitor and, where the input names it, the session of a row; `nil` where it names neither.
  mutating func identify(
    _ row: Span<UInt8>, _ fields: [Range<Int>], in log: inout TrafficLog
  ) -> (visitor: VisitorID, session: SessionID?)? {
    let visitor = fields[TrafficColumn.visitor.rawValue]
    let session = fields[TrafficColumn.session.rawValue]
    if naming == .sessions {
      if session.isEmpty {
        // A visitor's page views without a name are of one session, as those of one name are.
        guard !visitor.isEmpty else { return nil }
        key.removeAll(keepingCapacity: true)
        key.append(row, visitor)
        key.append(UInt8(ascii: "."))
        let number = SessionID(Int32(log.sessionNames.number(of: key)))
        return (log.visitor(named: row.extracting(visitor)), number)
      }
      let number = SessionID(Int32(log.sessionNames.number(of: row.extracting(session))))
      if !visitor.isEmpty { return (log.visitor(named: row.extracting(visitor)), number) }
      // The session stands for its visitor; the zero keeps it apart from visitors of that name.
      key.removeAll(keepingCapacity: true)
      key.append(0)
      key.append(row, session)
      return (log.visitor(named: key.span), number)
    }
    if !visitor.isEmpty { return (log.visitor(named: row.extracting(visitor)), nil) }
    let address = fields[TrafficColumn.address.rawValue]
    guard log.summary.visitorBasis != .identifier, !address.isEmpty else { return nil }
    key.removeAll(keepingCapacity: true)
    IPAddress.append(client: row.extracting(address), to: &key)
    if log.summary.visitorBasis == .addressAndAgent {
      let agent = row.extracting(fields[TrafficColumn.agent.rawValue])
      key.append(number: log.agentNames.number(of: agent))
    }
    return (log.visitor(named: key.span), nil)
  }
}
