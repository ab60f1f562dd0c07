/// What a column of a table of calls can hold.
enum CallColumn: Int, CaseIterable {
  case time
  case id
  case caller
  case dialled
  case duration
  case answered
  case session
  case visitor
  case address
  case agent
  case parent
  case direction
}

extension CallColumn {
  /// The columns of a format; none where they are known by position. Who called may stand in any
  /// table with a header.
  static func columns(of format: FileFormat) -> [WantedColumn] {
    if format == .asterisk { return [] }
    let own: [WantedColumn] =
      switch format {
      case .twilio: twilio
      case .callrail: callRail
      default: calls
      }
    return own + truth
  }

  private static func column(
    _ column: Self, _ name: String, _ others: [String] = [], needed: Bool = false
  ) -> WantedColumn {
    WantedColumn(slot: column.rawValue, name: name, otherNames: others, isNeeded: needed)
  }

  private static let truth = [
    column(.session, "session_id"), column(.visitor, "visitor_id"), column(.address, "ip"),
    column(.agent, "user_agent"),
  ]

  private static let calls = [
    column(.time, "at", needed: true), column(.id, "call_id"), column(.caller, "caller"),
    column(.dialled, "dialled"), column(.duration, "duration_s"), column(.answered, "answered"),
  ]

  private static let twilio = [
    column(.time, "at", ["StartTime", "Date", "DateCreated"], needed: true),
    column(.id, "call_id", ["Sid", "CallSid"]), column(.caller, "caller", ["From"]),
    column(.dialled, "dialled", ["To"]),
    column(.duration, "duration_s", ["Duration", "CallDuration"]),
    column(.answered, "answered", ["Status", "CallStatus"]),
    column(.parent, "parent", ["ParentCallSid"]), column(.direction, "direction"),
  ]

  private static let callRail = [
    column(.time, "at", ["start_time"], needed: true),
    column(.id, "call_id", ["id", "resource_id"]),
    column(
      .caller, "caller",
      ["customer_phone_number", "callernum", "Caller Number", "Phone Number", "Customer Number"]),
    column(.dialled, "dialled", ["tracking_phone_number", "trackingnum", "Tracking Number"]),
    column(.duration, "duration_s", ["duration", "Duration (seconds)"]),
    column(.answered, "answered", ["Call Status"]), column(.direction, "direction"),
  ]

  /// The columns of Asterisk's records by position: the older order begins with the account, the
  /// order of `cdr_custom` with the caller's name.
  ///
  /// - Parameter row: The first row.
  static func asteriskPositions(_ row: Span<UInt8>) -> [Int8] {
    let cells = DelimitedHeader.cells(of: row, delimiter: UInt8(ascii: ","))
    // The start comes first of the three times and is always there.
    let isCustom = cells.firstIndex(where: isTime) == 8
    let slots: [Int: CallColumn] =
      isCustom
      ? [1: .caller, 2: .dialled, 8: .time, 11: .duration, 13: .answered, 16: .id]
      : [1: .caller, 2: .dialled, 9: .time, 12: .duration, 14: .answered, 16: .id]
    return (0..<cells.count).map { Int8(slots[$0]?.rawValue ?? -1) }
  }

  /// Whether a text is like `2026-03-02 10:15:30`.
  static func isTime(_ text: String) -> Bool {
    let pattern = "dddd-dd-dd dd:dd:dd"
    return text.count == pattern.count
      && zip(text, pattern).allSatisfy { $1 == "d" ? "0"..."9" ~= $0 : $0 == $1 }
  }
}
