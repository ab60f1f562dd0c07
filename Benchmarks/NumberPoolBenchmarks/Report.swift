import Foundation

/// What was measured of one case.
struct Result: Codable {
  var name: String
  var items: Int
  var unit: String
  var bytes: Int?
  /// The time of each run, shortest first.
  var nanoseconds: [Double]
  /// In bytes, for the whole process: input and program included.
  var peakMemory: Int
  var checksum: UInt64

  /// A quantile of the times.
  func time(_ quantile: Double) -> Double {
    nanoseconds[Int((Double(nanoseconds.count - 1) * quantile).rounded())]
  }

  /// A line of the table.
  var row: String {
    let median = time(0.5)
    let spread = (time(0.75) - time(0.25)) / median * 100
    let speed = bytes.map { String(format: "%7.0f", Double($0) / median * 1000) } ?? "       "
    return name.padded(24) + String(format: "%9.1f", median / Double(items)) + " ns/"
      + unit.padded(8) + String(format: "±%3.0f %%", spread / 2) + speed
      + String(format: "%7d", peakMemory >> 20) + "   " + String(checksum, radix: 16)
  }
}

/// What was measured of all cases, where and when.
struct Report: Codable {
  var date: String
  var system: String
  var cores: Int
  var runs: Int
  var results: [Result] = []

  init(runs: Int) {
    date = Date().formatted(.iso8601)
    system = ProcessInfo.processInfo.operatingSystemVersionString
    cores = ProcessInfo.processInfo.activeProcessorCount
    self.runs = runs
  }

  /// Reads a report that was written as JSON.
  init(contentsOf file: String) throws(Options.Wrong) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: file)))
    } catch {
      throw Options.Wrong(message: "'\(file)' isn't a baseline that can be read.", code: 66)
    }
  }

  /// Writes the report as JSON: whole, or not at all.
  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(filePath: file), options: .atomic)
  }

  /// What goes above the rows.
  var heading: String {
    """
    Median of \(runs) runs or more after one to warm up, each case in a process of its
    own; ±: half the distance of the quartiles.
    \(cores) cores, \(system).

    \("case".padded(24))     time\("".padded(13))±   MB/s     MB   checksum
    """
  }
}

extension String {
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
