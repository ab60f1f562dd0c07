/// The busiest quarter of an hour, where it decides how many numbers are needed.
public struct Burst: Hashable, Sendable {
  /// When it was, and how many sessions began.
  public var window: BusiestWindow
  /// The most numbers in use at once, and the answer.
  public var all: BusiestWindow.Without
  /// The same had it not been.
  public var without: BusiestWindow.Without
  /// Where most of its sessions come from; `nil` where nothing stands out.
  public var cause: Reason?

  /// Where sessions come from.
  public enum Reason: Hashable, Sendable {
    /// So many of them are one visitor's.
    case visitor(Int)
    /// So many of them are of one address.
    case address(Int)
    /// So many of them came from one source and medium.
    case source(String, Int)
  }

  /// Creates a burst.
  public init(
    _ window: BusiestWindow, all: BusiestWindow.Without, without: BusiestWindow.Without,
    cause: Reason? = nil
  ) {
    self.window = window
    self.all = all
    self.without = without
    self.cause = cause
  }
}

extension Burst.Reason {
  /// What stands out among the sessions of a window: more than half of them, and of a source no
  /// more than half of all others.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - traffic: The sessions, with touches where they are known.
  ///   - address: Something that is the same for sessions of one address; `nil` where it isn't
  ///     known.
  /// - Complexity: O(sessions).
  public init?(
    of window: BusiestWindow, in traffic: Traffic, address: (SessionID) -> Int? = { _ in nil }
  ) {
    let inside = traffic.sessions.indices.filter { window.contains(traffic.sessions[$0]) }
    func most<Key: Hashable>(_ key: (Int) -> Key?) -> (key: Key, count: Int)? {
      var counts: [Key: Int] = [:]
      for index in inside { if let key = key(index) { counts[key, default: 0] += 1 } }
      // Of equals the first that came.
      let first = inside.compactMap(key).first { counts[$0] == counts.values.max() }
      return first.flatMap { key in counts[key].map { (key, $0) } }
    }
    func isMost(_ count: Int) -> Bool { count * 2 > inside.count }
    if let visitor = most({ traffic.sessions[$0].visitor }), isMost(visitor.count) {
      self = .visitor(visitor.count)
    } else if let one = most({ address(SessionID(Int32($0))) }), isMost(one.count) {
      self = .address(one.count)
    } else if traffic.touches.count == traffic.sessions.count,
      let source = most({ traffic.touches[$0].sourceAndMedium }), isMost(source.count)
    {
      let everywhere = traffic.touches.count { $0.sourceAndMedium == source.key }
      guard (everywhere - source.count) * 2 <= traffic.sessions.count - inside.count else {
        return nil
      }
      self = .source(source.key, source.count)
    } else {
      return nil
    }
  }
}
