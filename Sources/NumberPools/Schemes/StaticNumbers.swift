/// What a static scheme shows to whom: the key of each session, or of each page view, and which
/// keys have numbers.
struct StaticNumbers: Sendable {
  let scheme: Scheme
  let rule: KeyRule
  let keys: KeyTable
  /// For each session its key, -1 without one; empty where each page view has its own.
  private(set) var sessionKeys: [Int32] = []
  /// For each session the one whose address its key comes from.
  private(set) var sources: [Int32] = []
  /// For each page view its key; empty where sessions have one.
  private(set) var viewKeys: [Int32] = []
  /// The keys that are shown, by how many sessions see them, then by first page view.
  private(set) var ranked: [Int32] = []
  /// For each key its place among these; as large as can be for one that isn't shown.
  private(set) var ranks: [Int32] = []
  /// The fewest keys that hold 99 % of the sessions that have one.
  private(set) var needed = 0

  /// Finds out which key each session has.
  ///
  /// - Complexity: O(page views + sessions + keys x log(keys)).
  init(
    _ scheme: Scheme, rule: KeyRule, of input: ComparedTraffic, _ labels: LabelTable,
    _ views: SessionViews
  ) {
    self.scheme = scheme
    self.rule = rule
    keys = KeyTable(of: scheme, rule: rule, book: input.book, labels: labels)
    if rule.memory == .page {
      setPageKeys(of: input, views)
    } else {
      setSessionKeys(of: input)
    }
    rank(input, views)
  }

  private mutating func setPageKeys(of input: ComparedTraffic, _ views: SessionViews) {
    let count = input.traffic.pageViewTimes.count
    var viewKeys = [Int32](repeating: keys.direct, count: count)
    if input.pageViews.isEmpty {
      for (session, touch) in input.visible.enumerated() {
        let key = keys.keyOfTouch[Int(touch.touch)]
        if key >= 0 { viewKeys[views.first(of: session)] = key }
      }
    } else {
      for (view, touch) in input.pageViews.enumerated() {
        let key = keys.keyOfTouch[Int(touch.touch)]
        if key >= 0 { viewKeys[view] = key }
      }
    }
    self.viewKeys = viewKeys
    sources = input.traffic.sessions.indices.map { Int32(truncatingIfNeeded: $0) }
  }

  private mutating func setSessionKeys(of input: ComparedTraffic) {
    let sessions = input.traffic.sessions
    // The session that set each visitor's cookie.
    var cookies: [Int32] = []
    var life = Interval.zero
    var isFirst = false
    switch rule.memory {
    case .page, .session: break
    case .first(let interval):
      life = interval
      isFirst = true
    case .last(let interval): life = interval
    }
    let remembers = rule.memory != .session
    if remembers { cookies = Array(repeating: -1, count: input.traffic.visitorCount) }
    var sessionKeys = [Int32](unfilled: sessions.count)
    var sources = [Int32](unfilled: sessions.count)
    for index in sessions.indices {
      let own = keys.keyOfTouch[Int(input.visible[index].touch)]
      var source = index
      if remembers {
        let visitor = Int(sessions[index].visitor.index)
        let cookie = Int(cookies[visitor])
        let lives = cookie >= 0 && sessions[index].start - sessions[cookie].start <= life
        if lives, isFirst || own < 0 {
          source = cookie
        } else if own >= 0 {
          cookies[visitor] = Int32(truncatingIfNeeded: index)
        }
      }
      let key = keys.keyOfTouch[Int(input.visible[source].touch)]
      sessionKeys[index] = key >= 0 ? key : keys.direct
      sources[index] = Int32(truncatingIfNeeded: source)
    }
    self.sessionKeys = sessionKeys
    self.sources = sources
  }

