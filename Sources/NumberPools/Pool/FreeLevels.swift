/// A set of free levels, counted from 1, that gives the lowest first: a bitmap with a summary above
/// it.
struct FreeLevels: Sendable {
  /// A bit per level, set where it is free; then, from `wordCount` on, a bit per 64 levels, set
  /// where one of them is.
  private var bits: [UInt64] = []
  private let wordCount: Int
  private var first = 0

  /// Creates a set in which the levels from 1 to `count` are free.
  init(count: Int) {
    // Bit 0 stands for no level.
    wordCount = (count + 64) >> 6
    for size in [count + 1, wordCount] {
      bits.append(contentsOf: repeatElement(.max, count: size >> 6))
      if size & 63 != 0 { bits.append((1 << UInt64(size & 63)) &- 1) }
    }
    bits[0] &= ~1
    if bits[0] == 0 { bits[wordCount] &= ~1 }
    // The end of the summaries, never empty, stops every search.
    bits.append(.max)
    while bits[wordCount + first] == 0 { first += 1 }
  }

  /// Lends the bits to a loop, which then does without a check at every write that nobody else
  /// shares them.
  mutating func withBits<Result>(_ body: (inout Bits) -> Result) -> Result {
    let wordCount = wordCount
    let known = first
    let (result, first) = bits.withUnsafeMutableBufferPointer { all in
      let summaries = UnsafeMutableBufferPointer(rebasing: all[wordCount...])
      var bits = Bits(
        words: UnsafeMutableBufferPointer(rebasing: all[..<wordCount]), summaries: summaries,
        first: known, top: summaries[known])
      let result = body(&bits)
      summaries[bits.first] = bits.top
      return (result, bits.first)
    }
    self.first = first
    return result
  }

  /// The set while it is lent.
  struct Bits {
    /// A bit per level.
    let words: UnsafeMutableBufferPointer<UInt64>
    fileprivate let summaries: UnsafeMutableBufferPointer<UInt64>
    /// Where the first summary is that isn't empty, and what it says: what every step needs waits
    /// in a register rather than for memory.
    fileprivate var first: Int
    fileprivate var top: UInt64

    /// The lowest free level, `nil` when none is.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    var lowest: Int? {
      guard first < summaries.count &- 1 else { return nil }
      let word = first << 6 | top.trailingZeroBitCount
      return word << 6 | words[word].trailingZeroBitCount
    }

    /// Takes the lowest free level into use.
    ///
    /// - Complexity: O(1) up to 4096 levels in use, then O(that / 4096).
    @inline(__always)
    mutating func take(_ lowest: Int) {
      let word = lowest >> 6
      let left = words[word] & (words[word] &- 1)
      words[word] = left
      // Without a branch: whether that was the word's last one can't be foretold.
      let emptied: UInt64 = left == 0 ? 1 : 0
      top &= ~(emptied &<< UInt64(truncatingIfNeeded: word))
      while top == 0 {
        summaries[first] = 0
        first &+= 1
        top = summaries[first]
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
      let summary = word >> 6
      let summaryBit = bit &<< UInt64(truncatingIfNeeded: word)
      if summary == first {
        top |= summaryBit
      } else if condition != 0 {
        summaries[summary] |= summaryBit
        if summary < first {
          summaries[first] = top
          first = summary
          top = summaries[summary]
        }
      }
    }
  }
}
