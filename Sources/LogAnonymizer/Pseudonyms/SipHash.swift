import TrafficLogs

/// SipHash-2-4: a short keyed hash that can't be computed, or undone by trial, without the key.
///
/// Source: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012. The
/// standard library's `Hasher` is another variant, and its keys change with every run.
struct SipHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// Takes the two halves of a key, little-endian.
  init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// The hash of some bytes.
  ///
  /// - Complexity: O(length).
  func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var state = State(first, second)
    let raw = bytes.bytes
    var offset = 0
    while offset + 8 <= raw.byteCount {
      state.absorb(
        UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    state.absorb(last)
    return state.finish()
  }

  /// The hash of a number, as of its eight bytes.
  func hash(_ number: UInt64) -> UInt64 {
    var state = State(first, second)
    state.absorb(number)
    state.absorb(8 << 56)
    return state.finish()
  }

  private struct State {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    init(_ first: UInt64, _ second: UInt64) {
      a = first ^ 0x736F_6D65_7073_6575
      b = second ^ 0x646F_7261_6E64_6F6D
      c = first ^ 0x6C79_6765_6E65_7261
      d = second ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
      d ^= word
      mix()
      mix()
      a ^= word
    }

    mutating func finish() -> UInt64 {
      c ^= 0xFF
      for _ in 0..<4 { mix() }
      return a ^ b ^ c ^ d
    }

    private mutating func mix() {
      a &+= b
      b = Self.rotated(b, 13) ^ a
      a = Self.rotated(a, 32)
      c &+= d
      d = Self.rotated(d, 16) ^ c
      a &+= d
      d = Self.rotated(d, 21) ^ a
      c &+= b
      b = Self.rotated(b, 17) ^ c
      c = Self.rotated(c, 32)
    }

    private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
      word &<< count | word &>> (64 - count)
    }
  }
}
