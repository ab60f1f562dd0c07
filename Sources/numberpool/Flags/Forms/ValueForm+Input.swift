import LogFiles
import NumberPools
import TrafficLogs

extension ValueForm<FileFormat> {
  /// A format of a kind.
  static func format(_ kind: FileFormat.Kind) -> ValueForm {
    .words(
      "FORMAT", FileFormat.allCases.filter { $0.kind == kind }.map { ($0.rawValue, $0, "") })
  }
}

extension ValueForm<LogInput> {
  /// A file, or standard input.
  static let input = ValueForm(
    placeholder: "FILE", completion: .file,
    read: { (text, _) throws(UsageError) in text == "-" ? .standardInput : .file(text) })
}

extension ValueForm<LogTimeZone> {
  /// A time zone by its name or its offset.
  static let timeZone = ValueForm(
    placeholder: "ZONE",
    read: { (text, _) throws(UsageError) in
      guard let zone = ZoneName(text).spellings.lazy.compactMap({ LogTimeZone($0) }).first else {
        throw UsageError(
          message: "'\(text)' is no time zone.",
          hint: "Write a name such as Europe/Paris, or an offset such as +03:00.")
      }
      return zone
    })
}

/// What a table calls a column.
struct NamedColumn: Sendable {
  /// What the column is, by this package's name.
  let meaning: String
  /// What the file calls it.
  let name: String
}

extension ValueForm<NamedColumn> {
  /// A column as `at=t_unix`.
  static let column = ValueForm(
    placeholder: "COLUMN=NAME",
    read: { (text, flag) throws(UsageError) in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw UsageError(
          message: "'\(text)' names no column for \(flag).",
          hint: "Write what it is and what the file calls it: at=t_unix.")
      }
      return NamedColumn(meaning: String(parts[0]), name: String(parts[1]))
    })
}

extension Flag<[String: String]> {
  /// Creates a flag that names columns: the file's names by what they are.
  init(columns name: String, help: String) {
    self.init(repeating: name, .column, help: help) { (columns) throws(UsageError) in
      var names: [String: String] = [:]
      for column in columns {
        guard names.updateValue(column.name, forKey: column.meaning) == nil else {
          throw UsageError(
            message: "\(name) names '\(column.meaning)' twice.",
            hint: "One column of the file is meant: name that one.")
        }
      }
      return names
    }
  }
}