  private mutating func rank(_ input: ComparedTraffic, _ views: SessionViews) {
    var counts = [Int32](repeating: 0, count: keys.labels.count)
    var firstViews = [Int32](repeating: .max, count: keys.labels.count)
    let isNotSwapped = input.isNotSwapped
    /// The session that a key was last counted for.
    var counted = [Int32](repeating: -1, count: keys.labels.count)
    for session in input.traffic.sessions.indices
    where isNotSwapped.isEmpty || !isNotSwapped[session] {
      if viewKeys.isEmpty {
        let key = Int(sessionKeys[session])
        guard key >= 0 else { continue }
        counts[key] += 1
        // Sessions are numbered by first page view.
        if firstViews[key] == .max {
          firstViews[key] = Int32(truncatingIfNeeded: views.first(of: session))
        }
        continue
      }
      for view in views.all(of: session) where viewKeys[Int(view)] >= 0 {
        let key = Int(viewKeys[Int(view)])
        if counted[key] != Int32(truncatingIfNeeded: session) { counts[key] += 1 }
        counted[key] = Int32(truncatingIfNeeded: session)
        firstViews[key] = Swift.min(firstViews[key], view)
      }
    }
    ranked = counts.indices.filter { counts[$0] > 0 }.map { Int32($0) }
    ranked.sort { left, right in
      let (left, right) = (Int(left), Int(right))
      return counts[left] == counts[right]
        ? firstViews[left] < firstViews[right] : counts[left] > counts[right]
    }
    ranks = Array(repeating: .max, count: counts.count)
    for (place, key) in ranked.enumerated() { ranks[Int(key)] = Int32(place) }
    setNeeded(input, views)
  }

  /// Counts the sessions by the first of their keys in the order of ranks.
  private mutating func setNeeded(_ input: ComparedTraffic, _ views: SessionViews) {
    var held = [Int](repeating: 0, count: ranked.count)
    let isNotSwapped = input.isNotSwapped
    for session in input.traffic.sessions.indices
    where isNotSwapped.isEmpty || !isNotSwapped[session] {
      var best = Int32.max
      if viewKeys.isEmpty {
        if sessionKeys[session] >= 0 { best = ranks[Int(sessionKeys[session])] }
      } else {
        for view in views.all(of: session) where viewKeys[Int(view)] >= 0 {
          best = Swift.min(best, ranks[Int(viewKeys[Int(view)])])
        }
      }
      if best < .max { held[Int(best)] += 1 }
    }
    let total = held.reduce(0, +)
    var sum = 0
    while sum * 100 < total * 99 {
      sum += held[needed]
      needed += 1
    }
  }

  /// The key of a page view; -1 without one.
  @inline(__always)
  func key(ofView view: Int, session: Int) -> Int32 {
    viewKeys.isEmpty ? sessionKeys[session] : viewKeys[view]
  }

  /// The number of a key at a budget: its rank; -1 for the default number.
  @inline(__always)
  func number(ofKey key: Int32, budget: Int) -> Int32 {
    guard key >= 0 else { return -1 }
    let rank = ranks[Int(key)]
    return rank < budget ? rank : -1
  }

  /// For each page view the number on the screen; -1 for the default number.
  ///
  /// - Complexity: O(page views).
  func shown(of input: ComparedTraffic, budget: Int) -> [Int32] {
    let sessions = input.traffic.pageViewSessions
    var shown = [Int32](unfilled: sessions.count)
    for view in sessions.indices {
      let session = Int(sessions[view].index)
      let isSwapped = input.isNotSwapped.isEmpty || !input.isNotSwapped[session]
      shown[view] =
        isSwapped ? number(ofKey: key(ofView: view, session: session), budget: budget) : -1
    }
    return shown
  }

  /// For each session what a call after its last page view tells of the campaign; negative for
  /// nothing.
  ///
  /// - Complexity: O(sessions).
  func campaigns(of input: ComparedTraffic, budget: Int, _ views: SessionViews) -> [Int32] {
    var campaigns = [Int32](repeating: TouchLabels.none, count: input.traffic.sessions.count)
    for session in campaigns.indices
    where input.isNotSwapped.isEmpty || !input.isNotSwapped[session] {
      let key =
        viewKeys.isEmpty ? sessionKeys[session] : viewKeys[views.last(of: session)]
      guard number(ofKey: key, budget: budget) >= 0 else { continue }
      campaigns[session] = keys.labels[Int(key)].campaign
    }
    return campaigns
  }
}
