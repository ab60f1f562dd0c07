/// Looks for the order of a table's dates: any that can be only one way tells it for all.
package struct DateOrderFinder: RowSink {
  private let slots: [Int]
  private var isFound = false
  private var isDayFirst = false
  private var isMonthFirst = false
  /// The first parts and the years of two digits, the first few of them: where the years vary and
  /// the first parts don't, the first parts may be the years.
  private var firsts: Set<Int> = []
  private var shortYears: Set<Int> = []

  package init(slots: [Int]) {
    self.slots = slots
  }

  /// Whether there is a date that needs an order.
  package var isNeeded: Bool { isFound }

  /// Whether dates contradict each other.
  package var isMixed: Bool { isDayFirst && isMonthFirst }

  /// The order; `nil` where no date tells it.
  package var order: DateOrder? {
    if isMixed || (shortYears.count > 2 && firsts.count <= 2) { return nil }
    return isDayFirst ? .dayFirst : isMonthFirst ? .monthFirst : nil
  }

  package mutating func begin(_ header: DelimitedHeader) {}

  package mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    for slot in slots where !fields[slot].isEmpty {
      guard let date = NumericDate(row, fields[slot]), date.needsOrder else { continue }
      isFound = true
      if date.first > 12 { isDayFirst = true }
      if date.second > 12 { isMonthFirst = true }
      guard date.hasShortYear, shortYears.count < 8, firsts.count < 8 else { continue }
      shortYears.insert(date.third)
      firsts.insert(date.first)
    }
  }

  package mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {}
}

extension DateOrderFinder {
  /// The order of the dates in an opened table.
  ///
  /// - Parameters:
  ///   - known: The order, where it has been given.
  ///   - source: The table, of which nothing has been read yet.
  ///   - input: The same, to be read once more where its beginning doesn't tell.
  ///   - shape: What it looks like.
  ///   - slots: Where its times are.
  /// - Returns: `nil` where no date tells it, or none needs it.
  /// - Complexity: O(bytes) for a table with such dates, else O(1).
  static func order(
    _ known: DateOrder?, of source: inout ByteSource, _ input: LogInput,
    _ shape: DelimitedReader.Shape, slots: [Int]
  ) throws(TableError) -> DateOrder? {
    if let known { return known }
    var finder = Self(slots: slots)
    do throws(InputError) {
      let beginning = try source.beginning(ByteSource.tellingLength)
      var start = try ByteSource(.bytes(name: input.name, beginning))
      try? finder.read(&start, input, shape)
      if !finder.isNeeded { return nil }
      if input.isRepeatable {
        var again = try ByteSource(input)
        try? finder.read(&again, input, shape)
      }
    } catch {
      throw .input(error)
    }
    if finder.isMixed { throw .mixedDateOrders(file: input.name) }
    return finder.order
  }

  private mutating func read(
    _ source: inout ByteSource, _ input: LogInput, _ shape: DelimitedReader.Shape
  ) throws(TableError) {
    try DelimitedReader.read(&source, file: input.name, shape: shape, into: &self) { _ in }
  }
}
