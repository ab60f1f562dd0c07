import Foundation
import NumberPools
import Synchronization
import SystemThreads

/// Threads that say on a terminal how far they have come, once it takes more than a second.
final class ProgressMap: ParallelMap {
  private let name: String
  private let threads: ThreadMap
  private let isShown = Terminal.hasErrorTerminal
  private let state = Mutex(State())

  /// Fewer elements than this are no progress to speak of.
  private static let fewest = 50

  private struct State {
    let start = Date()
    var shown = Date.distantPast
    var hasLine = false
    var done = 0
    var all = 0
  }

  /// Lends threads.
  ///
  /// - Parameters:
  ///   - name: What they do, as the first word of the line.
  ///   - map: The threads.
  init(_ name: String, on map: ThreadMap) {
    self.name = name
    threads = map
  }

  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    // What few elements take is over soon, or can't be told from them.
    guard isShown, elements.count >= Self.fewest else { return threads.map(elements, transform) }
    state.withLock { $0.all += elements.count }
    return threads.map(elements) { element in
      let result = transform(element)
      noteDone()
      return result
    }
  }

  private func noteDone() {
    state.withLock { state in
      state.done += 1
      let now = Date()
      guard now.timeIntervalSince(state.start) > 1, now.timeIntervalSince(state.shown) > 0.2
      else { return }
      state.shown = now
      state.hasLine = true
      Terminal.complain("\r\(name): \(state.done * 100 / max(1, state.all)) %  ")
    }
  }

  /// Wipes the line.
  func end() {
    if state.withLock({ $0.hasLine }) { Terminal.complain("\r\u{1B}[K") }
  }
}
