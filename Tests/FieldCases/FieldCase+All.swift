extension FieldCase {
  /// All cases, a file for each kind of fault.
  static let all: [FieldCase] =
    clients + lines + bytes + sessions + robots + calls + callClocks + repeats + counts + origins
    + spreadsheets + rows
}
