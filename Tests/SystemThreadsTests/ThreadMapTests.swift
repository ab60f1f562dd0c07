import NumberPools
import Synchronization
import SystemThreads
import Testing

@Suite("Threads change nothing but the time")
struct ThreadMapTests {
  @Test("The results come in the order of the elements", arguments: [1, 2, 3, 16, nil])
  func order(threads: Int?) {
    let map = ThreadMap(threads: threads)
    for count in [0, 1, 2, 7, 500] {
      #expect(map.map(Array(0..<count)) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test("A transform may map itself", arguments: [1, 2, 4])
  func nested(threads: Int) {
    let map = ThreadMap(threads: threads)
    let sums = map.map(Array(0..<20)) { row in
      map.map(Array(0..<30)) { row * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { $0 * 435 })
  }

  @Test("Never more are busy than asked for, nor fewer than there is work", arguments: [1, 2, 4])
  func width(threads: Int) {
    let busy = Mutex((now: 0, most: 0))
    let map = ThreadMap(threads: threads)
    for _ in 0..<20 {
      _ = map.map(Array(0..<6)) { _ in
        map.map(Array(0..<6)) { _ in
          busy.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
          var generator = SplitMix64(seed: 1)
          for _ in 0..<5000 { _ = generator.next() }
          busy.withLock { $0.now -= 1 }
        }.count
      }
    }
    #expect(busy.withLock { $0.most } <= threads)
    #expect(busy.withLock { $0.now } == 0)
  }

  @Test("A study is the same on any number of threads")
  func study() throws {
    var log = PageViewLog()
    var generator = SplitMix64(seed: 3)
    for visit in 0..<400 {
      log.append(
        visitor: VisitorID(Int32(generator.next(below: 90))), at: .seconds(Int64(visit * 40)))
    }
    let question = SizeStudy.Question(
      target: try Target("credit@5m >= 90%"),
      rules: PoolRules(allocation: .lowestFirst, hold: HoldRule(reuseTimeout: .minutes(7))),
      otherAllocations: [.random])
    let dataset = Dataset(traffic: Sessionizer().traffic(from: log))
    let alone = SizeStudy(question, of: dataset)
    for threads in [1, 2, 8] {
      let study = SizeStudy(question, of: dataset, on: ThreadMap(threads: threads))
      #expect(study.curve == alone.curve && study.otherCurves == alone.otherCurves)
      #expect(study.timeouts == alone.timeouts)
      #expect(study.withoutBusiestWindow == alone.withoutBusiestWindow)
    }
  }
}
