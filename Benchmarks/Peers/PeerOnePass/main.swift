// Plays sessions against a pool of every size, as often as asked: one peer among those that
// `Benchmarks/Peers/run` compares.
//
// Usage: PeerOnePass FILE, then on standard input a line "answer" or "run" for a line of JSON each.

import Foundation
import NumberPools

let reuseTimeout = Interval.minutes(30)

/// Reads sessions: when each number is taken, then when each is free again, as little-endian
/// 64-bit milliseconds.
func readTraffic(_ path: String) throws -> Traffic {
  let bytes = try Data(contentsOf: URL(filePath: path))
  let sessions = bytes.count / 16
  func time(_ index: Int) -> Timestamp {
    let time = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: index * 8, as: Int64.self)
    }
    return Timestamp(milliseconds: Int64(littleEndian: time))
  }
  var log = PageViewLog()
  log.reserveCapacity(sessions)
  for index in 0..<sessions {
    let session = SessionID(Int32(index))
    let visitor = VisitorID(Int32(index))
    log.append(session: session, visitor: visitor, at: time(index))
    // A visit ends with its last sign of life; the number is free a reuse timeout later.
    log.appendHeartbeat(
      visitor: visitor, session: session, at: time(sessions + index) - reuseTimeout,
      since: time(index))
  }
  return Sessionizer().traffic(from: log)
}

/// How long something took, in seconds.
struct Timing: Encodable {
  var seconds: Double
  /// From sessions to holds in order of release.
  var holds: Double
  /// From holds to the sessions covered at every size.
  var pass: Double
  /// A number that changes with any count of the answer.
  var checksum: String
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

/// The sessions that a pool of each size, from none to the peak, leaves without a number.
func overflow(_ curve: PoolCurve) -> [Int] {
  curve.sessionsCovered.map { curve.sessions - $0 }
}

/// FNV-1a over whole counts.
func checksum(_ counts: [Int]) -> String {
  let hash = counts.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, count in
    (hash ^ UInt64(count)) &* 0x100_0000_01b3
  }
  return String(hash, radix: 16)
}

func play(_ traffic: Traffic) -> (curve: PoolCurve, timing: Timing) {
  let clock = ContinuousClock()
  let begun = clock.now
  let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: reuseTimeout))
  let held = clock.now
  let curve = PoolCurve(of: holds)
  let ended = clock.now
  let timing = Timing(
    seconds: (ended - begun).inSeconds, holds: (held - begun).inSeconds,
    pass: (ended - held).inSeconds, checksum: checksum(overflow(curve)))
  return (curve, timing)
}

func printLine(_ value: some Encodable) throws {
  try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(value) + Data("\n".utf8))
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(64)
}

guard CommandLine.arguments.count == 2 else { fail("Usage: PeerOnePass FILE") }
guard let traffic = try? readTraffic(CommandLine.arguments[1]) else {
  fail("\(CommandLine.arguments[1]) can't be read.")
}
while let request = readLine() {
  let (curve, timing) = play(traffic)
  switch request {
  case "answer": try printLine(overflow(curve))
  case "run": try printLine(timing)
  default: fail("Ask for \"answer\" or \"run\".")
  }
}
