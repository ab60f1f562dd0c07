extension ValueForm<Int> {
  /// A whole number up to a million.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for it in help.
  ///   - least: The smallest that is allowed.
  static func count(_ placeholder: String, atLeast least: Int) -> ValueForm {
    let counts = least...1_000_000
    return ValueForm(
      placeholder: placeholder,
      read: { (text, flag) throws(UsageError) in
        guard let count = Int(text), counts.contains(count) else {
          throw UsageError(
            message: "'\(text)' is no number for \(flag).",
            hint: "Write a whole number from \(counts.lowerBound) to \(counts.upperBound).")
        }
        return count
      },
      write: { "\($0)" })
  }

  /// An amount of money, in hundredths.
  static let amount = ValueForm(
    placeholder: "AMOUNT",
    read: { (text, flag) throws(UsageError) in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isPlain = parts.allSatisfy { part in
        !part.isEmpty && part.count <= 9 && part.allSatisfy { ("0"..."9").contains($0) }
      }
      let decimals = parts.count == 2 ? parts[1] : "00"
      guard isPlain, (1...2).contains(parts.count), decimals.count <= 2,
        let whole = Int(parts[0]),
        let hundredths = Int(decimals + String(repeating: "0", count: 2 - decimals.count))
      else {
        throw UsageError(
          message: "'\(text)' is no amount for \(flag).", hint: "Write it such as 3 or 0.50.")
      }
      return whole * 100 + hundredths
    })
}
