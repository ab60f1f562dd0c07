import NumberPoolTestSupport
import NumberPools

/// Page views and calls as two small tables.
struct CallFiles {
  /// The page views.
  var views: String
  /// The calls.
  var calls: String

  /// Both, for a folder.
  var files: [String: String] { ["views.csv": views, "calls.csv": calls] }

  /// Three visitors of one page each; half an hour after it their numbers are free. At most two are
  /// lent at once.
  ///
  /// ```
  /// s1  10:00 ---- 10:30
  /// s2   10:01 ---- 10:31
  /// s3                      10:50 ---- 11:20
  /// ```
  ///
  /// The call k1 comes during its session, k2 when its number is free again or lent to another. Of
  /// k3 the session isn't in the traffic, of k4 it isn't known, and k5 comes too early.
  static let byHand = CallFiles(
    views: """
      at,session_id,visitor_id,ip
      2026-03-02T10:00:00Z,s1,a,192.0.2.1
      2026-03-02T10:01:00Z,s2,b,192.0.2.2
      2026-03-02T10:50:00Z,s3,c,192.0.2.3

      """,
    calls: """
      call_id,at,session_id,caller
      k1,2026-03-02T10:05:00Z,s1,+4915110000001
      k2,2026-03-02T10:55:00Z,s2,+4915110000002
      k3,2026-03-02T10:55:00Z,nobody,+4915110000003
      k4,2026-03-02T10:55:00Z,,+4915110000004
      k5,2026-03-02T09:00:00Z,s1,+4915110000005

      """)

  /// The same page views with only the calls that can't be judged.
  static let nothingToJudge = CallFiles(
    views: byHand.views,
    calls: byHand.calls.split(separator: "\n").filter { !$0.hasPrefix("k1") && !$0.hasPrefix("k2") }
      .joined(separator: "\n") + "\n")

  /// How many calls ``random(_:)`` makes.
  static let randomCalls = 80

  /// A busy day drawn at random, each call with its session.
  static func random(_ seed: UInt64) -> CallFiles {
    var generator = SplitMix64(seed: seed)
    var drawn = CallFiles(
      views: "at,visitor_id,session_id,ip,utm_medium\n", calls: "call_id,at,session_id,caller\n")
    var starts: [Int] = []
    for session in 0..<120 {
      let visitor = generator.next(below: 60)
      var time = 1_772_400_000 + generator.next(below: 43_200)
      starts.append(time)
      for _ in 0...generator.next(below: 4) {
        drawn.views +=
          "\(time),visitor-\(visitor),session-\(session),198.51.100.\(visitor + 1),cpc\n"
        time += generator.next(below: 900)
      }
    }
    for call in 0..<randomCalls {
      let session = generator.next(below: starts.count)
      let time = starts[session] + generator.next(below: 7200)
      drawn.calls += "call-\(call),\(time),session-\(session),+49151200\(10_000 + call)\n"
    }
    return drawn
  }
}
