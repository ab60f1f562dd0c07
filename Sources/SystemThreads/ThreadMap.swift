import Foundation
public import NumberPools

/// Works on several elements at once, on threads of the system.
///
/// The thread that asks works too, and others are started while there is more to do and fewer than
/// the most are busy: also those of a transform that maps on the same threads itself. Where the
/// system gives none, as where memory is short or processes are counted, the threads that there are
/// do the work; nothing ever waits for a thread to be had.
public struct ThreadMap: ParallelMap {
  private let budget: ThreadBudget

  /// Creates a map.
  ///
  /// - Parameter threads: The most that are busy at once, from 1; `nil` for one a core.
  public init(threads: Int? = nil) {
    budget = ThreadBudget(threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Transforms the elements; the results come in the order of the elements.
  ///
  /// - Complexity: O(count) calls of the transform, and a thread for each core at most.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: elements.count)
    results.initialize(repeating: nil)
    defer {
      results.deinitialize()
      results.deallocate()
    }
    withoutActuallyEscaping(transform) { transform in
      // Each place is written once, by the thread that claimed it, and read when all have ended.
      nonisolated(unsafe) let places = results
      let work = SharedWork(count: elements.count, budget: budget) { index in
        places[index] = transform(elements[index])
      }
      work.run()
      work.joinHelpers()
    }
    return results.compactMap { $0 }
  }
}
