/// Reads Calltouch's journal of calls: the API's answer (an object with `records`), an array of
/// calls, or one call a line.
///
/// A call's time is its `timestamp`, in seconds since 1970, else its `date` in the account's time
/// zone. Who called is told by `sessionId`, else by `clientId`, else by `ctClientId`; most exports
/// have none of them.
public struct CalltouchReader: Sendable {
  /// The time zone of `date`. Without one, calls that have no `timestamp` are counted as
  /// unreadable.
  public var timeZone: LogTimeZone?

  /// Creates a reader.
  public init(timeZone: LogTimeZone? = nil) {
    self.timeZone = timeZone
  }

  /// A longer file is refused: a journal is read as a whole.
  static let longestFile = 1 << 30

  /// Reads journals.
  ///
  /// - Parameter inputs: The journals; their order is that of the rows.
  /// - Throws: An ``InputError`` when an input can't be read to its end, is longer than 1 GiB, or
  ///   has a broken array. Other calls that can't be understood are counted instead; `lines` counts
  ///   calls.
  /// - Complexity: O(bytes); memory for a whole file.
  public func read(_ inputs: [LogInput]) throws(InputError) -> CallLog {
    var builder = CalltouchBuilder(timeZone: timeZone)
    for input in inputs {
      var source = try ByteSource(input)
      try builder.read(&source, of: input)
    }
    return builder.finish()
  }
}

extension CalltouchBuilder {
  /// Adds the calls of an opened journal.
  mutating func read(_ source: inout ByteSource, of input: LogInput) throws(InputError) {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try block.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try source.read(into: all)
      }
      if count == 0 { break }
      guard bytes.count + count <= CalltouchReader.longestFile else {
        throw .notReadable(input.name, reason: "it is longer than 1 GiB")
      }
      bytes.append(contentsOf: block[..<count])
    }
    try add(bytes.span, of: input)
  }
}
