import NumberPools

/// Where a reader is in its inputs, and what it notes of every line.
struct LogPlace {
  /// The name of the input.
  private(set) var file = ""
  /// The line, from 1; 0 before the first.
  private(set) var line = 0
  private var previous: Timestamp?

  /// Begins an input, which may turn out to be empty.
  mutating func begin(_ input: LogInput, _ summary: inout LogSummary) {
    self = Self()
    file = input.name
    summary.files.append(file)
  }

  /// Moves on.
  mutating func advance(by lines: Int = 1) { line += lines }

  /// Moves to a line.
  mutating func move(to line: Int) { self.line = line }

  /// Counts the time of a readable line.
  mutating func note(_ time: Timestamp, _ summary: inout LogSummary) {
    noteOrder(of: time, &summary)
    summary.noteSpan(time)
  }

  /// Counts the time of a readable line, written so many minutes ahead of UTC.
  mutating func note(_ time: Timestamp, offset: Int, _ summary: inout LogSummary) {
    noteOrder(of: time, &summary)
    summary.note(time, offset: offset)
  }

  private mutating func noteOrder(of time: Timestamp, _ summary: inout LogSummary) {
    if let previous, time < previous { summary.outOfOrder += 1 }
    previous = time
  }
}
