import Foundation
public import TrafficLogs

extension LogTimeZone {
  /// Reads an offset such as `+03:00`, `-0530` or `Z`, or a name such as `Europe/Paris`.
  ///
  /// - Parameter text: The offset or the name.
  /// - Returns: `nil` where it is neither.
  /// - Complexity: Some ten milliseconds for a name.
  public init?(_ text: String) {
    if let fixed = Self(offset: text) {
      self = fixed
      return
    }
    guard text.contains("/"), let zone = TimeZone(identifier: text) else { return nil }
    self.init(zone)
  }

  /// The clock of a time zone from 1900 to 2600: long enough that the calendar repeats itself after
  /// the last year for which rules are known.
  private init(_ zone: TimeZone) {
    func offset(at time: Int64) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
    }
    var last = offset(at: Self.start)
    let first = last
    var changes: [Change] = []
    for number in 0..<Self.steps {
      let time = Self.start + Int64(number) * Self.step
      let next = offset(at: time + Self.step)
      if next == last { continue }
      // The last moment before the change, and the first one behind it.
      var before = time
      var behind = time + Self.step
      while behind - before > 1 {
        let middle = before + (behind - before) / 2
        if offset(at: middle) == last { before = middle } else { behind = middle }
      }
      last = offset(at: behind)
      changes.append(Change(time: behind, offset: last))
    }
    self.init(firstOffset: first, changes: changes)
  }

  /// 1900 in seconds since 1970.
  private static let start: Int64 = -2_208_988_800
  /// Less than the clocks were ever left alone between two changes, in seconds.
  private static let step: Int64 = 5 * 86_400
  /// 700 years.
  private static let steps = 51_134
}
