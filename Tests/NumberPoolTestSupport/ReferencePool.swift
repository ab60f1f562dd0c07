public import NumberPools

/// A pool too simple to be wrong: no clever structure, one size at a time, everything recomputed.
///
/// It shares nothing with the product but the words for its options.
public struct ReferencePool {
  /// A page view in the order of the log.
  public struct View: Hashable {
    /// When; whatever unit.
    public var minute: Int64
    /// Who.
    public var visitor: Int
    /// In which session.
    public var session: Int
    /// In which of several pools.
    public var group: Int

    /// Creates a page view.
    public init(at minute: Int64, visitor: Int, session: Int, group: Int = 0) {
      self.minute = minute
      self.visitor = visitor
      self.session = session
      self.group = group
    }
  }

  /// A sign of life between page views.
  public struct Heartbeat: Hashable {
    /// When.
    public var minute: Int64
    /// From when on the visitor was there.
    public var since: Int64
    /// Who.
    public var visitor: Int
    /// In which session.
    public var session: Int
    /// In which of several pools; `nil` for that of the session's page view before it.
    public var group: Int?

    /// Creates a sign of life.
    public init(at minute: Int64, since: Int64, visitor: Int, session: Int, group: Int? = nil) {
      self.minute = minute
      self.since = since
      self.visitor = visitor
      self.session = session
      self.group = group
    }
  }

  /// A hold: when it runs, whose it is.
  public struct Hold: Hashable {
    /// Whose it is.
    public var visitor: Int
    /// Its first page view.
    public var start: Int64
    /// The first moment at which somebody else may get the number.
    public var release: Int64
    var firstView: Int
  }

  /// The page views by time, equal times in the order of the log.
  public let views: [View]
  /// Signs of life that have an effect, each the end of a stay's stretch, by visitor.
  private(set) var beats: [(visitor: Int, minute: Int64)] = []
  /// The stays of each visitor.
  private(set) var stays: [(visitor: Int, session: Int, stay: ReferenceStay)] = []
  let presence: Presence
  let reading: Int64
  /// The holds by first page view.
  public private(set) var holds: [Hold] = []

  /// Derives the holds: a visitor's presence is a union of half-open intervals, and each connected
  /// piece of that union is a hold.
  ///
  /// - Parameter sessionTimeout: The longest gap within a stay.
  public init(
    _ log: [View], heartbeats: [Heartbeat] = [], sessionTimeout: Int64 = .max / 4,
    presence: Presence, reading: Int64, tail: Int64
  ) {
    views = log.enumerated().sorted {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }
    .map(\.element)
    self.presence = presence
    self.reading = reading
    for visitor in Set(views.map(\.visitor)) {
      var stays: [ReferenceStay] = []
      for session in Set(views.filter { $0.visitor == visitor }.map(\.session)) {
        let own = ReferenceStay.stays(
          views: views.filter { $0.visitor == visitor && $0.session == session },
          heartbeats: heartbeats.filter { $0.visitor == visitor && $0.session == session },
          timeout: sessionTimeout)
        stays += own
        self.stays += own.map { (visitor, session, $0) }
      }
      var pieces: [(from: Int64, to: Int64)] = []
      var beats: [Int64] = []
      for stay in stays {
        let last = stay.views.max() ?? 0
        switch presence {
        case .views:
          pieces += stay.views.map { ($0, $0 + tail + ($0 == last ? reading : 0)) }
          beats += stay.heartbeats
        case .tabOpen:
          pieces.append(
            (stay.views.min() ?? 0, max(last + reading, stay.heartbeats.max() ?? last) + tail))
        }
      }
      self.beats += beats.map { (visitor, $0) }
      for piece in Self.merged(pieces, beats: beats.sorted(), tail: tail) {
        let first = views.indices.first {
          views[$0].visitor == visitor && views[$0].minute == piece.from
        }
        holds.append(
          Hold(visitor: visitor, start: piece.from, release: piece.to, firstView: first ?? 0))
      }
    }
    holds.sort { ($0.start, $0.firstView) < ($1.start, $1.firstView) }
  }

