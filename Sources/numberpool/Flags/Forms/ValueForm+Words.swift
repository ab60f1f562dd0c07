extension ValueForm {
  /// One of a few words, each with what it means.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for it in help.
  ///   - choices: The words, in the order of help.
  static func words(
    _ placeholder: String, _ choices: [(word: String, value: Value, meaning: String)]
  ) -> Self where Value: Equatable {
    Self(
      placeholder: placeholder,
      completion: Completion(words: choices.map { .init($0.word, meaning: $0.meaning) }),
      read: { (text, flag) throws(UsageError) in
        guard let choice = choices.first(where: { $0.word == text }) else {
          let known = choices.map(\.word).joined(separator: ", ")
          throw UsageError(
            message: "'\(text)' is no value of \(flag).", hint: "Choose one of: \(known).")
        }
        return choice.value
      },
      write: { value in choices.first { $0.value == value }?.word })
  }

  /// One of the values of a type that names them itself.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for it in help.
  ///   - meaning: What each means, in a few words; empty where its name says it all.
  static func words(
    _ placeholder: String, meaning: (Value) -> String = { _ in "" }
  ) -> Self where Value: RawRepresentable<String> & CaseIterable & Equatable {
    words(placeholder, Value.allCases.map { ($0.rawValue, $0, meaning($0)) })
  }
}
