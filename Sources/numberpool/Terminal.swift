import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The three standard streams.
enum Terminal {
  /// Whether output may be bold and coloured.
  static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Whether somebody looks at standard error.
  static var hasErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard input is a file or a pipe, rather than a keyboard or nothing.
  static var hasInput: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFREG, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Writes bytes to standard output.
  ///
  /// - Returns: Whether somebody still reads: one that has seen enough, as `head` does, is no
  ///   failure.
  /// - Throws: A ``Failure`` when it can't be written.
  @discardableResult
  static func write(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let error = write(bytes, to: STDOUT_FILENO)
    if let error, error != EPIPE {
      throw Failure(
        .outputFailed, "The output can't be written: \(String(cString: strerror(error))).",
        hint: "Is the disk full?")
    }
    return error == nil
  }

  /// Writes text to standard error; nobody is left to tell if that fails.
  static func complain(_ text: String) {
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes to a descriptor.
  ///
  /// - Returns: The system's number of the error, if there is one.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        #if canImport(Darwin)
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
