/// A law that reading must keep, whatever the bytes, and that it broke.
struct BrokenLaw: Error, CustomStringConvertible {
  let description: String
}

/// Makes sure of a law.
func law(_ sentence: @autoclosure () -> String, _ holds: Bool) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(description: "Broken: " + sentence()) }
}

/// Makes sure that an error is told in a sentence, whatever of the input it quotes: a scalar that
/// joins the full stop doesn't count.
func isSentence(_ error: String) throws(BrokenLaw) {
  try law("an error is a sentence", error.unicodeScalars.last == ".")
}

/// What an attempt fails by; `nil` where it succeeds.
func failure<Failure>(_ attempt: () throws(Failure) -> Void) -> Failure? {
  do throws(Failure) {
    try attempt()
    return nil
  } catch {
    return error
  }
}
