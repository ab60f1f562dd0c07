import Foundation
import Synchronization

/// Takes unfinished files away when the user, or a system that goes down, ends the command.
enum Interruption {
  private static let unfinished = Mutex<Set<String>>([])

  /// Listens from the first use on; commands that write no file end as any program does.
  private static let listening: Void = {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Else the signal would end the process before anybody is told.
      signal(number, SIG_IGN)
      let listener = DispatchSource.makeSignalSource(signal: number, queue: .global())
      listener.setEventHandler {
        for path in unfinished.withLock({ $0 }) { unlink(path) }
        // Ended by the signal after all, so that whoever started the command sees why.
        signal(number, SIG_DFL)
        kill(getpid(), number)
        // Named here, it stays for as long as it may be needed.
        listener.cancel()
      }
      listener.resume()
    }
  }()

  /// Notes a file that goes if the command is ended now.
  static func watch(_ path: String) {
    unfinished.withLock { _ = $0.insert(path) }
    listening
  }

  /// Notes that a file is finished, or gone.
  static func forget(_ path: String) {
    unfinished.withLock { _ = $0.remove(path) }
  }
}
