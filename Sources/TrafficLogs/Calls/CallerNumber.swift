/// What a caller's number tells of who called.
package enum CallerNumber {
  /// Whether it is an extension of the telephone system itself: calls from one weren't made by
  /// visitors.
  package static func isExtension(_ text: String) -> Bool {
    (2...4).contains(text.utf8.count) && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether two calls with this number were made from the same telephone. `anonymous` is written
  /// of many, and a spreadsheet's `1,20256E+10` of ten thousand numbers.
  package static func namesSomebody(_ text: String) -> Bool {
    let digits = text.utf8.count { 0x30...0x39 ~= $0 }
    if PseudonymText.isOne(text.utf8) { return true }
    return digits >= 5 && !text.lowercased().holds("e+")
      && !withheld.contains(text.filter { "0"..."9" ~= $0 })
  }

  /// What telephone networks send for a number that is withheld: `anonymous`, `blocked`,
  /// `restricted`, `unknown` and `unavailable` on the keys of a telephone.
  private static let withheld: Set<String> = [
    "266696687", "2562533", "7378742833", "8656696", "86282452253",
  ]
}
