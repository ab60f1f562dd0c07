import Foundation
import LogFiles
import TrafficLogs

extension SystemError {
  /// What to do about it.
  ///
  /// - Parameter other: What to say where the error says little.
  func hint(orElse other: String) -> String {
    switch number {
    case EACCES, EPERM: "Check the permissions."
    case EMFILE, ENFILE: "Too many files are open at once: raise the limit, as ulimit -n does."
    case ENOMEM: "Memory is short: end other programs, or raise the limit."
    case EAGAIN: "No more processes are allowed: end other programs, or raise the limit."
    case EBADF: "It is closed: was the command started with it?"
    case ENOSPC, EDQUOT: "The disk is full."
    case EFBIG: "A file may not grow that large here: raise the limit, as ulimit -f does."
    case EROFS: "Nothing can be written there: choose another folder."
    case EIO, ENXIO, ENODEV: "The disk or its connection fails."
    case ELOOP: "Its links lead in a circle."
    case ENAMETOOLONG: "The name is too long."
    case ENOENT, ENOTDIR: "Check the spelling and the folder."
    default: other
    }
  }
}
