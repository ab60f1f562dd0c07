import NumberPools
import Testing

@Suite("Any free number")
struct RandomOrderTests {
  private func order(size: Int, seed: UInt64 = 1) -> RandomOrder {
    var order = RandomOrder(seed: seed)
    order.begin(size: size)
    return order
  }

  private let noon = Timestamp(milliseconds: 0)

  @Test("Only free numbers are lent, each once, and all of them", arguments: UInt64(0)..<20)
  func exclusive(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let size = 1 + random.next(below: 9)
    var order = order(size: size, seed: seed)
    var lent: [Int32] = []
    for _ in 0..<500 {
      if random.next(below: 2) == 0 {
        guard let number = order.takeNumber(at: noon)?.index else {
          #expect(lent.count == size)
          continue
        }
        #expect(!lent.contains(number) && (0..<Int32(size)).contains(number))
        lent.append(number)
      } else if !lent.isEmpty {
        let number = lent.remove(at: random.next(below: lent.count))
        order.numberBecameFree(TrackingNumber(number), at: noon)
      }
    }
  }

  @Test("Each free number is as likely as any other")
  func uniform() {
    var order = order(size: 8)
    var counts = [Int](repeating: 0, count: 8)
    let draws = 80_000
    for _ in 0..<draws {
      guard let number = order.takeNumber(at: noon) else { continue }
      counts[Int(number.index)] += 1
      order.numberBecameFree(number, at: noon)
    }
    // Five standard errors of a share of an eighth.
    let error = (Double(draws) * 0.125 * 0.875).squareRoot()
    #expect(counts.allSatisfy { abs(Double($0) - Double(draws) / 8) < 5 * error })
  }

  @Test("The same seed makes the same choices, another seed others")
  func seeds() {
    func choices(_ seed: UInt64) -> [Int32?] {
      var order = order(size: 100, seed: seed)
      return (0..<100).map { _ in order.takeNumber(at: noon)?.index }
    }
    #expect(choices(1) == choices(1))
    #expect(choices(1) != choices(2))
    #expect(Set(choices(1)).count == 100)
  }
}
