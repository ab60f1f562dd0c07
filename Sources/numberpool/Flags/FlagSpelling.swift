import TrafficLogs

/// How a flag is spelled, and what help, completions and the man page say of it.
struct FlagSpelling: Sendable {
  /// The name with its dashes, such as `--target`.
  let name: String
  /// What stands for the value, such as `TIME`; `nil` for a switch, which has none.
  let placeholder: String?
  /// What it does: a few words, or some sentences; wrapped where they are shown.
  let help: String
  /// The value where none is given, as it would be typed; `nil` where there is none to name.
  let defaultText: String?
  /// Whether it may be given more than once.
  let repeats: Bool
  /// What a shell may complete its value with.
  let completion: Completion
  /// The formats of traffic that it means something to; `nil` for all, and where it isn't about
  /// reading traffic.
  var formats: Set<FileFormat>?
  /// What it was called before; `nil` where it never had another name.
  var formerName: String?

  /// The flag that every command has.
  static let help = FlagSpelling(
    name: "--help", placeholder: nil, help: "print this help", defaultText: nil, repeats: false,
    completion: .nothing)

  /// The name with what stands for the value.
  var head: String { name + (placeholder.map { " \($0)" } ?? "") }

  /// What it does, whether it may be repeated, and its default: a paragraph.
  var remark: String {
    help + (repeats ? "; may be repeated" : "") + (defaultText.map { " (default \($0))" } ?? "")
  }
}
