import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Signals that end the command: hidden files go first, then it ends as the signal demands.
///
/// What runs in a handler touches atomics and calls the system, nothing else: another thread may be
/// in the middle of anything, the allocator included. A dispatch source would need a thread.
enum Interruption {
  /// A hidden file. Nodes are never freed, so that a handler may walk them at any moment.
  private struct Node {
    let path: UnsafeMutablePointer<CChar>
    let next: UnsafeMutablePointer<Node>?
  }

  nonisolated(unsafe) private static let nodes = Atomic<UnsafeMutablePointer<Node>?>(nil)
  /// How many threads are doing what has to be done as a whole.
  private static let deferring = Atomic<Int>(0)
  /// The signal that the command is ending by; 0 while it isn't.
  private static let ending = Atomic<Int32>(0)
  /// Whether a handler has left the ending to a thread that defers.
  private static let isLeft = Atomic<Bool>(false)
  private static let ignoresClosedPipes = Atomic<Bool>(false)

  /// Whether whoever started the command wants closed pipes to be told as errors.
  static var tellsClosedPipes: Bool { ignoresClosedPipes.load(ordering: .relaxed) }

  private static let endingSignals = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
  ]

  /// Installs the handlers. A signal that is ignored already, as `nohup` has it, stays ignored.
  static func install() {
    // Touched before a handler can: the first use of a global isn't safe in one.
    _ = (nodes.load(ordering: .relaxed), deferring.load(ordering: .relaxed))
    _ = (ending.load(ordering: .relaxed), isLeft.load(ordering: .relaxed))
    var heldBack = sigset_t()
    sigemptyset(&heldBack)
    for number in endingSignals {
      sigaddset(&heldBack, number)
      let previous = signal(number) { Interruption.handle($0) }
      if isIgnored(previous) { signal(number, SIG_IGN) }
    }
    // Whoever starts the command from a thread of a pool has them held back, and hands that on.
    pthread_sigmask(SIG_UNBLOCK, &heldBack, nil)
    ignoresClosedPipes.store(isIgnored(signal(SIGPIPE, SIG_IGN)), ordering: .relaxed)
    // A file that may not grow is told as an error where it is written.
    signal(SIGXFSZ, SIG_IGN)
    // Else nobody could tell how a program ended that this one has started.
    signal(SIGCHLD, SIG_DFL)
    signal(SIGABRT) { _ in Interruption.giveUp() }
    for number in crashes { catchCrash(number) }
  }

  /// Signals of a crash, and how many there may be.
  private static let crashes = [SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV]
  nonisolated(unsafe) private static let crashActions =
    UnsafeMutablePointer<sigaction>.allocate(capacity: 32)

  /// A crash leaves no hidden file. Where memory is short that is said, as much that is given up
  /// then crashes; else it goes its usual way, which tells where it was.
  private static func catchCrash(_ number: Int32) {
    var action = sigaction()
    sigaction(number, nil, &action)
    (crashActions + Int(number)).initialize(to: action)
    signal(number) { number in
      if Interruption.isMemoryShort { Interruption.giveUp() }
      Interruption.removeFiles()
      sigaction(number, Interruption.crashActions + Int(number), nil)
    }
    // A stack that is full can't serve.
    sigaction(number, nil, &action)
    action.sa_flags |= SA_ONSTACK
    sigaction(number, &action, nil)
  }

  private static var isMemoryShort: Bool {
    let size = 1 << 24
    let memory = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0)
    if memory == MAP_FAILED { return true }
    munmap(memory, size)
    return false
  }

  /// Notes a file that goes when the command is interrupted; before it is made.
  static func note(_ path: String) {
    guard let copy = strdup(path) else { return }
    let node = UnsafeMutablePointer<Node>.allocate(capacity: 1)
    var first = nodes.load(ordering: .acquiring)
    while true {
      node.initialize(to: Node(path: copy, next: first))
      let (isDone, now) = nodes.compareExchange(
        expected: first, desired: node, ordering: .acquiringAndReleasing)
      if isDone { return }
      first = now
    }
  }

  /// Does something that a signal mustn't break off: it is obeyed afterwards.
  static func deferred<Result, Problem: Error>(
    _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    deferring.add(1, ordering: .sequentiallyConsistent)
    if ending.load(ordering: .sequentiallyConsistent) != 0 { obey() }
    defer {
      deferring.subtract(1, ordering: .sequentiallyConsistent)
      if isLeft.load(ordering: .sequentiallyConsistent) { obey() }
    }
    return try body()
  }

  /// Ends the command as a signal does.
  static func end(by number: Int32) -> Never {
    removeFiles()
    signal(number, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }

  private static func handle(_ number: Int32) {
    ending.store(number, ordering: .sequentiallyConsistent)
    if deferring.load(ordering: .sequentiallyConsistent) > 0 {
      isLeft.store(true, ordering: .sequentiallyConsistent)
    } else {
      end(by: number)
    }
  }

  /// Ends by the signal that came: here where its handler has left that, else there.
  private static func obey() -> Never {
    while !isLeft.load(ordering: .sequentiallyConsistent) { usleep(1000) }
    end(by: ending.load(ordering: .sequentiallyConsistent))
  }

  /// Ends where no memory is to be had, which is where the runtime aborts.
  private static func giveUp() -> Never {
    removeFiles()
    let sentence: StaticString =
      "numberpool: The system gave no more memory.\n  Read fewer files at once, add --threads 1 where the command has it, or raise the limit.\n"
    _ = Terminal.write(
      UnsafeRawBufferPointer(start: sentence.utf8Start, count: sentence.utf8CodeUnitCount),
      to: STDERR_FILENO)
    _exit(ExitCode.systemRefused.rawValue)
  }

  private static func removeFiles() {
    var node = nodes.load(ordering: .acquiring)
    while let here = node {
      unlink(here.pointee.path)
      node = here.pointee.next
    }
  }

  private static func isIgnored(_ handler: sig_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
