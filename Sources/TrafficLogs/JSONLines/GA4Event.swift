import NumberPools

/// What one line of a GA4 export says, by position.
struct GA4Event {
  /// When, to the millisecond; finer digits are cut off.
  var time = Timestamp(milliseconds: 0)
  /// The same in microseconds.
  var microseconds: Int64 = 0
  /// `event_name`.
  var name: JSONString?
  /// Whether a page was shown.
  var isPageView = false
  /// `user_pseudo_id`.
  var visitor: JSONString?
  /// `ga_session_id`: digits, or text.
  var session: JSONString?
  /// `page_location`.
  var address: JSONString?
  /// `page_referrer`.
  var referrer: JSONString?
  /// What `collected_traffic_source` says; `nil` where it says nothing.
  var source: Source?

  /// The fields of `collected_traffic_source`.
  struct Source {
    var source: JSONString?
    var medium: JSONString?
    var campaign: JSONString?
    var term: JSONString?
    var content: JSONString?
    var gclid: JSONString?
    var dclid: JSONString?

    /// All fields, in a fixed order.
    var fields: [JSONString?] { [source, medium, campaign, term, content, gclid, dclid] }

    /// Whether no field says anything.
    var isEmpty: Bool {
      source == nil && medium == nil && campaign == nil && term == nil && content == nil
        && gclid == nil && dclid == nil
    }
  }

  /// Why a line can't be understood.
  enum Problem: Error {
    case notJSON(JSONScanner.Problem)
    case tooLong
    case noTime
    case badTime

    /// The end of a sentence.
    var reason: String {
      switch self {
      case .notJSON(let problem): "\(problem.reason.rawValue), at byte \(problem.offset + 1)"
      case .tooLong: "it is longer than 1 MiB"
      case .noTime: "it has no event_timestamp"
      case .badTime: "its event_timestamp isn't a number of microseconds since 1970"
      }
    }
  }
}

extension GA4Event {
  /// Reads an object.
  ///
  /// - Complexity: O(length).
  init(_ bytes: Span<UInt8>) throws(Problem) {
    var microseconds: Range<Int>?
    do throws(JSONScanner.Problem) {
      var scanner = JSONScanner()
      try scanner.openObject(bytes)
      while let key = try scanner.nextKey(bytes) {
        // Lengths tell nearly all keys apart, so most cost one comparison.
        if key.equals("event_timestamp", in: bytes) {
          microseconds = try scanner.scalar(bytes)?.range
        } else if key.equals("event_name", in: bytes) {
          name = try scanner.scalar(bytes)
          isPageView = name?.equals("page_view", in: bytes) ?? false
        } else if key.equals("user_pseudo_id", in: bytes) {
          visitor = try scanner.scalar(bytes)
        } else if key.equals("event_params", in: bytes) {
          try readParameters(bytes, &scanner)
        } else if key.equals("collected_traffic_source", in: bytes) {
          try readSource(bytes, &scanner)
        } else {
          try scanner.skipValue(bytes)
        }
      }
      try scanner.finish(bytes)
    } catch {
      throw .notJSON(error)
    }
    guard let microseconds else { throw .noTime }
    guard let count = JSONNumber.int64(bytes, microseconds),
      let time = Timestamp(microseconds: count)
    else { throw .badTime }
    self.time = time
    self.microseconds = count
  }

  /// Reads `[{"key": "page_location", "value": {"string_value": "..."}}, ...]`.
  private mutating func readParameters(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) {
    guard try scanner.kind(bytes) == .array else { return try scanner.skipValue(bytes) }
    try scanner.openArray(bytes)
    while try scanner.nextElement(bytes) {
      guard try scanner.kind(bytes) == .object else {
        try scanner.skipValue(bytes)
        continue
      }
      var name: JSONString?
      var value: JSONString?
      try scanner.openObject(bytes)
      while let key = try scanner.nextKey(bytes) {
        if key.equals("key", in: bytes) {
          name = try scanner.scalar(bytes)
        } else if key.equals("value", in: bytes) {
          value = try Self.parameterValue(bytes, &scanner)
        } else {
          try scanner.skipValue(bytes)
        }
      }
      guard let name, let value else { continue }
      if name.equals("ga_session_id", in: bytes) {
        session = value
      } else if name.equals("page_location", in: bytes) {
        address = value
      } else if name.equals("page_referrer", in: bytes) {
        referrer = value
      }
    }
  }

  private static func parameterValue(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) -> JSONString? {
    guard try scanner.kind(bytes) == .object else {
      try scanner.skipValue(bytes)
      return nil
    }
    var found: JSONString?
    try scanner.openObject(bytes)
    while let key = try scanner.nextKey(bytes) {
      if key.equals("string_value", in: bytes) || key.equals("int_value", in: bytes) {
        let value = try scanner.scalar(bytes)
        if found == nil { found = value }
      } else {
        try scanner.skipValue(bytes)
      }
    }
    return found
  }

  private mutating func readSource(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Problem) {
    guard try scanner.kind(bytes) == .object else { return try scanner.skipValue(bytes) }
    var found = Source()
    try scanner.openObject(bytes)
    while let key = try scanner.nextKey(bytes) {
      let value = try scanner.scalar(bytes)
      if key.equals("manual_source", in: bytes) {
        found.source = value
      } else if key.equals("manual_medium", in: bytes) {
        found.medium = value
      } else if key.equals("manual_campaign_name", in: bytes) {
        found.campaign = value
      } else if key.equals("manual_term", in: bytes) {
        found.term = value
      } else if key.equals("manual_content", in: bytes) {
        found.content = value
      } else if key.equals("gclid", in: bytes) {
        found.gclid = value
      } else if key.equals("dclid", in: bytes) {
        found.dclid = value
      }
    }
    source = found.isEmpty ? nil : found
  }
}

extension Timestamp {
  /// The moment so many microseconds after the epoch, rounded toward the past; `nil` past the year
  /// 9999, where sums of times might no longer fit.
  init?(microseconds: Int64) {
    let rounded = microseconds >= 0 ? 0 : (microseconds % 1000 == 0 ? 0 : 1)
    self.init(milliseconds: microseconds / 1000 - Int64(rounded))
    guard abs(milliseconds) < 253_402_300_800_000 else { return nil }
  }
}
