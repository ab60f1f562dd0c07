import Synchronization

/// How many threads may still be started.
final class ThreadBudget: Sendable {
  private let left: Mutex<Int>

  /// Begins with one thread busy: the one that asks.
  init(_ threads: Int) {
    left = Mutex(max(1, threads) - 1)
  }

  /// Takes a thread, where one is left.
  func take() -> Bool {
    left.withLock { left in
      guard left > 0 else { return false }
      left -= 1
      return true
    }
  }

  /// Gives back a thread that has ended.
  func give() { left.withLock { $0 += 1 } }

  /// Takes all: the system gives none.
  func close() { left.withLock { $0 = 0 } }
}
