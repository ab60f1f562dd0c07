/// What somebody doesn't want to count: pages by their path, and visitors by their address.
public struct Exclusions: Sendable {
  /// The pages.
  public var paths: [PathPattern]
  /// The addresses.
  public var addresses: [AddressRange]

  /// Creates exclusions.
  ///
  /// - Parameters:
  ///   - paths: The pages.
  ///   - addresses: The addresses.
  public init(paths: [PathPattern] = [], addresses: [AddressRange] = []) {
    self.paths = paths
    self.addresses = addresses
  }

  /// Whether a page doesn't count.
  ///
  /// - Complexity: O(patterns x length), for a pattern with stars O(patterns x length^2).
  func hasPath(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Bool {
    for pattern in paths where pattern.matches(bytes, path) { return true }
    return false
  }

  /// Whether a visitor with this address doesn't count.
  ///
  /// - Complexity: O(ranges).
  func hasAddress(_ address: IPAddress?) -> Bool {
    guard !addresses.isEmpty, let address else { return false }
    for range in addresses where range.contains(address) { return true }
    return false
  }
}

/// The paths that begin so; with stars or question marks, those that are so as a whole.
///
/// A star stands for any letters, and a question mark for one.
public struct PathPattern: Hashable, Sendable {
  private let letters: [UInt8]
  private let isWhole: Bool

  /// Reads a pattern.
  ///
  /// - Returns: `nil` for one that no path can match: it has to begin with a slash or a star.
  public init?(_ text: String) {
    guard let first = text.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "*")
    else { return nil }
    letters = Array(text.utf8)
    isWhole = letters.contains(UInt8(ascii: "*")) || letters.contains(UInt8(ascii: "?"))
  }

  /// Whether a path matches.
  func matches(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Bool {
    guard isWhole else {
      guard path.count >= letters.count else { return false }
      for index in letters.indices where letters[index] != bytes[path.lowerBound + index] {
        return false
      }
      return true
    }
    var index = path.lowerBound
    var letter = 0
    // Where to go on if what follows the last star doesn't match.
    var retry: (index: Int, letter: Int)?
    while index < path.upperBound {
      if letter < letters.count, letters[letter] == UInt8(ascii: "*") {
        retry = (index, letter + 1)
        letter += 1
      } else if letter < letters.count,
        letters[letter] == UInt8(ascii: "?") || letters[letter] == bytes[index]
      {
        index += 1
        letter += 1
      } else if let last = retry {
        retry = (last.index + 1, last.letter)
        (index, letter) = (last.index + 1, last.letter)
      } else {
        return false
      }
    }
    while letter < letters.count, letters[letter] == UInt8(ascii: "*") { letter += 1 }
    return letter == letters.count
  }
}
