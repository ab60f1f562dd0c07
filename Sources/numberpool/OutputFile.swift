import Foundation

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
/// it is finished; given up before that, it goes. Only a process that is killed or interrupted
/// leaves that name. A device or a pipe can't be replaced: it is written as it is.
final class OutputFile {
  private let path: String
  /// The name until it is finished; `nil` for a device or a pipe.
  private let temporary: String?
  private var descriptor: Int32

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
    } else {
      // A link stays one; what it points at is replaced.
      let place = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
      self.path = place
      let name = ".numberpool-\(UInt64.random(in: .min ... .max))"
      let temporary = URL(fileURLWithPath: place).deletingLastPathComponent()
        .appendingPathComponent(name).path
      self.temporary = temporary
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0, exists { fchmod(descriptor, status.st_mode & 0o777) }
    }
    if descriptor < 0 { throw failure(errno) }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      if let temporary { unlink(temporary) }
    }
  }

  /// Writes on.
  func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    if let error = Terminal.write(Array(bytes), to: descriptor) { throw failure(error) }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard let temporary else { return }
    if !isClosed || rename(temporary, path) != 0 {
      let error = errno
      unlink(temporary)
      throw failure(error)
    }
  }

  private func failure(_ error: Int32) -> Failure {
    Failure(
      .outputFailed, "'\(path)' can't be written: \(String(cString: strerror(error))).",
      hint: "Check the folder, its permissions, and whether the disk is full.")
  }

  /// Makes sure that nothing written takes the place of something read, or of another output.
  static func check(_ outputs: [String], against inputs: [String]) throws(UsageError) {
    var taken = Set(inputs.map(canonical))
    for output in outputs where !taken.insert(canonical(output)).inserted {
      throw UsageError(
        message: "'\(output)' would replace an input, or another output.",
        hint: "Choose another name or folder.")
    }
  }

  /// One spelling for all that lead to the same file.
  static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
