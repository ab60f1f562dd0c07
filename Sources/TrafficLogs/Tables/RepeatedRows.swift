import NumberPools

/// Which rows of some tables have been read before.
struct RepeatedRows {
  /// Whether rows are compared with those of the inputs before: where there are several.
  var comparesInputs = false
  /// What there is to say of whole inputs.
  private(set) var warnings: [LogWarning] = []
  /// The records that rows name.
  private var records = RecordSet()
  /// The rows of the inputs before.
  private var earlier = RecordSet()
  /// The rows of this one.
  private var current: [UInt64] = []
  private var shared = 0

  /// Whether a record is new: another one with the same name, visitor and time is the same.
  mutating func isNew(
    _ row: Span<UInt8>, name: Range<Int>, _ visitor: VisitorID, _ time: Timestamp
  ) -> Bool {
    var digest = ContentDigest()
    withUnsafeBytes(of: time.milliseconds) { digest.add($0) }
    withUnsafeBytes(of: visitor.index) { digest.add($0) }
    row.extracting(name).withUnsafeBufferPointer { digest.add(UnsafeRawBufferPointer($0)) }
    return records.insert(digest.value)
  }

  /// Takes up a row that counts.
  mutating func note(_ row: Span<UInt8>) {
    guard comparesInputs else { return }
    let digest = ContentDigest.digest(of: row)
    if earlier.contains(digest) { shared += 1 }
    current.append(digest)
  }

  /// Tells that the next row is another input's.
  mutating func endInput(_ name: String) {
    // At the seam of two exports a row may be in both.
    if shared >= 2, shared * 10 >= current.count {
      warnings.append(.sharedRows(file: name, shared, of: current.count))
    }
    for digest in current { _ = earlier.insert(digest) }
    current = []
    shared = 0
  }
}
