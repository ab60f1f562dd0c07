import Foundation
import LogFiles
import TrafficLogs

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

  /// How many columns a page has: those of the terminal, but no more than can be read at ease; 80
  /// where the output goes elsewhere.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return 80 }
    return min(Int(size.ws_col), 120)
  }

  /// Whether somebody looks at standard error.
  static var hasErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard input is a file or a pipe, rather than a keyboard or nothing.
  static var hasInput: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFREG, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Writes bytes to standard output. Where nobody reads any more, the command ends as any other
  /// would, by that signal: whoever asks can tell a part from the whole.
  ///
  /// - Throws: A ``Failure`` when it can't be written.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    guard let error = write(bytes, to: STDOUT_FILENO).map({ SystemError($0) }) else { return }
    if error.number == EPIPE {
      guard Interruption.tellsClosedPipes else { Interruption.end(by: SIGPIPE) }
      throw Failure(
        .outputFailed, "The output can't be written: nobody reads it any more.",
        hint: "Read it to its end, or send it to a file.")
    }
    throw Failure(
      .outputFailed, "The output can't be written: \(error).",
      hint: error.hint(orElse: "Is the disk full?"))
  }

  /// Fills the places of standard streams that are closed with what can't be read or written: else
  /// a file that is opened later would get the number, and what is meant for the stream.
  static func fillClosedStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      var status = stat()
      if fstat(descriptor, &status) != 0 {
        // The lowest number that is free is the one that is missing.
        _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
      }
    }
  }

  /// Writes text to standard error; nobody is left to tell if that fails.
  static func complain(_ text: String) {
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes to a descriptor.
  ///
  /// - Returns: The system's number of the error, if there is one.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  /// As above, without an allocation, so that it can be done in the handler of a signal.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Glibc)
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Musl.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
