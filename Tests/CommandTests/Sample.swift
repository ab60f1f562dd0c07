import Foundation
import NumberPoolTestSupport

/// The sample log that comes with the package.
enum Sample {
  static let log = "Scenarios/furniture-shop/access.log"

  static var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: CommandRun.package.appendingPathComponent(log))) }
  }

  /// Where a file of the package is, whatever folder the tests run in.
  static func path(_ path: String) -> String {
    CommandRun.package.appendingPathComponent(path).path
  }

  /// Linux has a device that is always full.
  static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }
}
