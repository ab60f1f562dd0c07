import Foundation
import NumberPoolTestSupport

/// An input that no command can make anything of.
enum BadInput: String, CaseIterable {
  case empty
  case blankLines
  case binary
  case nulBytes
  case utf32
  case workbook
  case longLine
  case truncatedGzip
  case emptyGzip
  case damagedGzip
  case zstd
  case zip
  case openBrace
  case headerOnly
  case folder
  case missing

  /// The exit code that it deserves.
  var code: Int32 { self == .folder || self == .missing ? 66 : 65 }

  /// Puts it into a folder, under a name that says nothing.
  ///
  /// - Returns: Its path.
  func make(in folder: TemporaryFolder) throws -> String {
    let name = "input"
    switch self {
    case .missing: break
    case .folder:
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: false)
    default: try folder.write(bytes, to: name)
    }
    return folder.file(name)
  }

  private var bytes: [UInt8] {
    get throws {
      switch self {
      case .empty, .folder, .missing: []
      case .blankLines: Array("\n\r\n\n".utf8)
      case .binary: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
      case .nulBytes: [UInt8](repeating: 0, count: 100_000)
      case .utf32: [0xFF, 0xFE, 0, 0] + "at,visitor_id\n".utf8.flatMap { [$0, 0, 0, 0] }
      case .workbook: Array("PK\u{3}\u{4}[Content_Types].xml".utf8)
      case .longLine: [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
      case .truncatedGzip: Array(try TemporaryFile.gzipped(Sample.bytes).dropLast(9000))
      case .emptyGzip: try TemporaryFile.gzipped([])
      case .damagedGzip:
        try TemporaryFile.gzipped(Sample.bytes).enumerated()
          .map { $0 == 5000 ? ~$1 : $1 }
      case .zstd: [0x28, 0xB5, 0x2F, 0xFD, 1, 2, 3]
      case .zip: Array("PK\u{3}\u{4}access.log".utf8)
      case .openBrace: Array("{".utf8)
      case .headerOnly: Array("at,visitor_id\n".utf8)
      }
    }
  }
}
