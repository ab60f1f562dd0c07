/// What the objects of a scenario file may hold.
enum ScenarioSchema: CaseIterable {
  case whole
  case burst
  case channel
  case campaigns
  case campaign
  case tagging
  case visit
  case returning
  case ways
  case bots
  case calls
  case later
  case law
  case pool
  case dayToDay
  /// Days, and what is so on each.
  case days
  /// Paths of the scenario, and where they are from.
  case sources
  /// No object.
  case leaf
}

extension ScenarioSchema {
  /// The keys that are known, and what each of them holds.
  var keys: [(name: String, schema: ScenarioSchema)] {
    switch self {
    case .whole:
      [
        ("question", .leaf), ("time_zone", .leaf), ("start", .leaf), ("days", .leaf),
        ("seed", .leaf), ("week", .days), ("growth_per_week", .leaf), ("day_to_day", .dayToDay),
        ("bursts", .burst), ("channels", .channel), ("visit", .visit), ("returning", .returning),
        ("shared_links", .leaf), ("not_swapped", .leaf), ("bots", .bots), ("calls", .calls),
        ("pool", .pool), ("target", .leaf), ("price_per_number", .leaf),
        ("value_per_call", .leaf), ("assumptions", .leaf), ("sources", .sources),
      ]
    case .burst: Self.leaves("at", "visits", "half_life", "channel", "every", "times")
    case .channel:
      [
        ("name", .leaf), ("visits_per_day", .leaf), ("site", .leaf), ("source", .leaf),
        ("medium", .leaf), ("campaigns", .campaign), ("tagging", .tagging),
        ("click_id_beside_utm", .leaf), ("cost_per_click", .leaf), ("week", .days),
        ("visit", .visit), ("returning", .returning), ("calls", .calls),
      ]
    case .campaigns: Self.leaves("count", "zipf", "terms")
    case .campaign:
      Self.leaves("name", "share", "terms", "zipf") + [("tagging", .tagging)]
    case .tagging: Self.leaves("utm", "click_id", "mistyped")
    case .visit: [("page_views", .leaf), ("gap", .law), ("last_page", .law)]
    case .returning: [("share", .leaf), ("after", .law), ("as", .ways), ("new_cookie", .leaf)]
    case .ways: Self.leaves("direct", "organic", "same_link", "own_link")
    case .bots: Self.leaves("share", "declared")
    case .calls:
      [
        ("probability", .leaf), ("during_visit", .leaf), ("later", .later), ("open", .days),
        ("again", .leaf), ("again_after", .law), ("misdialled_per_day", .leaf),
        ("off_site_per_day", .leaf), ("answered", .leaf), ("duration", .law),
      ]
    case .later: Self.leaves("share", "saved_number") + Self.law.keys
    case .law: Self.leaves("mean", "median", "sigma", "p90", "always", "from", "to")
    case .pool:
      Self.leaves(
        "numbers", "session_timeout", "reuse_timeout", "last_page_time", "request", "allocation",
        "presence", "match")
    case .dayToDay: Self.leaves("common", "own")
    case .days, .sources, .leaf: []
    }
  }

  private static func leaves(_ names: String...) -> [(name: String, schema: ScenarioSchema)] {
    names.map { ($0, .leaf) }
  }

  /// Where a key would be known that isn't known here: the name of the object that has it.
  static func home(of key: String) -> String? {
    let homes: [(ScenarioSchema, String)] = [
      (.whole, "the scenario itself"), (.channel, "a channel"), (.visit, "visit"),
      (.returning, "returning"), (.calls, "calls"), (.pool, "pool"), (.bots, "bots"),
      (.burst, "a burst"), (.tagging, "tagging"), (.ways, "returning.as"),
    ]
    return homes.first { $0.0.keys.contains { $0.name == key } }?.1
  }

  /// Whether a path names something that a scenario can have.
  static func hasPath(_ path: String) -> Bool {
    var schema = ScenarioSchema.whole
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      var name = part[...]
      if name.last == "]", let bracket = name.firstIndex(of: "["),
        Int(name[name.index(after: bracket)...].dropLast()) != nil
      {
        name = name[..<bracket]
      }
      guard let known = schema.keys.first(where: { $0.name == name }) else {
        // Days of a week, and campaigns that are counted rather than named.
        let isCounted =
          schema == .campaign
          && ScenarioSchema.campaigns.keys.contains {
            $0.name == name
          }
        if isCounted || schema == .days { continue }
        return false
      }
      schema = known.schema
    }
    return true
  }

  /// All paths without their positions, to find the nearest one.
  static let paths: [String] = {
    func below(_ schema: ScenarioSchema, _ prefix: String) -> [String] {
      schema.keys.flatMap { [prefix + $0.name] + below($0.schema, "\(prefix)\($0.name).") }
    }
    return below(.whole, "")
  }()
}
