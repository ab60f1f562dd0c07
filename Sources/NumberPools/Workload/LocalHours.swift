/// A stretch of time cut where the hour that the clocks show changes.
///
/// An hour that doesn't exist has no piece, one that comes twice has two.
struct LocalHours: Sendable {
  let pieces: [Piece]
  /// The first local day, counted from 1970.
  let firstDay: Int
  /// The last one.
  let lastDay: Int

  /// A part of the time in which the clocks show one hour.
  struct Piece: Sendable {
    /// When it begins, in milliseconds.
    var start: Int64
    /// How many milliseconds it takes.
    var length: Int64
    /// The hour of the week that clocks show.
    var hourOfWeek: Int
    /// The local day, counted from the first one.
    var day: Int
  }

  /// Cuts a stretch.
  ///
  /// - Complexity: O(hours x log(changes of clocks)).
  init(of stretch: Range<Timestamp>, by clock: ZoneOffsets) {
    firstDay = clock.localTime(at: stretch.lowerBound).day
    var pieces: [Piece] = []
    var lastDay = firstDay
    var time = stretch.lowerBound
    while time < stretch.upperBound {
      let offset = clock.offset(at: time)
      let shown = LocalTime(milliseconds: (time + offset).milliseconds)
      let ofHour = Int64(shown.millisecondOfDay % 3_600_000)
      var end = min(time + .milliseconds(3_600_000 - ofHour), stretch.upperBound)
      let change = clock.changes.partitioningIndex { time < $0.time }
      if change < clock.changes.count { end = min(end, clock.changes[change].time) }
      pieces.append(
        Piece(
          start: time.milliseconds, length: (end - time).milliseconds,
          hourOfWeek: shown.hourOfWeek, day: shown.day - firstDay))
      lastDay = max(lastDay, shown.day)
      time = end
    }
    self.pieces = pieces
    self.lastDay = lastDay
  }
}
