extension Array where Element: BitwiseCopyable {
  /// Room for elements that are all written before they are read: filling it first would cost as
  /// much as some loops over it.
  ///
  /// - Parameter count: How many elements, of whatever was in memory.
  init(unfilled count: Int) {
    self.init(unsafeUninitializedCapacity: count) { $1 = count }
  }
}
