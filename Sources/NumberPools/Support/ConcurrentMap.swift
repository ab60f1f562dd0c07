/// How much is worked on at once.
public enum Parallelism {
  /// The most threads that ``SizingStudy`` and ``PoolCurve`` use; `nil` for one a core. The answers
  /// are the same with any number.
  @TaskLocal public static var width: Int?
}

extension Array where Element: Sendable {
  /// Transforms the elements, several at a time; the results come in the order of the elements,
  /// whatever order they are finished in.
  ///
  /// - Complexity: O(count) calls of the transform.
  func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    // One a core is what the task group does by itself.
    let width = Swift.min(Parallelism.width ?? count, count)
    let widthOfEach = Parallelism.width.map { Swift.max(1, $0 / Swift.max(1, width)) }
    return await withTaskGroup(of: (Int, Result).self) { group in
      func start(_ index: Int) {
        let element = self[index]
        group.addTask {
          await Parallelism.$width.withValue(widthOfEach) { (index, await transform(element)) }
        }
      }
      for index in 0..<width { start(index) }
      var next = width
      var results = [Result?](repeating: nil, count: count)
      for await (index, result) in group {
        results[index] = result
        if next < count { start(next) }
        next += 1
      }
      return results.compactMap { $0 }
    }
  }
}
