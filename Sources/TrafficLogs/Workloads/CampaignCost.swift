import NumberPools

/// What the clicks of a campaign cost.
struct CampaignCost: Sendable {
  var fields: [String]

  /// The campaigns of channels whose clicks cost anything, in their order.
  static func all(in workload: Workload) -> [CampaignCost] {
    var clicks: [[String]: (count: Int, price: Double, order: Int)] = [:]
    for session in workload.sessions where session.via == .first && !session.isBot {
      let channel = workload.scenario.channels[Int(session.channel)]
      guard let price = channel.costPerClick else { continue }
      let truth = workload.truth(of: session)
      let key = [truth.source ?? "", truth.medium ?? "", truth.campaign ?? "", channel.name]
      let order = Int(session.channel) << 32 + Int(session.address.campaign)
      clicks[key, default: (0, price, order)].count += 1
    }
    return clicks.sorted { ($0.value.order, $0.key[2]) < ($1.value.order, $1.key[2]) }.map {
      let cost = (Double($0.value.count) * $0.value.price * 100).rounded() / 100
      return CampaignCost(fields: $0.key.prefix(3) + ["\($0.value.count)", "\(cost)"])
    }
  }
}
