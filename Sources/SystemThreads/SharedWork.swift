import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Places that are worked on by whichever thread is free.
final class SharedWork: Sendable {
  private let count: Int
  private let budget: ThreadBudget
  private let body: @Sendable (Int) -> Void
  private let next = Atomic<Int>(0)
  private let helpers = Mutex<[Helper]>([])

  /// A thread that was started and has to be joined.
  private struct Helper: @unchecked Sendable {
    var thread: pthread_t
  }

  /// Prepares work.
  ///
  /// - Parameters:
  ///   - count: How many places there are.
  ///   - budget: The threads that may help.
  ///   - body: What is done at a place, each once.
  init(count: Int, budget: ThreadBudget, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.budget = budget
    self.body = body
  }

  /// Works until every place is claimed.
  func run() {
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < count else { return }
      // Asked for anew at each place: a thread may have become free elsewhere.
      if place + 1 < count, budget.take() { startHelper() }
      body(place)
    }
  }

  /// Waits for the helpers, those that helpers started among them.
  func joinHelpers() {
    while let helper = helpers.withLock({ $0.popLast() }) { pthread_join(helper.thread, nil) }
  }

  private func startHelper() {
    let work = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, help, work) == 0 else {
      Unmanaged<SharedWork>.fromOpaque(work).release()
      budget.close()
      return
    }
    #if canImport(Darwin)
      guard let thread else { return }
    #endif
    let helper = Helper(thread: thread)
    helpers.withLock { $0.append(helper) }
  }

  /// Works on a thread that has just been started.
  fileprivate static func enter(_ work: UnsafeMutableRawPointer) {
    let work = Unmanaged<SharedWork>.fromOpaque(work).takeRetainedValue()
    work.run()
    work.budget.give()
  }
}

#if canImport(Darwin)
  private func help(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    SharedWork.enter(work)
    return nil
  }
#else
  private func help(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { SharedWork.enter(work) }
    return nil
  }
#endif
