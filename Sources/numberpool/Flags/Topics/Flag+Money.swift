extension FlagGroup {
  /// What numbers cost, and what calls are worth.
  static let money = FlagGroup("Money") {
    Flag.pricePerNumber
    Flag.valuePerCall
    Flag.blockSize
  }
}

extension Flag where Value == Int? {
  static var pricePerNumber: Self {
    Flag("--price-per-number", .amount, help: "rent of one number a month")
  }

  static var valuePerCall: Self {
    Flag("--value-per-call", .amount, help: "what a call credited rightly is worth")
  }
}

extension Flag where Value == Int {
  static var blockSize: Self {
    Flag(
      "--block-size", .count("NUMBERS", atLeast: 1), default: 1,
      help: "numbers are rented in blocks of so many")
  }
}
