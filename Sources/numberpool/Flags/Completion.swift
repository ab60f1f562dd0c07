/// What a shell may complete a value with.
struct Completion: Sendable {
  /// A word that may be typed.
  struct Word: Sendable {
    let text: String
    /// What it means, in a few words; empty where the word says it all.
    let meaning: String
    /// As much of it as can be typed as it is; `nil` where the word stands for another.
    let typed: String?

    init(_ text: String, meaning: String = "") {
      self.init(text, meaning: meaning, typed: text)
    }

    init(_ text: String, meaning: String, typed: String?) {
      self.text = text
      self.meaning = meaning
      self.typed = typed
    }
  }

  /// What else than words it may be.
  enum Place: Sendable {
    case file
    case folder
  }

  /// The words that may be typed, in the order in which help lists them.
  var words: [Word] = []
  /// Whether a file or a folder may be named.
  var place: Place?

  /// Nothing: a number, a length of time, text of one's own.
  static let nothing = Completion()
  /// The name of a file.
  static let file = Completion(place: .file)
  /// The name of a folder.
  static let folder = Completion(place: .folder)

  /// Words without a meaning of their own to tell.
  static func words(_ words: some Sequence<String>) -> Completion {
    Completion(words: words.map { Word($0) })
  }
}
