import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("The clock of the calls")
struct CallClockTests {
  /// How long after the first or the last page view somebody calls, in seconds.
  private enum Lag: CaseIterable {
    case duringTheVisit, minutes, anHour, hours, days, anything

    func drawn(_ random: inout SplitMix64) -> (fromEnd: Bool, seconds: Int) {
      switch self {
      case .duringTheVisit: (false, random.next(below: 600))
      case .minutes: (true, random.next(below: 1800))
      case .anHour: (true, 300 + random.next(below: 6600))
      case .hours: (true, 1800 + random.next(below: 8 * 3600))
      case .days: (true, 3600 + random.next(below: 4 * 86_400))
      case .anything:
        switch random.next(below: 10) {
        case 0..<4: Lag.duringTheVisit.drawn(&random)
        case 4..<6: Lag.minutes.drawn(&random)
        case 6..<8: Lag.hours.drawn(&random)
        default: Lag.days.drawn(&random)
        }
      }
    }
  }

  /// A fortnight of visits, by day more than by night, and calls of some of them.
  private struct Drawn {
    var views = "at,session_id,visitor_id\n"
    var calls = CallLog()

    init(_ seed: UInt64, _ lag: Lag, calls count: Int, bySession: Bool) {
      var random = SplitMix64(seed: seed)
      var sessions: [(name: String, visitor: String, start: Int, end: Int)] = []
      for session in 0..<600 {
        let hour = (random.next(below: 12) + random.next(below: 12)) % 24
        var time = 1_772_400_000 + random.next(below: 14) * 86_400 + hour * 3600
        time += random.next(below: 3600)
        let start = time
        let visitor = "v\(random.next(below: 500))"
        for view in 0...random.next(below: 5) {
          if view > 0 { time += 20 + random.next(below: 240) }
          views += "\(time),s\(session),\(visitor)\n"
        }
        sessions.append(("s\(session)", visitor, start, time))
      }
      for _ in 0..<count {
        let session = sessions[random.next(below: sessions.count)]
        let (fromEnd, seconds) = lag.drawn(&random)
        calls.rows.append(
          CallLog.Row(
            time: .seconds(Int64((fromEnd ? session.end : session.start) + seconds)),
            truth: bySession ? .session(session.name) : .visitor(session.visitor)))
      }
    }

    func clock(movedBy offset: Interval) async throws -> CallClock {
      var moved = calls
      moved.move(by: offset)
      return CallClock(of: moved, against: try await TableText.read(views))
    }
  }

  @Test("A right clock is never doubted, however late people call", arguments: UInt64(0)..<20)
  func right(seed: UInt64) async throws {
    for lag in Lag.allCases {
      for bySession in [true, false] {
        for count in [15, 40, 300] {
          let drawn = Drawn(seed, lag, calls: count, bySession: bySession)
          let clock = try await drawn.clock(movedBy: .zero)
          #expect(clock.offset == nil, "\(lag) \(count)")
        }
      }
    }
  }

  @Test(
    "A clock that is hours off is found, and by how much",
    arguments: [-720, -330, -180, -120, -60, 60, 120, 180, 210, 345, 480] as [Int64])
  func hoursOff(minutes: Int64) async throws {
    for seed in UInt64(0)..<6 {
      for lag in [Lag.duringTheVisit, .minutes, .anything] {
        for bySession in [true, false] {
          let drawn = Drawn(seed, lag, calls: 200, bySession: bySession)
          let clock = try await drawn.clock(movedBy: .minutes(minutes))
          #expect(clock.offset == .minutes(-minutes), "\(lag) \(seed) \(bySession)")
        }
      }
    }
  }

  @Test("A clock that is minutes late is found about so", arguments: [-55, -25, -12] as [Int64])
  func minutesLate(minutes: Int64) async throws {
    for seed in UInt64(0)..<6 {
      let drawn = Drawn(seed, .duringTheVisit, calls: 200, bySession: true)
      let clock = try await drawn.clock(movedBy: .minutes(minutes))
      let found = try #require(clock.offset)
      #expect(abs(found.milliseconds + minutes * 60_000) <= 5 * 60_000, "\(found)")
    }
  }

  @Test("Few calls tell nothing, and so do none")
  func few() async throws {
    let drawn = Drawn(1, .duringTheVisit, calls: 19, bySession: true)
    #expect(try await drawn.clock(movedBy: .hours(-3)).offset == nil)
    let none = Drawn(1, .minutes, calls: 0, bySession: true)
    let clock = try await none.clock(movedBy: .zero)
    #expect(clock.calls == 0 && clock.offset == nil)
  }

  @Test(
    "Calls before the first page view are counted, and those whom only signs of life name aren't")
  func early() async throws {
    var calls = CallLog()
    calls.rows = [(9, "s"), (10, "s"), (41, "s"), (10, "t"), (10, "x")].map {
      CallLog.Row(time: .minutes($0.0), truth: .session($0.1))
    }
    let log = try await TableText.read(
      "at,session_id,visitor_id,kind\n600,s,a,page\n660,s,a,page\n700,t,b,heartbeat\n")
    let clock = CallClock(of: calls, against: log)
    #expect(clock.calls == 3 && clock.early == 1 && clock.fits == 2)
  }
}

extension Timestamp {
  /// So many minutes after the epoch.
  fileprivate static func minutes(_ count: Int) -> Self { .seconds(Int64(count) * 60) }
}
