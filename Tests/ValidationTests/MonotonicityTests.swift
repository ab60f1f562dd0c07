import NumberPools
import Testing

/// Where more numbers never hurt, and where they do: the counterexamples that the manual tells.
@Suite("Monotone or not")
struct MonotonicityTests {
  /// Holds as given, in seconds: two page views each, the timeout behind the second.
  private func holds(_ spans: [(from: Double, until: Double)], timeout: Double) -> (Traffic, Holds)
  {
    var log = PageViewLog()
    for (visitor, span) in spans.enumerated() {
      for time in [span.from, span.until - timeout] {
        log.append(
          session: SessionID(Int32(visitor)), visitor: VisitorID(Int32(visitor)),
          at: Self.seconds(time))
      }
    }
    let traffic = Sessionizer().traffic(from: log)
    let rule = HoldRule(reuseTimeout: .milliseconds(Int64((timeout * 1000).rounded())))
    return (traffic, Holds(of: traffic, rule: rule))
  }

  private static func seconds(_ time: Double) -> Timestamp {
    Timestamp(milliseconds: Int64((time * 1000).rounded()))
  }

  /// Lends the next free number around a ring: an order that a client may write.
  private struct RoundRobin: AllocationOrder {
    private var isFree: [Bool] = []
    private var next = 0

    mutating func begin(size: Int) {
      isFree = [Bool](repeating: true, count: size)
      next = 0
    }

    mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp) {
      isFree[Int(number.index)] = true
    }

    mutating func takeNumber(at time: Timestamp) -> TrackingNumber? {
      for step in isFree.indices {
        let number = (next + step) % isFree.count
        if isFree[number] {
          isFree[number] = false
          next = (number + 1) % isFree.count
          return TrackingNumber(Int32(number))
        }
      }
      return nil
    }
  }

  @Test("Around a ring: right with 3 numbers, wrong with 4")
  func roundRobin() {
    let (traffic, holds) = holds(
      [(0.55, 7.7), (3.23, 3.84), (4.75, 7.72), (7.13, 11.68), (11.01, 15.33)], timeout: 0.1)
    let call = Call(at: Self.seconds(13.96), session: SessionID(0))
    let attributions = (3...4).map { numbers in
      let outcome = HoldReplay(numbers: numbers).run(holds, order: RoundRobin())
      return CallMatcher().match([call], after: outcome, of: holds, in: traffic)[0].attribution
    }
    #expect(attributions == [.correct, .wrong])
  }

  @Test("The longest idle: more numbers never lose a call", arguments: UInt64(0)..<60)
  func longestIdle(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var log = PageViewLog()
    for _ in 0..<60 {
      log.append(
        visitor: VisitorID(Int32(random.next(below: 25))),
        at: Timestamp(milliseconds: Int64(random.next(below: 150))))
    }
    let traffic = Sessionizer(timeout: .milliseconds(12)).traffic(from: log)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .milliseconds(5)))
    for request in RequestRule.allCases {
      let curve = PoolCurve(
        of: holds, in: traffic, rules: PoolRules(hold: holds.rule, request: request),
        credit: CreditQuestion(lags: [.zero, .milliseconds(9), .milliseconds(40)]))
      for credit in curve.creditByLag.map(\.curve) {
        for size in 0...holds.count {
          let more = try #require(credit.correct[size + 1])
          #expect(try #require(credit.correct[size]) <= more)
        }
      }
    }
  }

  @Test("Wrong calls alone first rise and then fall")
  func wrongAlone() throws {
    // Two visitors, one after the other, and a call of the first one after that.
    let (traffic, holds) = holds([(0, 1), (2, 3)], timeout: 0.5)
    let curve = PoolCurve(
      of: holds, in: traffic, rules: PoolRules(hold: holds.rule),
      credit: CreditQuestion(calls: [Call(at: Self.seconds(4), session: SessionID(0))]))
    let calls = try #require(curve.calls)
    #expect((0...2).map { calls.wrong(at: $0) } == [0, 1, 0])
  }

  /// A hold of fixed length counted from the moment a number was obtained: no rule of this package.
  private func neverCovered(numbers: Int) -> Int {
    struct Visitor {
      var asks: [Double]
      var length: Double
    }
    let visitors =
      [
        Visitor(asks: [0], length: 2), Visitor(asks: [1, 3], length: 3),
        Visitor(asks: [3.5], length: 100), Visitor(asks: [4.5], length: 100),
      ] + (7...12).map { Visitor(asks: [Double($0)], length: 0.5) }
    let views = visitors.enumerated()
      .flatMap { index, visitor in visitor.asks.map { (time: $0, visitor: index) } }
      .sorted { $0.time < $1.time }
    var ends: [Double] = []
    var covered: Set<Int> = []
    for (time, index) in views where !covered.contains(index) {
      ends.removeAll { $0 <= time }
      if ends.count < numbers {
        ends.append(time + visitors[index].length)
        covered.insert(index)
      }
    }
    return visitors.count - covered.count
  }

  @Test("A hold counted from the moment a number is obtained: 2 numbers lose more than 1")
  func fixedFromAssignment() {
    #expect((1...3).map(neverCovered) == [2, 6, 0])
  }

  /// Who holds each number when a full pool takes the one assigned longest ago: no rule of this
  /// package.
  private func holderIsRight(numbers: Int) -> Bool {
    let timeout = 2.13
    let views = [
      (2.62, 0), (3.14, 1), (3.51, 2), (4.58, 0), (4.95, 3), (5.48, 3),
    ]
    var holder = [Int?](repeating: nil, count: numbers)
    var assigned = [Double](repeating: -1, count: numbers)
    var freedAt = [Double](repeating: 0, count: numbers)
    var shown: [Int: Int] = [:]
    for (time, visitor) in views {
      if let number = shown[visitor], holder[number] == visitor, time < freedAt[number] {
        freedAt[number] = time + timeout
        continue
      }
      let free = holder.indices.filter { freedAt[$0] <= time }
      let choice =
        free.min { (freedAt[$0], $0) < (freedAt[$1], $1) }
        ?? holder.indices.min { assigned[$0] < assigned[$1] } ?? 0
      holder[choice] = visitor
      assigned[choice] = time
      freedAt[choice] = time + timeout
      shown[visitor] = choice
    }
    return shown[0].flatMap { holder[$0] } == 0
  }

  @Test("Taking the number assigned longest ago: right with 2 numbers, wrong with 3")
  func stealOldestAssigned() {
    #expect((2...3).map(holderIsRight) == [true, false])
  }
}
