import NumberPools
import TrafficLogs

/// What stands for personal data: the same for the same, different for the different.
struct Pseudonyms: Sendable {
  let texts: SipHash
  let moreTexts: SipHash
  let addresses: AddressPermutation
  private let numbers: DigitPermutation
  /// How far dates move: whole weeks, so that weekdays and times of day stay; into the future, so
  /// that none comes before 1970.
  let shift: Interval

  init(_ key: AnonymizationKey) {
    let root = SipHash(key.first, key.second)
    // Each purpose has a key of its own, so that nothing can be learned from one about another.
    func derived(_ purpose: UInt64) -> SipHash {
      SipHash(root.hash(purpose * 2), root.hash(purpose * 2 + 1))
    }
    texts = derived(1)
    moreTexts = derived(2)
    addresses = AddressPermutation(derived(3))
    shift = .days(7 * Int64(52 + derived(4).hash(0) % 208))
    numbers = DigitPermutation(derived(5))
  }

  /// Adds what stands for a text; nothing for an empty one.
  func append(text: Span<UInt8>, to output: inout [UInt8]) {
    if text.isEmpty { return }
    let hash = texts.hash(text)
    for place in (0..<PseudonymText.length).reversed() {
      output.append(PseudonymText.letters[Int(hash >> UInt64(4 * place) & 15)])
    }
  }

  /// Adds the name of someone or of something of theirs, or what stands there instead: readers look
  /// for names that a spreadsheet program has damaged, and are to find them in a copy too.
  func append(name: Span<UInt8>, to output: inout [UInt8]) {
    // Metrica writes 0 for nobody.
    if name.count == 1, name[0] == 0x30 { return output.append(0x30) }
    switch IdentifierShape(name, name.indices) {
    case .damaged: output.append(contentsOf: "1.77E+18".utf8)
    case .missing: output.append(name, name.indices)
    case .wholeNumber(let number): append(text: name.extracting(number), to: &output)
    case .longNumber(let zeros, let digits)
    where name[0] != 0x30 && digits - zeros <= DigitPermutation.mostDigits:
      numbers.append(name.extracting(0..<(digits - zeros)), to: &output)
      output.append(contentsOf: repeatElement(0x30, count: zeros))
    case .sound, .longNumber: append(text: name, to: &output)
    }
  }

  /// Adds a text with pseudonyms in place of the personal data in it.
  func append(
    clean bytes: Span<UInt8>, _ range: Range<Int>, _ place: PersonalData.Place = .text,
    to output: inout [UInt8]
  ) {
    var start = range.lowerBound
    for found in PersonalData.ranges(in: bytes, range, place) {
      output.append(bytes, start..<found.lowerBound)
      append(text: bytes.extracting(found), to: &output)
      start = found.upperBound
    }
    output.append(bytes, start..<range.upperBound)
  }
}