  /// Connects what touches; a sign of life lengthens what is still running, and begins nothing.
  private static func merged(
    _ pieces: [(from: Int64, to: Int64)], beats: [Int64], tail: Int64
  ) -> [(from: Int64, to: Int64)] {
    var merged: [(from: Int64, to: Int64)] = []
    var rest = pieces.sorted { $0 < $1 }
    var beats = beats
    while !rest.isEmpty || !beats.isEmpty {
      if let piece = rest.first, beats.first.map({ piece.from <= $0 }) ?? true {
        rest.removeFirst()
        if let last = merged.last, piece.from < last.to {
          merged[merged.count - 1].to = max(last.to, piece.to)
        } else {
          merged.append(piece)
        }
      } else {
        let beat = beats.removeFirst()
        if let last = merged.last, beat < last.to {
          merged[merged.count - 1].to = max(last.to, beat + tail)
        }
      }
    }
    return merged
  }

  /// What one size does.
  public struct Outcome: Equatable {
    /// Per view, in order of time and log, the number on the screen; -1 is the fallback.
    public var shown: [Int]
    /// Page views that asked in vain.
    public var refused = 0
    /// Who got which number when, in order.
    public var loans: [Loan] = []
    /// Sessions with a number on the screen at one of their page views.
    public var covered: Set<Int> = []
  }

  /// One loan of one number.
  public struct Loan: Equatable {
    /// The number.
    public var number: Int
    /// The hold.
    public var hold: Int
    /// Since when.
    public var from: Int64
  }

  /// Whom a call is credited to: the session that viewed last on the hold that got the dialled
  /// number last; `nil` for a call to the fallback.
  ///
  /// - Parameters:
  ///   - session: Who calls.
  ///   - time: When.
  ///   - outcome: What a pool did.
  public func credited(_ session: Int, at time: Int64, after outcome: Outcome) -> Int? {
    guard
      let view = views.indices.last(where: {
        views[$0].session == session && views[$0].minute <= time
      }), outcome.shown[view] >= 0,
      let loan = outcome.loans.last(where: {
        $0.number == outcome.shown[view] && $0.from <= time
      })
    else { return nil }
    let hold = holds[loan.hold]
    return views.last {
      $0.visitor == hold.visitor && hold.start <= $0.minute && $0.minute < hold.release
        && $0.minute <= time
    }?.session
  }

  /// Plays the views against so many numbers.
  ///
  /// - Parameter chooseLowest: Whether the lowest free number is lent rather than the one that has
  ///   been free for longest.
  public func play(numbers: Int, request: RequestRule, chooseLowest: Bool) -> Outcome {
    struct Event {
      var minute: Int64
      var rank: Int
      var hold: Int
      var view: Int
    }
    var events = holds.indices.map {
      Event(minute: holds[$0].release, rank: 0, hold: $0, view: -1)
    }
    for (index, view) in views.enumerated() {
      let hold = holds.firstIndex {
        $0.visitor == view.visitor && $0.start <= view.minute && view.minute < $0.release
      }
      events.append(Event(minute: view.minute, rank: 1, hold: hold ?? -1, view: index))
    }
    events.sort {
      ($0.minute, $0.rank, $0.hold, $0.view) < ($1.minute, $1.rank, $1.hold, $1.view)
    }

    var outcome = Outcome(shown: Array(repeating: -1, count: views.count))
    var free = Array(0..<numbers)
    var held: [Int: Int] = [:]
    var asked: Set<Int> = []
    for event in events {
      if event.rank == 0 {
        if let number = held.removeValue(forKey: event.hold) { free.append(number) }
        continue
      }
      if held[event.hold] == nil, request == .everyPageView || !asked.contains(event.hold) {
        if free.isEmpty {
          outcome.refused += 1
        } else {
          let index = chooseLowest ? free.indices.min { free[$0] < free[$1] } ?? 0 : 0
          let number = free.remove(at: index)
          held[event.hold] = number
          outcome.loans.append(Loan(number: number, hold: event.hold, from: event.minute))
        }
      }
      asked.insert(event.hold)
      if let number = held[event.hold] {
        outcome.shown[event.view] = number
        outcome.covered.insert(views[event.view].session)
      }
    }
    return outcome
  }

  /// The largest number of holds that run at once.
  public var peak: Int {
    holds.map { hold in
      holds.count { $0.start <= hold.start && hold.start < $0.release }
    }.max() ?? 0
  }
}
