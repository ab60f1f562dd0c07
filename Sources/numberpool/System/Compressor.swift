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

/// A running `gzip -nc` that writes into a file what it is sent.
final class Compressor {
  private var process: ChildProcess
  private let feed: Int32
  private let complaints: Int32
  private var isFed = false

  /// Starts it.
  ///
  /// - Parameters:
  ///   - program: Where gzip is.
  ///   - descriptor: The file, which is only written here from now on.
  init(_ program: String, into descriptor: Int32) throws(SystemError) {
    var opened: [Int32] = []
    do throws(SystemError) {
      let input = try Connection.make()
      opened = [input.reading, input.writing]
      let errors = try Connection.make()
      opened += [errors.reading, errors.writing]
      // The same bytes for the same: without a name and a time.
      process = try ChildProcess(
        program, ["-nc"], input: input.reading, output: descriptor, errors: errors.writing)
      feed = input.writing
      complaints = errors.reading
      for end in [input.reading, errors.writing] { close(end) }
    } catch {
      for end in opened { close(end) }
      throw error
    }
  }

  deinit {
    if !isFed { close(feed) }
    close(complaints)
  }

  /// Sends bytes on.
  ///
  /// - Returns: Whether they were taken; else ``finish()`` tells why not.
  func write(_ bytes: [UInt8]) -> Bool {
    var unsent = bytes[...]
    while !unsent.isEmpty {
      let count = Connection.send(unsent, to: feed)
      if count > 0 {
        unsent.removeFirst(count)
      } else if errno == EAGAIN {
        var state = pollfd(fd: feed, events: Int16(POLLOUT), revents: 0)
        _ = poll(&state, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits until everything is written.
  ///
  /// - Returns: What went wrong, in the compressor's words; `nil` where nothing has.
  func finish() -> String? {
    if !isFed { close(feed) }
    isFed = true
    var words: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1024)
    while true {
      let count = read(complaints, &block, block.count)
      if count > 0 { words += block[..<count] } else if count == 0 || errno != EINTR { break }
    }
    let code = process.wait()
    if code == 0 || (code == nil && words.isEmpty) { return nil }
    let line =
      String(decoding: words, as: UTF8.self)
      .split(whereSeparator: \.isNewline).last { !$0.isEmpty } ?? "gzip has failed"
    return line.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
      ?? "gzip has failed"
  }
}
