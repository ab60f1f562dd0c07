import Foundation
import TrafficLogs

/// Says on a terminal how far the reading has come, once it takes more than a second.
struct Progress {
  private let isShown = Terminal.hasErrorTerminal
  private let start = Date()
  private var shown = Date.distantPast
  private var hasLine = false
  private let total: Int?
  private var finishedBytes = 0
  private var current: (input: String, bytes: Int)?

  /// Creates progress over some inputs.
  init(over inputs: [LogInput]) {
    let sizes = inputs.map(\.size)
    total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Notes how far an input has been read.
  mutating func update(_ input: LogInput, bytes: Int) {
    if let current, current.input != input.name { finishedBytes += current.bytes }
    current = (input.name, bytes)
    let now = Date()
    guard isShown, now.timeIntervalSince(start) > 1, now.timeIntervalSince(shown) > 0.2 else {
      return
    }
    shown = now
    hasLine = true
    let read = finishedBytes + bytes
    if let total, total > 0 {
      Terminal.complain("\rReading: \(min(100, read * 100 / total)) %  ")
    } else {
      Terminal.complain("\rReading: \(read / 1_000_000) MB  ")
    }
  }

  /// Wipes the line.
  func end() {
    if hasLine { Terminal.complain("\r\u{1B}[K") }
  }
}
