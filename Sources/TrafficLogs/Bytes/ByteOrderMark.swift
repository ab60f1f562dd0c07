/// What may stand before a text in UTF-8, and is no part of it.
enum ByteOrderMark {
  /// Its character.
  static let character: Character = "\u{FEFF}"
  /// Its bytes.
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many bytes all marks take that a text begins with.
  static func length(in text: ArraySlice<UInt8>) -> Int {
    var length = 0
    while text.dropFirst(length).starts(with: bytes) { length += bytes.count }
    return length
  }

  /// Whether one stands at a place of a line.
  static func isAt(_ place: Int, of line: Span<UInt8>) -> Bool {
    line.count - place >= 3 && line[place] == 0xEF && line[place + 1] == 0xBB
      && line[place + 2] == 0xBF
  }
}
