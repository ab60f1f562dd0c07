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

/// A file under a name that nobody looks at, until it is finished.
///
/// As long as its command runs the file is locked. One that isn't is left over from a command that
/// was killed, and the next one that writes into the folder takes it away.
struct HiddenFile {
  let path: String
  let descriptor: Int32

  private static let prefix = ".numberpool-"

  /// Makes one, and takes away what is left over beside it.
  init(in folder: String) throws(SystemError) {
    Self.removeLeftovers(in: folder)
    while true {
      let name = Self.prefix + "\(UInt64.random(in: .min ... .max))"
      let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
      Interruption.note(path)
      let opened = Interruption.deferred { () -> Result<Int32, SystemError> in
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        return descriptor < 0 ? .failure(SystemError(errno)) : .success(descriptor)
      }
      let descriptor = try opened.get()
      if Self.isOwn(descriptor) {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Another command took it for a leftover before it was locked.
      close(descriptor)
    }
  }

  /// Locks a new file. Where files can't be locked, nothing is ever taken for left over either.
  private static func isOwn(_ descriptor: Int32) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink > 0
  }

  /// Takes away the files of this user that no command holds any more.
  private static func removeLeftovers(in folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(prefix) {
      let digits = name.dropFirst(prefix.count)
      guard (1...20).contains(digits.count), UInt64(digits) != nil else { continue }
      let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
      // What isn't a file, such as a pipe under this name, mustn't hold this up.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_uid == geteuid(), status.st_nlink == 1,
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(path)
    }
  }
}
