import Foundation
import LogFiles
import TrafficLogs

/// The folder of tables that a scenario becomes: page views, sessions with their truth, calls,
/// costs.
struct ComparedFolder {
  private let path: String

  /// What is typed, where it is such a folder alone; `nil` for anything else.
  init?(_ values: FlagValues) {
    var isFolder: ObjCBool = false
    guard values.operands.count == 1,
      FileManager.default.fileExists(atPath: values.operands[0], isDirectory: &isFolder),
      isFolder.boolValue
    else { return nil }
    path = values.operands[0]
    if file("page_views.csv") == nil { return nil }
  }

  /// What was typed, with the tables of the folder where no others are named.
  func values(_ typed: FlagValues) -> FlagValues {
    var values = typed
    values.operands = [file("page_views.csv") ?? path]
    values.adopt(input("sessions.csv"), for: .truth)
    values.adopt(input("calls.csv"), for: .calls)
    values.adopt(input("costs.csv"), for: .costs)
    return values
  }

  private func input(_ name: String) -> LogInput? { file(name).map { .file($0) } }

  /// A table of the folder that has more than its header.
  private func file(_ name: String) -> String? {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name).relativePath
    guard let handle = FileHandle(forReadingAtPath: file),
      let beginning = try? handle.read(upToCount: 1 << 16),
      let end = beginning.firstIndex(of: UInt8(ascii: "\n")), end + 1 < beginning.count
    else { return nil }
    return file
  }
}
