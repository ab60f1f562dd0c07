import NumberPools
import Testing

/// Erlang's loss formula against published tables; the sources are named beside the values.
@Suite("Erlang B")
struct ErlangBTests {
  @Test(
    "Published values",
    arguments: [
      // "An introduction to teletraffic", Telektronikk (A. Myskja), p. 26.
      (5, 5, 0.284868, 5e-7), (6, 5, 0.191847, 5e-7),
      // queuingSystem, tests/modelling/test_erlangb.py (F. Kleine Boesing).
      (1, 5, 0.8333333333333334, 1e-15), (10, 20, 0.5379631686320729, 1e-14),
      (190, 200, 0.08869684386923561, 1e-13),
    ] as [(Int, Double, Double, Double)])
  func published(numbers: Int, load: Double, share: Double, tolerance: Double) {
    #expect(abs(ErlangB.refusedShare(numbers: numbers, load: load) - share) <= tolerance)
  }

  @Test(
    "Far below one in a million, the ratio is right",
    arguments: [(200, 5, 5.31667137954674e-238), (1000, 500, 1.6524151277513355e-86)]
      as [(Int, Double, Double)])
  func tiny(numbers: Int, load: Double, share: Double) {
    #expect(abs(ErlangB.refusedShare(numbers: numbers, load: load) / share - 1) < 1e-10)
  }

  @Test(
    "Values computed to 40 digits",
    arguments: [
      (2, 1, 0.2), (10, 5, 0.0183845703366481), (15, 10, 0.0364969454723708),
      (30, 20, 0.0084574983401947), (117, 100, 0.00979007112537136),
      (1029, 1000, 0.00994188646407621),
    ] as [(Int, Double, Double)])
  func computed(numbers: Int, load: Double, share: Double) {
    #expect(abs(ErlangB.refusedShare(numbers: numbers, load: load) - share) < 1e-14)
  }

  @Test("The load that 15 lines carry at 1 % is 8.108 erlangs")
  func inverse() {
    // erlang.com, calculator manual, "How much traffic can a trunk group handle?"
    #expect(ErlangB.numbers(load: 8.108, refusingAtMost: 0.01) == 15)
    #expect(ErlangB.numbers(load: 8.12, refusingAtMost: 0.01) == 16)
    // abstractmicro.com: 15.7 erlangs at 1 % need 24.4889, so 25.
    #expect(ErlangB.numbers(load: 15.7, refusingAtMost: 0.01) == 25)
    #expect(ErlangB.numbers(load: 0, refusingAtMost: 0.01) == 0)
  }

  @Test("Without a number everybody is refused")
  func noNumbers() {
    #expect(ErlangB.refusedShare(numbers: 0, load: 3) == 1)
  }
}
