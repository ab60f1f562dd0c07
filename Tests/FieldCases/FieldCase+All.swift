extension FieldCase {
  /// All cases, a file for each kind of fault.
  static let all: [FieldCase] =
    clients + lines + ordinary + bytes + sessions + robots + calls + callClocks + repeats + counts
    + origins
    + spreadsheets + rows + copies
}
