extension Array where Element: Sendable {
  /// Transforms the elements, several at a time; the results come in the order of the elements,
  /// whatever order they are finished in.
  ///
  /// - Complexity: O(count) calls of the transform.
  func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      for (index, element) in enumerated() {
        group.addTask { (index, await transform(element)) }
      }
      var results = [Result?](repeating: nil, count: count)
      for await (index, result) in group { results[index] = result }
      return results.compactMap { $0 }
    }
  }
}
