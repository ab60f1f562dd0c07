extension UsageError {
  /// Complains of a word that isn't known, with the likeliest ones meant.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - known: What could have been.
  init(unknown word: String, among known: [String]) {
    let nearest = Self.nearest(to: word, among: known)
    let message = "'\(word)' isn't known here."
    switch nearest.count {
    case 0:
      self.init(message: message, hint: "Add --help for what is.")
    case 1:
      self.init(message: message, hint: "Did you mean '\(nearest[0])'?")
    default:
      let list = nearest.dropLast().map { "'\($0)'" }.joined(separator: ", ")
      self.init(message: message, hint: "Did you mean \(list) or '\(nearest[nearest.count - 1])'?")
    }
  }

  /// Complains of a flag that a command doesn't know.
  init(unknownFlag name: String, of command: any Command.Type, in catalog: CommandCatalog) {
    let others = catalog.commands(with: name).map { "'\($0.name)'" }
    guard others.isEmpty else {
      self.init(
        message: "'\(name)' means nothing to '\(command.name)'.",
        hint: "It is an option of \(Self.list(others)): leave it out here.")
      return
    }
    self.init(unknown: name, among: command.spellings.flatMap(\.flags).map(\.name))
  }

  /// The names that a word may have been meant for: those that it begins, else the one that is
  /// fewest letters away.
  private static func nearest(to word: String, among known: [String]) -> [String] {
    // What is much longer than every name isn't meant for one, and would take long to compare.
    guard word.utf8.count <= 60, word.contains(where: { $0 != "-" }) else { return [] }
    let letters = word.lowercased()
    let begun = known.filter { $0.hasPrefix(letters) }
    if !begun.isEmpty { return begun.count <= 5 ? begun : [] }
    let nearest = known.map { (name: $0, distance: distance($0, letters)) }
      .min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= min(3, max(1, word.count / 2)) else { return [] }
    return [nearest.name]
  }

  /// How many letters have to be put in, taken out or changed to make one word of the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }

  /// Names with commas between them, and an `and` before the last.
  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
