/// Finds lines that an input has in common with one read before: log rotation that copies, an
/// archive of all logs beside one of them, a log fetched twice.
///
/// Equal lines are ordinary in web logs, so single ones say nothing. What counts once is a run of
/// lines with several moments in it that ends where one of the inputs does: the beginning of one is
/// the end of the other, or one holds the whole other. So does a run of thousands of lines.
///
/// Lines are held back while they may belong to such a run, but no more than a few mebibytes.
struct OverlapFilter {
  /// A run that one input shares with another.
  struct Overlap: Hashable {
    /// The input read first, and the one read then.
    var first: String
    var second: String
    var lines: Int
    /// Whether it reaches the end of one of them.
    var isPlain: Bool
  }

  /// Where a run may be in an input read before, and the line that should come next.
  private struct Candidate {
    var input: Int
    var next: Int
  }

  /// Inputs that share many single lines with those before, which count twice: the share's parts.
  struct Likeness: Hashable {
    var name: String
    var shared: Int
    var lines: Int
  }

  /// The inputs that look like others.
  private(set) var likenesses: [Likeness] = []
  /// A quarter of the different lines of all inputs.
  private var sample = RecordSet()
  /// The runs that count once.
  private(set) var overlaps: [Overlap] = []
  /// For each input read before the fingerprint of each of its lines.
  private var earlier: [(name: String, lines: [UInt32])] = []
  private var name = ""
  private var current: [UInt32] = []
  /// The inputs by their first lines.
  private var inputsOfFirstLine: [UInt32: [Int]] = [:]
  /// Where the run may be in the inputs before: the next line of each.
  private var candidates: [Candidate] = []
  /// The lines of the run, one after the other, and where each ends.
  private var held: [UInt8] = []
  private var ends: [Int] = []
  private var heldDifferent: Set<UInt32> = []
  /// Lines of a run so long that it isn't held any more.
  private var committed = 0

  /// A run of fewer different lines may be chance.
  static let fewestLines = 5
  /// A run of so many lines, or of so many bytes, is none by chance.
  static let longRun = (lines: 10_000, bytes: 4 << 20)
  /// A first line that is everywhere tells nothing.
  private static let mostCandidates = 1000

  /// Tells that another input begins.
  mutating func begin(_ name: String) {
    self.name = name
    current = []
  }

  /// Takes a line.
  ///
  /// - Parameters:
  ///   - hasManyMoments: Whether the first and the last line of a run are of different times.
  ///   - pass: Given each line that counts, in order; it may be one held back.
  /// - Returns: How many lines were dropped.
  mutating func take(
    _ line: Span<UInt8>, hasManyMoments: (Span<UInt8>, Span<UInt8>) -> Bool,
    pass: (Span<UInt8>) -> Void
  ) -> Int {
    let print = UInt32(truncatingIfNeeded: ContentDigest.digest(of: line))
    current.append(print)
    var dropped = 0
    if !candidates.isEmpty {
      let going = candidates.filter { earlier[$0.input].lines[$0.next] == print }
      if going.isEmpty {
        dropped += endRun(isPlain: false, hasManyMoments, pass)
      } else {
        candidates = going.map { Candidate(input: $0.input, next: $0.next + 1) }
        return dropped + hold(line, print, hasManyMoments, pass)
      }
    }
    candidates = beginnings(of: print)
    if candidates.isEmpty {
      pass(line)
      return dropped
    }
    return dropped + hold(line, print, hasManyMoments, pass)
  }

  /// Ends an input.
  ///
  /// - Returns: How many lines were dropped.
  mutating func end(
    hasManyMoments: (Span<UInt8>, Span<UInt8>) -> Bool, pass: (Span<UInt8>) -> Void
  ) -> Int {
    let dropped = candidates.isEmpty ? 0 : endRun(isPlain: true, hasManyMoments, pass)
    noteLikeness()
    if let first = current.first { inputsOfFirstLine[first, default: []].append(earlier.count) }
    earlier.append((name, current))
    current = []
    return dropped
  }

