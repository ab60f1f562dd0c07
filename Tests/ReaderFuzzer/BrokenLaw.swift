/// A law that reading must keep, whatever the bytes, and that it broke.
struct BrokenLaw: Error, CustomStringConvertible {
  let description: String
}

/// Makes sure of a law.
func law(_ sentence: @autoclosure () -> String, _ holds: Bool) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(description: "Broken: " + sentence()) }
}
