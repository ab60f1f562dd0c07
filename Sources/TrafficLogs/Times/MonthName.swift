/// The names of the months in logs.
enum MonthName {
  /// From January on.
  static let all = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The month that three letters name, in whatever case; `nil` where they name none.
  ///
  /// - Parameter start: Where the letters are; the text goes on to their end at least.
  /// - Returns: 1 for January.
  static func month(_ text: Span<UInt8>, at start: Int) -> Int? {
    let letters =
      UInt32(text[start] | 0x20) << 16 | UInt32(text[start + 1] | 0x20) << 8
      | UInt32(text[start + 2] | 0x20)
    switch letters {
    case 0x6A_616E: return 1
    case 0x66_6562: return 2
    case 0x6D_6172: return 3
    case 0x61_7072: return 4
    case 0x6D_6179: return 5
    case 0x6A_756E: return 6
    case 0x6A_756C: return 7
    case 0x61_7567: return 8
    case 0x73_6570: return 9
    case 0x6F_6374: return 10
    case 0x6E_6F76: return 11
    case 0x64_6563: return 12
    default: return nil
    }
  }
}
