public import TrafficLogs

extension WeekRhythm {
  /// Why a file is no week.
  public enum FileError: Error, Hashable, Sendable {
    /// It can't be read.
    case unreadable
    /// What is wrong with what it says: a sentence.
    case content(String)
  }

  /// Reads a file, written as ``init(parsing:name:)`` says.
  ///
  /// - Parameter path: Where it is.
  /// - Throws: A ``FileError`` where it can't be read or understood.
  /// - Complexity: O(length); a file is read up to 64 KiB.
  public init(file path: String) throws(FileError) {
    let bytes: [UInt8]
    do throws(InputError) {
      var source = try ByteSource(.file(path))
      bytes = try source.beginning(1 << 16)
    } catch {
      throw .unreadable
    }
    do throws(ParsingError) {
      try self.init(parsing: String(decoding: bytes, as: UTF8.self), name: path)
    } catch {
      throw .content(error.description)
    }
  }
}
