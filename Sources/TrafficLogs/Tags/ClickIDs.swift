import NumberPools

/// The different click ids on requests for pages.
struct ClickIDs {
  private var ids = ByteInterner()
  private var isVisitors: [Bool] = []
  /// Reused for the keys of the ids.
  private var key: [UInt8] = []

  /// Says how many there are, and how many of them a visitor brought.
  func write(to summary: inout LogSummary) {
    summary.clickIDs = ids.count
    summary.clickIDsOfVisitors = isVisitors.count { $0 }
  }

  /// Notes the click id of a query, where it has one.
  mutating func note(_ bytes: Span<UInt8>, in query: Range<Int>, isVisitors: Bool = true) {
    guard !query.isEmpty, let found = ClickParameters.clickID(bytes, in: query) else { return }
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(found.parameter))
    key.append(bytes, found.value)
    let number = ids.number(of: key)
    if number == self.isVisitors.count { self.isVisitors.append(false) }
    if isVisitors { self.isVisitors[number] = true }
  }
}
