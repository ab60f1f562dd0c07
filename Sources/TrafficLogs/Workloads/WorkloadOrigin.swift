import NumberPools

/// A table of what a scenario made, as an input like any other: written while it is read, so that
/// it is never in memory as a whole.
final class WorkloadOrigin: ByteOrigin {
  private let table: WorkloadTable
  private let workload: Workload

  init(_ table: WorkloadTable, of workload: Workload) {
    self.table = table
    self.workload = workload
  }

  var isRepeatable: Bool { true }

  var size: Int? { nil }

  func open() -> any ByteStream { WorkloadStream(WorkloadTableWriter(table, of: workload)) }
}

/// The bytes of such a table.
private final class WorkloadStream: ByteStream {
  private var writer: WorkloadTableWriter
  private var rows: [UInt8] = []
  private var used = 0
  private(set) var position = 0

  init(_ writer: WorkloadTableWriter) {
    self.writer = writer
  }

  var complaint: String? { nil }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    if used == rows.count {
      rows.removeAll(keepingCapacity: true)
      used = 0
      while rows.isEmpty {
        if !writer.write(to: &rows) { return 0 }
      }
    }
    let count = min(buffer.count, rows.count - used)
    _ = buffer.update(fromContentsOf: rows[used..<(used + count)])
    used += count
    position += count
    return count
  }
}
