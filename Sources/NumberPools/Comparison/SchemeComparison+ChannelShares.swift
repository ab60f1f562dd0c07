extension SchemeComparison {
  /// How many calls of each true channel two schemes are right about, and how many there are.
  public struct ChannelShare: Sendable {
    /// The true channel.
    public let channel: Channel
    /// Its calls.
    public var calls = 0
    /// Those of which the best static scheme says the channel.
    public var channelByStatic = 0
    /// Those of which the pool does.
    public var channelByPool = 0
    /// Its calls that have a campaign.
    public var callsWithCampaign = 0
    /// Those of which the best static scheme says the campaign.
    public var campaignByStatic = 0
    /// Those of which the pool does.
    public var campaignByPool = 0
  }

  /// The calls by true channel, those of most calls first: where static numbers are good enough.
  ///
  /// - Complexity: O(calls).
  public var channelShares: [ChannelShare] {
    var shares = Channel.allCases.map { ChannelShare(channel: $0) }
    let best = self[.bestStatic]
    let pool = self[.pool]
    for (call, truth) in truths.enumerated() where truth.labels.channel >= 0 {
      let channel = Int(truth.labels.channel)
      shares[channel].calls += 1
      if best.verdict(ofCall: call, .channel) == .right { shares[channel].channelByStatic += 1 }
      if pool.verdict(ofCall: call, .channel) == .right { shares[channel].channelByPool += 1 }
      guard truth.labels.campaign != TouchLabels.none else { continue }
      shares[channel].callsWithCampaign += 1
      if best.verdict(ofCall: call, .campaign) == .right { shares[channel].campaignByStatic += 1 }
      if pool.verdict(ofCall: call, .campaign) == .right { shares[channel].campaignByPool += 1 }
    }
    let order = shares.indices.filter { shares[$0].calls > 0 }.sorted {
      (-shares[$0].calls, $0) < (-shares[$1].calls, $1)
    }
    return order.map { shares[$0] }
  }

  /// A label in words, as tables and examples show it; `nil` where there is none.
  ///
  /// - Complexity: O(length).
  public func text(ofTruth call: Int, _ level: LabelLevel) -> String? {
    level.isOfTouches
      ? text(level, truths[call].labels[level])
      : truths[call].session < 0 ? nil : "\(truths[call].session + 1)"
  }

  /// What a scheme says of a call, in words; `nil` where it says nothing.
  ///
  /// - Complexity: O(length).
  public func text(of scheme: Scheme, _ call: Int, _ level: LabelLevel) -> String? {
    let reading = self[scheme].readings[call]
    if level.isOfTouches { return text(level, reading.labels[level]) }
    return reading.session < 0 ? nil : "\(reading.session + 1)"
  }

  /// The session that a scheme names; `nil` where it names none.
  ///
  /// - Complexity: O(1).
  public func session(named scheme: Scheme, _ call: Int) -> SessionID? {
    let session = self[scheme].readings[call].session
    return session < 0 ? nil : SessionID(session)
  }

  /// The session whose paid touch is the truth of a session; `nil` where nobody paid.
  ///
  /// - Complexity: O(1).
  public func origin(of session: SessionID) -> SessionID? {
    let origin = origins.truth[Int(session.index)]
    return origin < 0 ? nil : SessionID(origin)
  }

  private func text(_ level: LabelLevel, _ label: Int32) -> String? {
    if label == TouchLabels.none { return nil }
    if label < TouchLabels.none { return "click:\(input.book.clicks[Int(-2 - label)])" }
    switch level {
    case .channel: return Channel.allCases[Int(label)].rawValue
    case .source:
      let pair = labels.sources[Int(label)]
      if pair.first < 0, pair.second < 0 { return "(direct) / (none)" }
      return "\(input.book.text(pair.first) ?? "(not set)") /"
        + " \(input.book.text(pair.second) ?? "(none)")"
    case .campaign:
      let pair = labels.campaigns[Int(label)]
      return "\(text(.source, pair.first) ?? "") / \(input.book.text(pair.second) ?? "")"
    case .keyword:
      let pair = labels.keywords[Int(label)]
      return "\(text(.campaign, pair.first) ?? "") / \(input.book.text(pair.second) ?? "")"
    case .visitor, .session: return nil
    }
  }
}
