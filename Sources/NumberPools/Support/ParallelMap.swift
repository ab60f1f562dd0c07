/// Works on several elements at once, or on one after the other: how a caller lends its threads to
/// studies, which start none themselves.
public protocol ParallelMap: Sendable {
  /// Transforms the elements; the results come in the order of the elements, whatever order they
  /// are finished in.
  ///
  /// - Parameters:
  ///   - elements: What to work on. A transform may itself map on the same threads.
  ///   - transform: Called once for each, on any thread.
  /// - Complexity: O(count) calls of the transform.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result]
}

/// One element after the other, on the thread that asks.
public struct SerialMap: ParallelMap {
  /// Creates the map.
  public init() {}

  /// Transforms the elements in their order.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    elements.map { transform($0) }
  }
}
