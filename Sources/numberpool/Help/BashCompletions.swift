/// A script that completes command lines in bash, from 3.2 on.
struct BashCompletions {
  private let catalog: CommandCatalog

  init(of catalog: CommandCatalog) {
    self.catalog = catalog
  }

  /// The script.
  ///
  /// Where it offers nothing bash itself offers files; where nothing can be offered it is told not
  /// to, if it is new enough to be told.
  var script: String {
    let first = catalog.firstWords.map(\.text) + ["--help", "--version"]
    return """
      # Completions of numberpool for bash: source <(numberpool completions bash)
      _numberpool() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} name index
        local IFS=$' \\t\\n'
        COMPREPLY=()
        # Bash cuts --flag=value at the sign, unless it is as old as 3.2.
        if [[ $word == "=" ]]; then
          word=
        elif [[ $before == "=" ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        elif [[ $word == --*=* ]]; then
          before=${word%%=*} word=${word#*=}
        fi
        if ((COMP_CWORD == 1)); then
          COMPREPLY=($(compgen -W "\(first.joined(separator: " "))" -- "$word"))
          return
        fi
        for ((index = 1; index < COMP_CWORD; index++)); do
          if [[ ${COMP_WORDS[index]} == "--" ]]; then return; fi
        done
        name=${COMP_WORDS[1]}
        case $name in
      \(secondWords)
        esac
        case $name in
      \(catalog.commands.map(part).joined(separator: "\n"))
        esac
      }
      complete -o default -F _numberpool numberpool

      """
  }

  /// Commands of two words.
  private var secondWords: String {
    let lines = catalog.firstWords.compactMap { first -> String? in
      let second = catalog.commands(beginning: first.text).compactMap { $0.words.dropFirst().first }
      guard !second.isEmpty else { return nil }
      return """
            \(first.text))
              if ((COMP_CWORD == 2)); then
                COMPREPLY=($(compgen -W "\(second.joined(separator: " "))" -- "$word"))
                return
              fi
              name="$name ${COMP_WORDS[2]}"
              ;;
        """
    }
    return (lines + ["    -*) return ;;"]).joined(separator: "\n")
  }

  /// The part of a command.
  private func part(of command: any Command.Type) -> String {
    let flags = command.spellings.flatMap(\.flags)
    let values = flags.filter { $0.placeholder != nil }.map { flag in
      "        \(flag.name)) \(action(flag.completion)) return ;;"
    }
    return """
          "\(command.name)")
            case $before in
      \((values + ["        *) ;;"]).joined(separator: "\n"))
            esac
            if [[ $word == -* ]]; then
              COMPREPLY=($(compgen -W "\(flags.map(\.name).joined(separator: " "))" -- "$word"))
              return
            fi
            \(action(command.operands))
            ;;
      """
  }

  private func action(_ completion: Completion) -> String {
    let words = completion.words.compactMap(\.typed)
    if !words.isEmpty {
      let list = "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"));"
      // What goes on behind a sign is typed without a space.
      let hasSign = words.contains { $0.hasSuffix("=") }
      return hasSign ? list + " [[ $COMPREPLY == *= ]] && compopt -o nospace 2>/dev/null;" : list
    }
    switch completion.place {
    case .file: return ":;"
    case .folder: return "compopt -o dirnames +o default 2>/dev/null;"
    case nil: return "compopt +o default 2>/dev/null;"
    }
  }
}
