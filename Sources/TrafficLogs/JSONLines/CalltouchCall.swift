/// What one object of a Calltouch journal says, by position.
struct CalltouchCall {
  /// `callId`.
  var id: JSONString?
  /// `timestamp`.
  var seconds: JSONString?
  /// `date`.
  var date: JSONString?
  /// `callerNumber`.
  var caller: JSONString?
  /// `phoneNumber`.
  var dialled: JSONString?
  /// `duration`, in seconds.
  var duration: JSONString?
  /// `sessionId`.
  var session: JSONString?
  /// `clientId`.
  var client: JSONString?
  /// `ctClientId`.
  var ownClient: JSONString?
  /// What else may tell whose the call is.
  var clues: [(name: StaticString, value: JSONString?)] = []

  /// The keys of these: analytics' names of the visitor, and the page that was called from.
  private static let clueNames: [StaticString] = [
    "yaClientId", "gaClientId", "ym_client_id", "ga_client_id", "gclid", "yclid", "gcid", "url",
  ]

  /// What else tells whose the call is: visitors first, then clicks.
  func clues(_ bytes: Span<UInt8>) -> [CallLog.Clue] {
    clues.compactMap { name, value in
      guard let text = value?.text(in: bytes) else { return nil }
      switch "\(name)" {
      case "url": return CallLog.Clue.click(ofPage: text)
      case "gclid", "yclid", "gcid": return CallLog.Clue.click(named: text)
      default: return CallLog.Clue.client(ofCookie: text)
      }
    }.sorted { $0.isVisitor && !$1.isVisitor }
  }

  /// Reads the value of a key that it knows.
  ///
  /// - Returns: Whether it knows the key; if not, nothing is read.
  mutating func readValue(
    of key: JSONString, _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) -> Bool {
    if key.equals("callId", in: bytes) {
      id = try scanner.scalar(bytes)
    } else if key.equals("timestamp", in: bytes) {
      seconds = try scanner.scalar(bytes)
    } else if key.equals("date", in: bytes) {
      date = try scanner.scalar(bytes)
    } else if key.equals("callerNumber", in: bytes) {
      caller = try scanner.scalar(bytes)
    } else if key.equals("phoneNumber", in: bytes) {
      dialled = try scanner.scalar(bytes)
    } else if key.equals("duration", in: bytes) {
      duration = try scanner.scalar(bytes)
    } else if key.equals("sessionId", in: bytes) {
      session = try scanner.scalar(bytes)
    } else if key.equals("clientId", in: bytes) {
      client = try scanner.scalar(bytes)
    } else if key.equals("ctClientId", in: bytes) {
      ownClient = try scanner.scalar(bytes)
    } else if let name = Self.clueNames.first(where: { key.equals($0, in: bytes) }) {
      clues.append((name: name, value: try scanner.scalar(bytes)))
    } else {
      return false
    }
    return true
  }
}
