/// Who called whom, as a column says it.
enum CallDirection {
  /// Somebody called the company.
  case incoming
  /// The company called somebody, or itself: no number of a pool was dialled.
  case outgoing

  /// Reads a word such as `inbound`, `Outgoing`, `outbound-api`, `missed` or `исходящий`.
  ///
  /// - Returns: `nil` for a word that says neither.
  init?(_ text: String) {
    let word = text.lowercased()
    // `internal` begins as `inbound` does.
    if Self.outgoingBeginnings.contains(where: word.hasPrefix) {
      self = .outgoing
    } else if Self.incomingBeginnings.contains(where: word.hasPrefix) {
      self = .incoming
    } else {
      return nil
    }
  }

  private static let outgoingBeginnings = [
    "out", "internal", "intern", "originat", "placed", "dialed", "dialled", "made", "callback",
    "call back", "click-to-call", "click to call", "исх", "внутр", "обратн", "sortant", "ausgehend",
    "saliente",
  ]

  private static let incomingBeginnings = [
    "in", "terminat", "receiv", "missed", "answer", "unanswer", "voicemail", "first", "вх",
    "пропущ", "принят", "entrant", "eingehend", "abandon", "trunk", "repeat",
  ]
}
