import NumberPools

extension TimeText {
  /// The moment that a field of a row names.
  ///
  /// - Throws: What is wrong with the row; or with all, where nothing tells how to read times.
  mutating func time(
    _ row: Span<UInt8>, _ field: Range<Int>, file: String, line: Int
  ) throws(RowFault) -> Timestamp {
    do throws(Problem) {
      return try time(row, field)
    } catch {
      switch error {
      case .noZone: throw .fatal(.noTimeZone(file: file, line: line))
      case .noOrder: throw .fatal(.unknownDateOrder(file: file, line: line))
      case .missing, .notTime, .dayOrSecond: throw .unreadable(error.rawValue)
      }
    }
  }
}
