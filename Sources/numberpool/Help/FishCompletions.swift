/// A script that completes command lines in fish.
struct FishCompletions {
  private let catalog: CommandCatalog

  init(of catalog: CommandCatalog) {
    self.catalog = catalog
  }

  /// The script.
  var script: String {
    var lines = [
      "# Completions of numberpool for fish: numberpool completions fish | source",
      "function __numberpool_begins",
      "  set -l typed (commandline -opc)",
      "  set -e typed[1]",
      "  set -l last (count $argv)",
      "  test (count $typed) -ge $last",
      "  and test \"$typed[1..$last]\" = \"$argv\"",
      "end",
    ]
    lines += [
      "function __numberpool_is",
      "  set -l typed (commandline -opc)",
      "  test \"$typed[2..-1]\" = \"$argv\"",
      "end",
      "complete -c numberpool -f",
    ]
    let first = "-n 'test (count (commandline -opc)) -eq 1'"
    for word in catalog.firstWords { lines.append(complete(first, word)) }
    lines.append("complete -c numberpool \(first) -l help -d 'print help'")
    lines.append("complete -c numberpool \(first) -l version -d 'print the version'")
    for command in catalog.commands { lines += part(of: command) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func complete(_ condition: String, _ word: Completion.Word) -> String {
    "complete -c numberpool \(condition) -a \(quoted(word.text)) -d \(quoted(word.meaning))"
  }

  /// The part of a command.
  private func part(of command: any Command.Type) -> [String] {
    var lines: [String] = []
    if command.words.count > 1 {
      let before = "-n '__numberpool_is \(command.words[0])'"
      lines.append(complete(before, .init(command.words[1], meaning: command.summary)))
    }
    let condition = "-n '__numberpool_begins \(command.name)'"
    for flag in command.spellings.flatMap(\.flags) {
      lines.append(
        "complete -c numberpool \(condition) -l \(flag.name.drop { $0 == "-" })"
          + (flag.placeholder == nil ? "" : value(flag.completion)) + " -d \(quoted(flag.remark))")
    }
    let operands = value(command.operands).replacing(" -r", with: "").replacing(" -x", with: "")
    if !operands.isEmpty { lines.append("complete -c numberpool \(condition)\(operands)") }
    return lines
  }

  private func value(_ completion: Completion) -> String {
    let words = completion.words.filter { $0.typed != nil }.map { word in
      (word.typed ?? "") + (word.meaning.isEmpty ? "" : "\\t\(quoted(word.meaning))")
    }
    let list = words.isEmpty ? "" : " -a \(quoted(words.joined(separator: " ")))"
    switch completion.place {
    case .file: return " -r -F" + list
    case .folder: return " -x -a '(__fish_complete_directories)'" + list
    case nil: return " -x" + list
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
