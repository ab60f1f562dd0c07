/// The names of browsers seen so far, each judged once.
struct KnownAgents {
  private var names = ByteInterner()
  private var areBots: [Bool] = []

  /// Whether a name is a robot's.
  ///
  /// - Complexity: O(length), and that of ``AgentFilter`` for a new name.
  mutating func isBot(_ agent: Span<UInt8>) -> Bool {
    let number = names.number(of: agent)
    if number == areBots.count { areBots.append(AgentFilter.kind(of: agent) == .bot) }
    return areBots[number]
  }
}
