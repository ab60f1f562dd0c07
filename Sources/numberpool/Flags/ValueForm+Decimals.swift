extension ValueForm<Double> {
  /// A number with decimals.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for it in help.
  ///   - range: What is allowed.
  static func decimal(_ placeholder: String, _ range: ClosedRange<Double>) -> ValueForm {
    ValueForm(
      placeholder: placeholder,
      read: { (text, flag) throws(UsageError) in
        guard let number = plain(text), range.contains(number) else {
          throw UsageError(
            message: "'\(text)' is no number for \(flag).",
            hint: "Write a number from \(written(range.lowerBound)) to"
              + " \(written(range.upperBound)), such as 2.8.")
        }
        return number
      },
      write: { written($0) })
  }

  /// A share as `10%`, or as 0.1.
  static let share = ValueForm(
    placeholder: "SHARE",
    read: { (text, flag) throws(UsageError) in
      let number = text.hasSuffix("%") ? plain(text.dropLast()).map { $0 / 100 } : plain(text)
      guard let number, (0...1).contains(number) else {
        throw UsageError(
          message: "'\(text)' is no share for \(flag).", hint: "Write it such as 10% or 0.1.")
      }
      return number
    },
    write: { "\(written($0 * 100))%" })

  private static func plain(_ text: some StringProtocol) -> Double? {
    let isPlain = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E } && text.utf8.count <= 20
    return isPlain ? Double(text) : nil
  }

  private static func written(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\((number * 1000).rounded() / 1000)"
  }
}
