/// A set of free levels, or numbers, that gives the lowest first: a bitmap with two summaries
/// above it.
struct FreeLevels: Sendable {
  /// A bit per level, then a bit per 64 levels, then a bit per 4096: set where something is free.
  private var words: [UInt64] = []
  private let summaries: Int
  private let tops: Int

  /// Creates a set in which the levels 0 up to but not including `count` are free.
  init(count: Int) {
    summaries = (count + 63) >> 6
    tops = summaries + (summaries + 63) >> 6
    var size = count
    for _ in 0..<3 {
      words.append(contentsOf: repeatElement(.max, count: size >> 6))
      if size & 63 != 0 { words.append((1 << UInt64(size & 63)) &- 1) }
      size = (size + 63) >> 6
    }
  }

  /// Lends the bits to a loop, which then does without a check at every write that nobody else
  /// shares them.
  mutating func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    words.withUnsafeMutableBufferPointer { words in
      body(Bits(words: words, summaries: summaries, tops: tops))
    }
  }

  /// The set while it is lent.
  struct Bits {
    let words: UnsafeMutableBufferPointer<UInt64>
    let summaries: Int
    let tops: Int

    /// The lowest free level, `nil` when none is.
    ///
    /// - Complexity: O(1) up to 262,144 levels in use, then O(that / 262,144).
    @inline(__always)
    var lowest: Int? {
      var top = tops
      while top < words.count {
        if words[top] != 0 {
          let summary = (top - tops) << 6 | words[top].trailingZeroBitCount
          let word = summary << 6 | words[summaries + summary].trailingZeroBitCount
          return word << 6 | words[word].trailingZeroBitCount
        }
        top += 1
      }
      return nil
    }

    /// Takes a free level into use.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    func take(_ level: Int) {
      let word = level >> 6
      let summary = word >> 6
      words[word] &= ~(1 << UInt64(truncatingIfNeeded: level & 63))
      guard words[word] == 0 else { return }
      words[summaries + summary] &= ~(1 << UInt64(truncatingIfNeeded: word & 63))
      guard words[summaries + summary] == 0 else { return }
      words[tops + summary >> 6] &= ~(1 << UInt64(truncatingIfNeeded: summary & 63))
    }

    /// Gives a level back.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    func free(_ level: Int) {
      let word = level >> 6
      let summary = word >> 6
      words[word] |= 1 << UInt64(truncatingIfNeeded: level & 63)
      words[summaries + summary] |= 1 << UInt64(truncatingIfNeeded: word & 63)
      words[tops + summary >> 6] |= 1 << UInt64(truncatingIfNeeded: summary & 63)
    }
  }
}
