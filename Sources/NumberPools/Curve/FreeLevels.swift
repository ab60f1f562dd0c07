/// A set of free levels, counted from 1, that gives the lowest first: a bitmap with a summary above
/// it.
struct FreeLevels: Sendable {
  /// A bit per level, then a bit per 64 levels: set where something is free.
  private var words: [UInt64] = []
  private let summaries: Int
  private var first: Int

  /// Creates a set in which the levels from 1 to `count` are free.
  init(count: Int) {
    // Bit 0 stands for no level.
    summaries = (count + 64) >> 6
    first = summaries
    for size in [count + 1, summaries] {
      words.append(contentsOf: repeatElement(.max, count: size >> 6))
      if size & 63 != 0 { words.append((1 << UInt64(size & 63)) &- 1) }
    }
    words[0] &= ~1
    if words[0] == 0 { words[first] &= ~1 }
    // The end of the summaries, never empty, stops every search.
    words.append(.max)
    while words[first] == 0 { first += 1 }
  }

  /// Lends the bits to a loop, which then does without a check at every write that nobody else
  /// shares them.
  mutating func withBits<Result>(_ body: (inout Bits) -> Result) -> Result {
    let summaries = summaries
    let known = first
    let (result, first) = words.withUnsafeMutableBufferPointer { words in
      var bits = Bits(words: words, summaries: summaries, first: known, top: words[known])
      let result = body(&bits)
      words[bits.first] = bits.top
      return (result, bits.first)
    }
    self.first = first
    return result
  }

  /// The set while it is lent.
  struct Bits {
    let words: UnsafeMutableBufferPointer<UInt64>
    let summaries: Int
    /// Where the first summary is that isn't empty, and what it says: what every step needs waits
    /// in a register rather than for memory.
    fileprivate var first: Int
    fileprivate var top: UInt64

    /// The lowest free level, `nil` when none is.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    var lowest: Int? {
      guard first < words.count &- 1 else { return nil }
      let word = (first &- summaries) << 6 | top.trailingZeroBitCount
      return word << 6 | words[word].trailingZeroBitCount
    }

    /// Takes the lowest free level into use.
    ///
    /// - Complexity: O(1) up to 4096 levels in use, then O(that / 4096).
    @inline(__always)
    mutating func take(_ lowest: Int) {
      let word = lowest >> 6
      let left = words[word] & ~(1 &<< UInt64(truncatingIfNeeded: lowest))
      words[word] = left
      // Without a branch: whether that was the word's last one can't be foretold.
      let emptied: UInt64 = left == 0 ? 1 : 0
      top &= ~(emptied &<< UInt64(truncatingIfNeeded: word))
      while top == 0 {
        words[first] = 0
        first &+= 1
        top = words[first]
      }
    }

    /// Gives a level back.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    mutating func free(_ level: Int) { free(level, if: 1) }

    /// Gives a level back under a condition that can't be foretold: without a branch.
    ///
    /// - Parameters:
    ///   - level: Any level, or 0, where the condition doesn't hold.
    ///   - condition: 1 where it holds, else 0: a `Bool` would become a branch again.
    /// - Complexity: O(1).
    @inline(__always)
    mutating func free(_ level: Int, if condition: Int) {
      let bit = UInt64(truncatingIfNeeded: condition)
      let word = level >> 6
      words[word] |= bit &<< UInt64(truncatingIfNeeded: level)
      let summary = summaries &+ word >> 6
      let summaryBit = bit &<< UInt64(truncatingIfNeeded: word)
      if summary == first {
        top |= summaryBit
      } else if condition != 0 {
        words[summary] |= summaryBit
        if summary < first {
          words[first] = top
          first = summary
          top = words[summary]
        }
      }
    }
  }
}
