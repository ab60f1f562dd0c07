/// Why inputs make no dataset.
public enum DatasetError: Error, Hashable, Sendable {
  /// The traffic can't be read.
  case traffic(TableError)
  /// The calls can't be read.
  case calls(TableError)
  /// There is nothing in the inputs of these names.
  case nothing(FileFormat.Kind, [String])
  /// No line of the inputs of these names can be understood, the first for this reason.
  case unreadable(FileFormat.Kind, [String], first: String?)
  /// Only those are to count who fetched a page's files, and the input is no web log.
  case noEvidence
  /// The input has no column of this name to make a pool by.
  case noPoolColumn(String)
}

extension DatasetError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .traffic(let error), .calls(let error): error.description
    case .nothing(_, let names): "There is nothing in \(Self.list(names))."
    case .unreadable(_, let names, let first):
      "No line of \(Self.list(names)) can be understood."
        + (first.map { " The first: \($0)." } ?? "")
    case .noEvidence: "Only a web log shows who fetched a page's files."
    case .noPoolColumn(let column): "The input has no column '\(column)' to make a pool by."
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count == 1 ? "'\(names[0])'" : "the \(names.count) inputs"
  }
}
