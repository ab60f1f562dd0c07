/// How a pseudonym is written: 16 consonants, which make neither a number nor a word.
///
/// So nothing that looks for telephone numbers, dates or robots' names finds one in it.
package enum PseudonymText {
  /// Each stands for four bits.
  package static let letters = Array("bcdfghjkmnpqrtvz".utf8)
  /// How many make a pseudonym.
  package static let length = 16

  /// Whether a text is one.
  package static func isOne(_ text: some Collection<UInt8>) -> Bool {
    text.count == length && text.allSatisfy(letters.contains)
  }
}
