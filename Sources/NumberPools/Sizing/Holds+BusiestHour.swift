extension Holds {
  /// The mean number of holds at once in the clock hour, in UTC, in which it is largest.
  ///
  /// - Complexity: O(holds), however long they last.
  var busiestHourLoad: Double {
    guard var now = starts.first else { return 0 }
    var hour = ClockHour(now)
    var busiest: Int64 = 0
    var occupied: Int64 = 0
    var atOnce: Int64 = 0
    /// Lets time pass, in which nothing begins or ends.
    func pass(to time: Timestamp) {
      if time >= hour.end {
        busiest = max(busiest, occupied + atOnce * (hour.end - now).milliseconds)
        occupied = 0
        now = hour.end
        hour = ClockHour(time)
        // Whole hours in between are all alike.
        if now < hour.start {
          busiest = max(busiest, atOnce * ClockHour.length.milliseconds)
          now = hour.start
        }
      }
      occupied += atOnce * (time - now).milliseconds
      now = time
    }

    var next = 0
    for ending in 0..<count {
      let end = releaseOrder.time(at: ending)
      while next < count, starts[next] <= end {
        pass(to: starts[next])
        atOnce += 1
        next += 1
      }
      pass(to: end)
      atOnce -= 1
    }
    return Double(max(busiest, occupied)) / Double(ClockHour.length.milliseconds)
  }
}

/// An hour as clocks in UTC show it.
private struct ClockHour {
  static let length = Interval.hours(1)
  let start: Timestamp
  var end: Timestamp { start + Self.length }

  init(_ time: Timestamp) {
    let intoHour = Int64(time.millisecondOfDay) % Self.length.milliseconds
    start = time - .milliseconds(intoHour)
  }
}
