import Foundation
import NumberPools

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The threads that the tasks of the command run on: the first one, and others as they are of use.
///
/// The system's own pool waits for ever for a thread that can't be had, as where memory is short or
/// processes are counted. Here whatever waits is done by the threads that there are.
final class CommandThreads: TaskExecutor, @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  /// The first of them that waits.
  private var nextJob = 0
  private var threads = 1
  /// Before it has begun to work, the first thread is idle.
  private var idleThreads = 1
  private var most = ProcessInfo.processInfo.activeProcessorCount
  private var code: ExitCode?

  /// Runs a task, and all that it starts, to its end.
  ///
  /// - Returns: What the task returns.
  func run(_ body: @escaping @Sendable () async -> ExitCode) -> ExitCode {
    Task(executorPreference: self) {
      let code = await body()
      self.finish(code)
    }
    work(isFirst: true)
    return code ?? .success
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.lock()
    jobs.append(job)
    // A job that waits for a thread that is busy may have one of its own, up to one a core.
    let waiting = jobs.count - nextJob
    let startsThread = waiting > idleThreads && threads < min(most, Parallelism.width ?? most)
    if startsThread { threads += 1 }
    condition.signal()
    condition.unlock()
    if startsThread, !startThread() {
      condition.lock()
      threads -= 1
      most = threads
      condition.unlock()
    }
  }

  private func finish(_ code: ExitCode) {
    condition.lock()
    self.code = code
    condition.broadcast()
    condition.unlock()
  }

  /// Does jobs until the task is at its end.
  private func work(isFirst: Bool = false) {
    condition.lock()
    if isFirst { idleThreads -= 1 }
    while code == nil {
      if nextJob < jobs.count {
        let job = jobs[nextJob]
        nextJob += 1
        if nextJob == jobs.count {
          jobs.removeAll(keepingCapacity: true)
          nextJob = 0
        }
        condition.unlock()
        job.runSynchronously(on: asUnownedTaskExecutor())
        condition.lock()
      } else {
        idleThreads += 1
        condition.wait()
        idleThreads -= 1
      }
    }
    condition.unlock()
  }

  /// - Returns: Whether the system gives one.
  private func startThread() -> Bool {
    let pool = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let isStarted = pthread_create(&thread, nil, workOnThread, pool) == 0
    if !isStarted { Unmanaged<CommandThreads>.fromOpaque(pool).release() }
    return isStarted
  }

  /// Works on a thread that has just been started.
  fileprivate static func enter(_ pool: UnsafeMutableRawPointer) {
    pthread_detach(pthread_self())
    Unmanaged<CommandThreads>.fromOpaque(pool).takeRetainedValue().work()
  }
}

#if canImport(Darwin)
  private func workOnThread(_ pool: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    CommandThreads.enter(pool)
    return nil
  }
#else
  private func workOnThread(_ pool: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pool { CommandThreads.enter(pool) }
    return nil
  }
#endif
