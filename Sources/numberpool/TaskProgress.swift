import Foundation

/// Says on a terminal how far some work has come, once it takes more than a second.
struct TaskProgress {
  private let what: String
  private let isShown = Terminal.hasErrorTerminal
  private let start = Date()
  private var shown = Date.distantPast
  private var hasLine = false

  init(_ what: String) {
    self.what = what
  }

  /// Notes how much is done, from 0 to 1.
  mutating func update(_ share: Double) {
    let now = Date()
    guard isShown, now.timeIntervalSince(start) > 1, now.timeIntervalSince(shown) > 0.2 else {
      return
    }
    shown = now
    hasLine = true
    Terminal.complain("\r\(what): \(Int(share * 100)) %  ")
  }

  /// Wipes the line.
  func end() {
    if hasLine { Terminal.complain("\r\u{1B}[K") }
  }
}
