import NumberPools
import Testing

/// Erlang's loss formula at every point of a table that was computed to 40 digits in another
/// language and agrees with the standard ones.
@Suite("Tables of Erlang B")
struct ErlangTableTests {
  private static let numbers = [1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000]

  /// The load that so many numbers carry at a share refused.
  static let table: [(share: Double, loads: [Double])] = [
    (
      0.001,
      [
        0.001001001001001, 0.0457559337459623, 0.762114688514264, 3.0920449978893,
        9.4114533373433, 16.6838563765383, 32.5118533105272, 75.2419826724585, 165.623918686023,
        448.16048848131, 930.325126864196,
      ]
    ),
    (
      0.01,
      [
        0.0101010101010101, 0.152593292723898, 1.36078679666255, 4.46117685757769,
        12.0306145949009, 20.3372857280953, 37.9013980885249, 84.0641588939478, 179.73802459343,
        474.036350896106, 971.204060039768,
      ]
    ),
    (
      0.02,
      [
        0.0204081632653061, 0.22346682389931, 1.65714306905509, 5.08400463045515,
        13.1815377871662, 21.9315652626189, 40.2551438036565, 87.9719828958743, 186.158199018933,
        486.438887710866, 991.854097418609,
      ]
    ),
    (
      0.05,
      [
        0.0526315789473684, 0.381315684126231, 2.21847226877471, 6.21570701104843,
        15.2492569931664, 24.801805193131, 44.5330526613815, 95.2403746249815, 198.50731642156,
        511.753441547121, 1036.39220998546,
      ]
    ),
  ]

  @Test("The load of each pool at each share", arguments: table)
  func loads(share: Double, loads: [Double]) {
    for (numbers, load) in zip(Self.numbers, loads) {
      #expect(abs(ErlangB.refusedShare(numbers: numbers, load: load) / share - 1) < 1e-10)
      #expect(ErlangB.numbers(load: load * (1 - 1e-9), refusingAtMost: share) == numbers)
      #expect(ErlangB.numbers(load: load * (1 + 1e-9), refusingAtMost: share) == numbers + 1)
    }
  }

  @Test(
    "Shares",
    arguments: [
      (1, 1, 0.5), (1, 2, 0.2), (5, 5, 0.284867821330902), (5, 10, 0.0183845703366481),
      (10, 10, 0.214582343107347), (10, 15, 0.0364969454723708), (10, 20, 0.00186904985235431),
      (20, 30, 0.0084574983401947), (50, 64, 0.00843942665594072),
      (100, 117, 0.00979007112537136), (200, 221, 0.00989355906406645),
      (500, 527, 0.00953948621694932), (1000, 1029, 0.00994188646407621),
      (1, 5, 0.00306748466257669), (2, 4, 0.0952380952380952),
    ] as [(Double, Int, Double)])
  func shares(load: Double, numbers: Int, share: Double) {
    #expect(abs(ErlangB.refusedShare(numbers: numbers, load: load) / share - 1) < 1e-12)
  }

  @Test(
    "Numbers, real ones in the table, for a share",
    arguments: [
      (1, 0.01, 4.27945157734872), (5, 0.01, 10.7734335227004), (10, 0.01, 17.4449688882452),
      (10, 0.001, 20.8460563693204), (50, 0.01, 63.3413910826132),
      (100, 0.01, 116.875089997465), (1000, 0.01, 1028.84988892154),
      // abstractmicro.com, ErlangB servers from blockage.
      (10, 0.05, 14.30043), (15.7, 0.01, 24.4889),
    ] as [(Double, Double, Double)])
  func numbers(load: Double, share: Double, numbers: Double) {
    #expect(
      ErlangB.numbers(load: load, refusingAtMost: share) == Int(numbers.rounded(.up)))
  }

  /// The load with those who are refused and try again at once.
  private func loadWithRetries(_ load: Double, numbers: Int, retrying: Double) -> Double {
    var whole = load
    for _ in 0..<10_000 {
      whole = load + retrying * whole * ErlangB.refusedShare(numbers: numbers, load: whole)
    }
    return whole
  }

  @Test("With those who try again at once: the extended formula's published values")
  func extended() {
    // voip-calculator.com, extended Erlang B, lines.
    let crowded = loadWithRetries(1500, numbers: 1000, retrying: 0.2)
    #expect(abs(ErlangB.refusedShare(numbers: 1000, load: crowded) - 0.386) < 0.0005)
    // voipcalculator.com, blocking; erlang.com, an example.
    for (load, share, retrying, numbers) in [(100, 0.025, 0.5, 113), (5.5, 0.03, 0.5, 11)] {
      func refused(_ numbers: Int) -> Double {
        ErlangB.refusedShare(
          numbers: numbers, load: loadWithRetries(load, numbers: numbers, retrying: retrying))
      }
      #expect(refused(numbers) <= share && refused(numbers - 1) > share)
    }
    // voipcalculator.com, traffic: what 200 lines carry at 3 % with 70 % trying again.
    let traffic = loadWithRetries(186.877, numbers: 200, retrying: 0.7)
    #expect(abs(ErlangB.refusedShare(numbers: 200, load: traffic) - 0.03) < 1e-4)
  }
}
