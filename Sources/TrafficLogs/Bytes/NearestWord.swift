/// How alike words are.
enum NearestWord {
  /// The known word that is nearest to another one; the first of several.
  ///
  /// - Complexity: O(known words x square of the length).
  static func of(_ word: String, among known: [String]) -> String? {
    let word = String(word.lowercased().prefix(60))
    return known.min { distance($0, word) < distance($1, word) }
  }

  /// Whether a word is near enough to be meant.
  static func isLikely(_ known: String, for word: String) -> Bool {
    distance(known, word.lowercased()) <= max(2, known.utf8.count / 3)
  }

  /// How many letters have to be put in, taken out, changed or swapped with the next one.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8.prefix(60))
    var before = [Int](repeating: 0, count: right.count + 1)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = row
      next[0] = index + 1
      for (column, other) in right.enumerated() {
        next[column + 1] = min(
          next[column] + 1, row[column + 1] + 1, row[column] + (letter == other ? 0 : 1))
        if index > 0, column > 0, letter == right[column - 1], left[index - 1] == other {
          next[column + 1] = min(next[column + 1], before[column - 1] + 1)
        }
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
