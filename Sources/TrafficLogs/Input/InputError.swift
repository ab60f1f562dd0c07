/// Why an input can't be read to its end.
public enum InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file.
  case notFound(String)
  /// The path is a folder.
  case isDirectory(String)
  /// The system refuses to open or to read it.
  case systemRefused(String, SystemError)
  /// It can't be read here, for this reason.
  case notReadable(String, reason: String)
  /// The compressed data end too early or are damaged.
  case damagedCompression(String, reason: String)
  /// Something is broken, and nothing tells where to read on.
  case broken(String, line: Int, reason: String)
  /// A compression that isn't read here; the second text is the program that undoes it.
  case otherCompression(String, program: String)
  /// No text at all; the second text says what it is.
  case otherFile(String, kind: String)
  /// Two inputs have the same content, so that everything in it would count twice.
  case sameContent(String, String)
  /// The program `gzip` isn't installed.
  case gzipMissing(String)
  /// The program `gzip` is there, but the system refuses to run it.
  case gzipFailed(String, SystemError)

  /// One sentence.
  public var description: String {
    switch self {
    case .notFound(let name): "There is no file '\(name)'."
    case .isDirectory(let name): "'\(name)' is a folder, not a log."
    case .systemRefused(let name, let error): "'\(name)' can't be read: \(error.description)."
    case .notReadable(let name, let reason): "'\(name)' can't be read: \(reason)."
    case .damagedCompression(let name, let reason):
      "'\(name)' is damaged or cut short: gzip says '\(reason)'."
    case .broken(let name, let line, let reason):
      "'\(name)' can't be read beyond line \(line): \(reason)."
    case .otherCompression(let name, let program):
      "'\(name)' is compressed in a way that isn't read here, but \(program) can undo."
    case .otherFile(let name, let kind): "'\(name)' is \(kind), which isn't read here."
    case .sameContent(let first, let second):
      "'\(first)' and '\(second)' hold the same."
    case .gzipMissing(let name):
      "'\(name)' is compressed, and the program gzip isn't installed here."
    case .gzipFailed(let name, let error):
      "'\(name)' is compressed, and the program gzip can't be started: \(error.description)."
    }
  }
}

/// Why the system refuses, by its own number.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number, such as that of "No such file or directory".
  public let number: Int32
  /// The system's own words, without a period.
  public let description: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - number: The system's number for it.
  ///   - description: Its words, without a period.
  public init(number: Int32, description: String) {
    self.number = number
    self.description = description
  }
}
