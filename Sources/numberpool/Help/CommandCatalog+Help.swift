extension CommandCatalog {
  /// What is printed for help.
  ///
  /// - Parameter words: The name of a command, its first word, or nothing.
  func help(for words: ArraySlice<String>) throws(UsageError) -> String {
    guard let first = words.first else { return HelpPage(of: self).text }
    let alike = commands(beginning: first)
    if words.count == 1, !alike.contains(where: { $0.name == first }), !alike.isEmpty {
      return HelpPage(of: alike, beginning: first).text
    }
    let (command, rest) = try command(of: words)
    if let superfluous = rest.first {
      throw UsageError(
        message: "There is no help for '\(superfluous)' of '\(command.name)'.",
        hint: "Try 'numberpool help \(command.name)'.")
    }
    return HelpPage(of: command).text
  }
}
