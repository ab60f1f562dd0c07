/// What isn't text, by how it begins.
enum OtherFile {
  /// Why an input isn't read that begins so; `nil` where nothing speaks against it.
  static func error(_ name: String, beginning: [UInt8]) -> InputError? {
    if beginning.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      // Names of files stand in between as they are.
      let names = String(decoding: beginning, as: UTF8.self)
      let isWorkbook = ["[Content_Types].xml", "xl/", "opendocument.spreadsheet"].contains {
        names.holds($0)
      }
      return isWorkbook
        ? .otherFile(name, kind: "a workbook of a spreadsheet program")
        : .otherCompression(name, program: "bsdtar")
    }
    if let program = compressions.first(where: { beginning.starts(with: $0.0) })?.1 {
      return .otherCompression(name, program: program)
    }
    if let kind = kinds.first(where: { beginning.starts(with: $0.0) })?.1 {
      return .otherFile(name, kind: kind)
    }
    // Spreadsheet programs open pages that are named .xls, so some exports are that.
    let bytes = beginning.prefix(400).filter { $0 != 0x0D }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == ByteOrderMark.character }
    if text.hasPrefix("#fields:") || (text.hasPrefix("#") && text.holds("\n#fields:")) {
      return .otherFile(name, kind: "a log in W3C's extended format, as of IIS or CloudFront")
    }
    let isPage = ["<!doctype", "<html", "<?xml", "<table"].contains { text.hasPrefix($0) }
    return isPage ? .otherFile(name, kind: "a page in HTML or XML") : nil
  }

  private static let compressions: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), (Array("BZh".utf8), "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x04, 0x22, 0x4D, 0x18], "lz4"),
  ]

  private static let kinds: [([UInt8], String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of a spreadsheet program"),
    (Array("%PDF".utf8), "a PDF document"), (Array("PAR1".utf8), "a Parquet file"),
    (Array("Obj\u{1}".utf8), "an Avro file"), (Array("SQLite format 3".utf8), "a database"),
    ([0xFF, 0xFE, 0, 0], "text in UTF-32"), ([0, 0, 0xFE, 0xFF], "text in UTF-32"),
  ]
}
