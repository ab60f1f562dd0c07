package import TrafficLogs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program that runs beside this one.
///
/// Started without a thread to watch over it: a helper that waits for a thread would wait for ever
/// where none can be had.
package struct ChildProcess: ~Copyable {
  private let id: pid_t
  private var isWaitedFor = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: What follows its name.
  ///   - input: The descriptor that becomes its standard input.
  ///   - output: The one that becomes its standard output.
  ///   - errors: The one that becomes its standard error. All three have to be beyond 2.
  package init(
    _ program: String, _ arguments: [String], input: Int32, output: Int32, errors: Int32
  ) throws(SystemError) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored or held back here need not be there: it ends when nobody reads it.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var id: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    let error = posix_spawn(&id, program, &actions, &attributes, words, environ)
    if error != 0 { throw SystemError(error) }
    self.id = id
  }

  deinit {
    if !isWaitedFor {
      kill(id, SIGKILL)
      _ = Self.wait(for: id)
    }
  }

  /// Waits for its end.
  ///
  /// - Returns: Its exit code; more than 255 where a signal ended it; `nil` where somebody else
  ///   has been told, as where this program was started with the signals of children ignored.
  package mutating func wait() -> Int32? {
    isWaitedFor = true
    return Self.wait(for: id)
  }

  private static func wait(for id: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 0x100 + status & 0x7F
  }
}

/// Two ends of a connection, of which only that end goes on to a program that is meant to.
package enum Connection {
  /// Makes one. It is a socket: a pipe would have to be kept from other programs in a second step,
  /// in between which another thread may start one, and writing to it may end this program.
  package static func make() throws(SystemError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let isMade = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0
      var yes: Int32 = 1
      setsockopt(
        ends[1], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout.size(ofValue: yes)))
    #elseif canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      let isMade = socketpair(AF_UNIX, kind, 0, &ends) == 0
    #else
      let isMade = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, &ends) == 0
    #endif
    return isMade ? try raised(ends) : try raised([])
  }

  /// Sends as much as can be sent without waiting, and without a signal.
  ///
  /// - Returns: How many bytes; negative where it fails.
  package static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    bytes.withUnsafeBytes { bytes in
      #if canImport(Darwin)
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, MSG_DONTWAIT)
      #elseif canImport(Glibc)
        Glibc.send(
          descriptor, bytes.baseAddress, bytes.count,
          Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
      #else
        Musl.send(descriptor, bytes.baseAddress, bytes.count, MSG_DONTWAIT | MSG_NOSIGNAL)
      #endif
    }
  }

  /// Both ends beyond the standard streams: where one of those is closed, an end may have got its
  /// number, and would be overwritten on its way to a program.
  private static func raised(
    _ ends: [Int32]
  ) throws(SystemError) -> (reading: Int32, writing: Int32) {
    guard ends.count == 2 else { throw .last }
    var raised: [Int32] = []
    for end in ends {
      let higher = fcntl(end, F_DUPFD_CLOEXEC, 3)
      if higher < 0 {
        let error = SystemError.last
        for open in ends + raised { close(open) }
        throw error
      }
      raised.append(higher)
    }
    for end in ends { close(end) }
    return (raised[0], raised[1])
  }
}
