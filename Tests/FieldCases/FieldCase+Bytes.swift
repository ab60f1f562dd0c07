import Foundation
import NumberPoolTestSupport

extension FieldCase {
  /// What bytes a file is made of: encodings, ends of lines, compression, layouts of JSON.
  static let bytes = encodings + separators + compressed + json + notText

  private static let encodings = [
    FieldCase(
      bytes: "UTF-16 with a mark", ["a.csv": [0xFF, 0xFE] + utf16(FieldTable.text())], .six),
    FieldCase(
      bytes: "UTF-16 of the other order, tabs, CRLF",
      [
        "a.tsv": [0xFE, 0xFF]
          + utf16(
            FieldTable.text(delimiter: "\t").replacing("\n", with: "\r\n"), isBigEndian: true)
      ], .six),
    FieldCase(bytes: "UTF-16 without a mark", ["a.csv": utf16(FieldTable.text())], .six),
    FieldCase(
      bytes: "a web log in UTF-16", ["a.log": [0xFF, 0xFE] + utf16(FieldLog.text())], .six),
    FieldCase(
      "carriage returns alone", ["a.csv": FieldTable.text().replacing("\n", with: "\r")],
      "size a.csv", .six),
    FieldCase(
      bytes: "carriage returns alone, in UTF-16",
      ["a.csv": utf16(FieldTable.text().replacing("\n", with: "\r"))], .six),
    FieldCase(
      bytes: "NULs, then a mark, before the header",
      ["a.csv": [UInt8](repeating: 0, count: 100_000) + Array("\u{FEFF}\(FieldTable.text())".utf8)],
      .six),
    FieldCase(
      bytes: "NULs before a log", ["a.log": [0, 0, 0] + Array(FieldLog.text().utf8)], .six),
  ]

  private static let separators = [
    FieldCase(
      "a line that names the separator",
      ["a.csv": "sep=;\n" + FieldTable.text(delimiter: ";")], "size a.csv", .six),
    FieldCase(
      "the same in quotes, behind a mark",
      ["a.csv": "\u{FEFF}\"sep=;\"\r\n" + FieldTable.text(delimiter: ";")], "size a.csv", .six),
    FieldCase(
      "a separator that only that line names",
      ["a.csv": "SEP=^\n" + FieldTable.text(delimiter: "^")], "size a.csv", .six),
    FieldCase("bars", ["a.csv": FieldTable.text(delimiter: "|")], "size a.csv", .six),
    FieldCase(
      "single quotes", ["a.csv": "'at','visitor_id'\n'2026-03-02T10:00:00Z','a'\n"], "size a.csv",
      .refused(65, "has single quotes around its fields")),
    FieldCase(
      "an unknown separator", ["a.csv": FieldTable.text(delimiter: "^")], "size a.csv",
      .refused(65, "commas, semicolons, tabs or bars")),
    FieldCase(
      "an empty file among others", ["a.csv": FieldTable.text(), "b.csv": ""], "size a.csv b.csv",
      .six.saying("There is nothing in", "b.csv")),
    FieldCase(
      "a header alone among others", ["a.csv": FieldTable.text(), "b.csv": "at,visitor_id,url\n"],
      "size b.csv a.csv", .six.saying("There is nothing in", "b.csv")),
  ]

  private static let compressed = [
    FieldCase(
      bytes: "members of a compressed log",
      ["a.gz": gzipped(FieldLog.text()) + gzipped("")], .six.notSaying("wasn't read")),
    FieldCase(
      bytes: "zeros behind a compressed log",
      ["a.gz": gzipped(FieldLog.text()) + [UInt8](repeating: 0, count: 512)],
      .six.notSaying("wasn't read")),
    FieldCase(
      bytes: "plain lines behind a compressed log",
      ["a.gz": gzipped(FieldLog.text()) + Array(FieldLog.text().utf8)],
      .six.saying("A part of", "wasn't read")),
    FieldCase(
      bytes: "a member cut short behind a whole one",
      ["a.gz": gzipped(FieldLog.text()) + gzipped(FieldLog.text()).dropLast(9)],
      .refused(65, "is damaged or cut short")),
  ]

  private static let json = [
    FieldCase(
      "GA4's events as an array on one line",
      ["a.json": "[" + FieldTable.events.joined(separator: ", ") + "]"], "size a.json", .six),
    FieldCase(
      "GA4's events as an array of many lines",
      ["a.json": "[\n" + FieldTable.events.map(pretty).joined(separator: ",\n") + "\n]\n"],
      "size a.json", .six),
    FieldCase(
      "objects of many lines without an array",
      ["a.json": FieldTable.events.map(pretty).joined(separator: "\n")], "size a.json", .six),
    FieldCase(
      "an array that is cut off between its objects",
      ["a.json": "[" + FieldTable.events.joined(separator: ",")], "size a.json",
      .six.saying("its array is never closed")),
    FieldCase(
      "a container's log as JSON",
      ["a.json": #"{"log": "GET /", "stream": "stdout", "time": "2026-03-02T07:00:00Z"}"#],
      "inspect a.json", .refused(65, "its first object has log, stream, time")),
  ]

  private static let notText = [
    FieldCase(
      "a workbook", ["a.xlsx": "PK\u{3}\u{4}    [Content_Types].xml"], "size a.xlsx",
      .refused(65, "a workbook of a spreadsheet program")),
    FieldCase(
      "a page named as a workbook", ["a.xls": "<html><table><tr><td>at"], "size a.xls",
      .refused(65, "a page in HTML or XML")),
  ]

  private init(bytes name: String, _ files: [String: [UInt8]], _ right: Outcome) {
    self.init(name, bytes: files, "size \(files.keys.joined())", right)
  }

  private static func utf16(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap {
      let bytes = [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  private static func gzipped(_ text: String) -> [UInt8] {
    (try? TemporaryFile.gzipped(Array(text.utf8))) ?? []
  }

  private static func pretty(_ event: String) -> String {
    event.replacing(#",""#, with: ",\n  \"").replacing(#":["#, with: ":\n[")
  }
}
