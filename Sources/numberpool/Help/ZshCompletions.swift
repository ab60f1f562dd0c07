/// A script that completes command lines in zsh.
struct ZshCompletions {
  private let catalog: CommandCatalog

  init(of catalog: CommandCatalog) {
    self.catalog = catalog
  }

  /// The script; it may be sourced, or be a file `_numberpool` in a folder of `$fpath`.
  var script: String {
    """
    #compdef numberpool
    # Completions of numberpool for zsh: source <(numberpool completions zsh)
    _numberpool() {
      local -a names
      if ((CURRENT == 2)); then
        names=(
    \(list(catalog.firstWords))
          '--help:print help'
          '--version:print the version'
        )
        _describe -t commands command names
        return
      fi
      local name=$words[2]
      shift words
      ((CURRENT--))
      case $name in
    \(secondWords)
        *) ;;
      esac
      case $name in
    \(catalog.commands.map(part).joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _numberpool ]]; then
      _numberpool "$@"
    else
      compdef _numberpool numberpool
    fi

    """
  }

  private func list(_ words: [Completion.Word]) -> String {
    words.map { "      \(quoted("\(escaped($0.text)):\($0.meaning)"))" }.joined(separator: "\n")
  }

  /// Commands of two words.
  private var secondWords: String {
    catalog.firstWords.compactMap { first -> String? in
      let alike = catalog.commands(beginning: first.text).filter { $0.words.count > 1 }
      guard !alike.isEmpty else { return nil }
      return """
            \(first.text))
              if ((CURRENT == 2)); then
                names=(
        \(list(alike.map { .init($0.words[1], meaning: $0.summary) }))
                )
                _describe -t commands command names
                return
              fi
              name="$name $words[2]"
              shift words
              ((CURRENT--))
              ;;
        """
    }.joined(separator: "\n")
  }

  /// The part of a command.
  private func part(of command: any Command.Type) -> String {
    let flags = command.spellings.flatMap(\.flags).map { "        \(quoted(spec($0))) \\" }
    return """
          "\(command.name)")
            _arguments -S \\
      \(flags.joined(separator: "\n"))
              \(quoted("*:\(escaped(command.synopsis)):\(action(command.operands))"))
            ;;
      """
  }

  /// A flag as `_arguments` is told of it.
  private func spec(_ flag: FlagSpelling) -> String {
    let remark = "[\(escaped(flag.remark))]"
    guard let placeholder = flag.placeholder else {
      return (flag.name == FlagSpelling.help.name ? "(- *)" : "") + flag.name + remark
    }
    return (flag.repeats ? "*" : "") + flag.name + "=" + remark
      + ":\(escaped(placeholder)):\(action(flag.completion))"
  }

  private func action(_ completion: Completion) -> String {
    let words = completion.words.compactMap(\.typed)
    switch (words.isEmpty, completion.place) {
    case (true, .file): return "_files"
    case (true, .folder): return "_files -/"
    case (true, nil): return " "
    case (false, nil): return "(\(words.map(escaped).joined(separator: " ")))"
    case (false, _):
      return "{compadd -- \(words.map(escaped).joined(separator: " ")); _files}"
    }
  }

  /// Without a meaning to `_arguments` and `_describe`.
  private func escaped(_ text: String) -> String {
    text.map { "\\[]:".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
