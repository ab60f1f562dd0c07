/// A JSON value whose objects keep the order in which they were written.
///
/// The toolchain's encoder orders keys by hash or by alphabet and takes half a minute for the
/// columns of a long curve; this takes less than a second, and a report reads from the top down.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A value, or null.
  init(_ value: Int?) { self = value.map(JSONValue.integer) ?? .null }

  /// A value, or null. Whole numbers are written without a fraction.
  init(_ value: Double?) {
    guard let value, value.isFinite else {
      self = .null
      return
    }
    let isWhole = value == value.rounded() && abs(value) < 0x1p53
    self = isWhole ? .integer(Int(value)) : .number(value)
  }

  /// A value, or null.
  init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
  /// The object with a member more.
  mutating func append(_ key: String, _ value: JSONValue) {
    guard case .object(var members) = self else {
      preconditionFailure("Only an object has members")
    }
    self = .null
    members.append((key, value))
    self = .object(members)
  }

  /// The value as text on one line, with a line end.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): Self.write(value, to: &bytes)
    case .number(let value): bytes += "\(value)".utf8
    case .string(let value): Self.write(value, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ value: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[start...].reverse()
  }

  private static func write(_ value: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes += #"\""#.utf8
      case "\\": bytes += #"\\"#.utf8
      case "\n": bytes += #"\n"#.utf8
      case _ where scalar.commandsTerminal:
        let digits = String(scalar.value, radix: 16)
        bytes += (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