  /// Looks how many lines of an input without a run are those of others.
  private mutating func noteLikeness() {
    var lines = 0
    var shared = 0
    for print in current where print & 3 == 0 {
      lines += 1
      if sample.contains(UInt64(print)) { shared += 1 }
    }
    for print in current where print & 3 == 0 { _ = sample.insert(UInt64(print)) }
    let hasRun = overlaps.last?.second == name
    if shared >= 20, shared * 5 >= lines, !hasRun {
      likenesses.append(Likeness(name: name, shared: shared, lines: lines))
    }
  }

  /// Where a run may begin: the input's own first line anywhere, any line where an input begins.
  private func beginnings(of print: UInt32) -> [Candidate] {
    guard current.count == 1 else {
      return (inputsOfFirstLine[print] ?? []).prefix(Self.mostCandidates).map {
        Candidate(input: $0, next: 1)
      }
    }
    var found: [Candidate] = []
    for (input, lines) in earlier.enumerated() {
      for (position, other) in lines.lines.enumerated() where other == print {
        if found.count == Self.mostCandidates { return [] }
        found.append(Candidate(input: input, next: position + 1))
      }
    }
    return found
  }

  private mutating func hold(
    _ line: Span<UInt8>, _ print: UInt32, _ hasManyMoments: (Span<UInt8>, Span<UInt8>) -> Bool,
    _ pass: (Span<UInt8>) -> Void
  ) -> Int {
    var dropped = 0
    if committed > 0 {
      committed += 1
      dropped = 1
    } else {
      line.withUnsafeBufferPointer { held.append(contentsOf: $0) }
      ends.append(held.count)
      if heldDifferent.count < Self.fewestLines { heldDifferent.insert(print) }
      if ends.count >= Self.longRun.lines || held.count >= Self.longRun.bytes,
        isRun(hasManyMoments)
      {
        committed = ends.count
        dropped = ends.count
        forgetHeld()
      }
    }
    guard candidates.contains(where: isAtEnd) else { return dropped }
    if committed > 0 || isRun(hasManyMoments) {
      return dropped + endRun(isPlain: true, hasManyMoments, pass)
    }
    // The end of one input is reached by chance; the run may be a longer one of another place.
    candidates.removeAll(where: isAtEnd)
    return candidates.isEmpty ? dropped + endRun(isPlain: false, hasManyMoments, pass) : dropped
  }

  private func isAtEnd(_ candidate: Candidate) -> Bool {
    candidate.next == earlier[candidate.input].lines.count
  }

  /// Drops the run where it is one, else hands its lines on.
  private mutating func endRun(
    isPlain: Bool, _ hasManyMoments: (Span<UInt8>, Span<UInt8>) -> Bool,
    _ pass: (Span<UInt8>) -> Void
  ) -> Int {
    let input = candidates.first(where: isAtEnd) ?? candidates.first
    candidates = []
    if committed > 0 {
      if let input { note(committed, with: input.input, isPlain: isPlain) }
      committed = 0
      return 0
    }
    let lines = ends.count
    let isDropped = isPlain && isRun(hasManyMoments)
    if isDropped, let input {
      note(lines, with: input.input, isPlain: true)
    } else {
      var start = 0
      for end in ends {
        pass(held.span.extracting(start..<end))
        start = end
      }
    }
    forgetHeld()
    return isDropped ? lines : 0
  }

  private func isRun(_ hasManyMoments: (Span<UInt8>, Span<UInt8>) -> Bool) -> Bool {
    guard heldDifferent.count >= Self.fewestLines else { return false }
    let bytes = held.span
    return hasManyMoments(
      bytes.extracting(0..<ends[0]), bytes.extracting(ends[ends.count - 2]..<ends[ends.count - 1]))
  }

  private mutating func forgetHeld() {
    held.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    heldDifferent.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ lines: Int, with input: Int, isPlain: Bool) {
    overlaps.append(
      Overlap(first: earlier[input].name, second: name, lines: lines, isPlain: isPlain))
  }
}
