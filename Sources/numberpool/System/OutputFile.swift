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

/// A file that is there as a whole, or not at all.
///
/// It is written beside its place under another name, `.numberpool-` and digits, and renamed when
/// it is finished; given up or interrupted before that, it goes. Only a process that is killed
/// leaves that name, until the next one takes it away. A device or a pipe can't be replaced: it is
/// written as it is.
final class OutputFile {
  private let path: String
  /// The name until it is finished; `nil` for a device or a pipe.
  private let temporary: String?
  private var descriptor: Int32
  /// What compresses all that is written, where that is asked for.
  private var compressor: Compressor?

  /// Opens the file; nothing at its path changes yet.
  ///
  /// - Parameters:
  ///   - path: Where it is to be.
  ///   - isCompressed: Whether what is written is to be compressed.
  /// - Throws: A ``Failure`` when nothing can be written there.
  convenience init(_ path: String, isCompressed: Bool) throws(Failure) {
    try self.init(path)
    guard isCompressed else { return }
    guard let program = Decompressor.path() else {
      throw Failure(
        .systemRefused, "'\(path)' can't be compressed, as there is no gzip here.",
        hint: "Install gzip.")
    }
    do throws(SystemError) {
      compressor = try Compressor(program, into: descriptor)
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Opens the file; nothing at its path changes yet.
  ///
  /// - Throws: A ``Failure`` when nothing can be written there.
  init(_ path: String) throws(Failure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      self.path = path
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failure(path, .init(errno)) }
      return
    }
    // A link stays one; what it points at is replaced.
    let place = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
    let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
    self.path = place
    do throws(SystemError) {
      let file = try HiddenFile(in: folder)
      temporary = file.path
      descriptor = file.descriptor
    } catch {
      throw Self.failure(path, error)
    }
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      if let temporary { unlink(temporary) }
    }
  }

  /// Writes on.
  func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    if let compressor {
      if !compressor.write(Array(bytes)) { try finishCompressing() }
    } else if let error = Terminal.write(Array(bytes), to: descriptor) {
      throw Self.failure(path, SystemError(error))
    }
  }

  /// Waits for what compresses the file, which may have failed.
  private func finishCompressing() throws(Failure) {
    let problem = compressor?.finish()
    compressor = nil
    guard let problem else { return }
    throw Failure(
      .outputFailed, "'\(path)' can't be written: \(problem).", hint: "Is the disk full?")
  }

  /// Puts files in their places. A signal that comes in between is obeyed when all of them are.
  static func finish(_ files: [OutputFile]) throws(Failure) {
    for file in files { try file.finishCompressing() }
    try Interruption.deferred { () throws(Failure) in
      for file in files { try file.finish() }
    }
  }

  private func finish() throws(Failure) {
    // Some errors are told only when a file is closed; but closed it isn't locked any more, and
    // would be taken for left over.
    let copy = dup(descriptor)
    var isWritten = copy < 0 || close(copy) == 0
    if isWritten, let temporary { isWritten = rename(temporary, path) == 0 }
    let error = SystemError(errno)
    close(descriptor)
    descriptor = -1
    if !isWritten {
      if let temporary { unlink(temporary) }
      throw Self.failure(path, error)
    }
  }

  private static func failure(_ path: String, _ error: SystemError) -> Failure {
    Failure(
      .outputFailed, "'\(path)' can't be written: \(error).",
      hint: error.hint(orElse: "Check the folder, its permissions, and whether the disk is full."))
  }
}
