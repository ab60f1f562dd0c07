import NumberPools

/// What the truth of a call means in the numbers of a log of traffic.
enum CallTarget: Hashable {
  /// The session of this number, of one visitor where several have one of that name.
  case session(Int, visitor: Int32?)
  /// The visitor of this number.
  case visitor(Int32)
  /// None that the log has.
  case nothing(CallExclusion)

  /// Looks a truth up.
  init(_ truth: CallLog.Truth, in log: TrafficLog) {
    switch truth {
    case .unknown:
      self = .nothing(.noTruth)
    case .session(let name, let visitor):
      let number = log.sessionNames.existingNumber(of: Array(name.utf8))
      let owner = visitor.flatMap { log.visitorNames.existingNumber(of: Array($0.utf8)) }
      self =
        number.map { .session($0, visitor: owner.map { Int32($0) }) } ?? .nothing(.unknownTruth)
    case .visitor(let name):
      self.init(visitor: Array(name.utf8), in: log)
    case .client(let address, let agent):
      var key: [UInt8] = []
      let text = Array(address.utf8)
      IPAddress.append(client: text.span, to: &key)
      switch log.summary.visitorBasis {
      case .identifier:
        self = .nothing(.unknownTruth)
        return
      case .address: break
      case .addressAndAgent:
        guard let number = log.agentNames.existingNumber(of: Array(agent.utf8)) else {
          self = .nothing(.unknownTruth)
          return
        }
        key.append(number: number)
      }
      self.init(visitor: key, in: log)
    }
  }

  private init(visitor key: [UInt8], in log: TrafficLog) {
    let number = log.visitorNames.existingNumber(of: key)
    self = number.map { .visitor(Int32($0)) } ?? .nothing(.unknownTruth)
  }
}
