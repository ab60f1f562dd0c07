import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import PoolReports

/// What is written is read back by another's reader.
@Suite("JSON")
struct JSONValueTests {
  private func read(_ value: JSONValue) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(value.text.utf8), options: [.fragmentsAllowed])
  }

  /// Whether what was read is what was written. Fractions pass through the reader's decimals, which
  /// changes their last digits; that the text itself is exact is tested apart.
  private func isSame(_ value: JSONValue, _ read: Any?) -> Bool {
    switch value {
    case .null:
      read is NSNull
    case .bool(let value):
      (read as? NSNumber)?.boolValue == value
    case .integer(let value):
      (read as? NSNumber)?.int64Value == Int64(value)
    case .number(let value):
      (read as? NSNumber).map { abs($0.doubleValue - value) <= 1e-12 * abs(value) } == true
    case .string(let value):
      // By scalar, as equality of strings is more lenient.
      (read as? String).map { Array($0.unicodeScalars) == Array(value.unicodeScalars) } == true
    case .array(let values):
      (read as? [Any]).map { read in
        read.count == values.count && zip(values, read).allSatisfy { isSame($0, $1) }
      } == true
    case .object(let members):
      (read as? [String: Any]).map { read in
        read.count == members.count && members.allSatisfy { isSame($0.1, read[$0.0]) }
      } == true
    }
  }

  private func roundTrips(_ value: JSONValue) throws -> Bool { try isSame(value, read(value)) }

  @Test("Every control character, and what must be escaped")
  func control() throws {
    for value in UInt8(0)..<0xA1 {
      let scalar = String(Unicode.Scalar(value))
      #expect(try roundTrips(.string(scalar)))
      #expect(try roundTrips(.string("a" + scalar + "b")))
      // A control character never appears as itself, but for the end of the line.
      let written = JSONValue.string(scalar).text.utf8.dropLast()
      #expect(written.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
    #expect(
      JSONValue.string("\u{7F}\u{9B}2J\u{202E}\u{A0}").text
        == "\"\\u007f\\u009b2J\\u202e\u{A0}\"\n")
    #expect(JSONValue.string("\u{1}\u{1F}\u{0}").text == "\"\\u0001\\u001f\\u0000\"\n")
    #expect(JSONValue.string("\"\\/\n").text == "\"\\\"\\\\/\\n\"\n")
  }

  @Test(
    "Text of all kinds",
    arguments: [
      "", " ", "Zürich", "Дата визита", "e\u{301}", "\u{1F469}\u{200D}\u{1F4BB}",
      "\u{2028}\u{2029}",
      "\u{10FFFF}", "\r\n", "\"quoted\\\"", "</script>",
    ])
  func text(value: String) throws {
    #expect(try roundTrips(.string(value)))
    #expect(try roundTrips(["": [.string(value)], "k" + value: .string(value)]))
  }

  @Test(
    "Whole numbers, the largest and the smallest among them",
    arguments: [0, -1, 7, 10, 100, -1_234_567, 1 << 53, (1 << 53) + 1, Int.max, Int.min])
  func integers(value: Int) throws {
    #expect(JSONValue.integer(value).text == "\(value)\n")
    #expect(try roundTrips(.integer(value)))
  }

  @Test(
    "Fractions to the last bit",
    arguments: [
      0.1, 1 / 3.0, -2.5, 1e-7, 2.2250738585072014e-308, 1.7976931348623157e308, 1e16,
      0.99,
    ])
  func doubles(value: Double) throws {
    #expect(Double(JSONValue.number(value).text.dropLast()) == value)
    #expect(try roundTrips([.number(value)]))
  }

  @Test("What isn't a number, or isn't there, is null; whole numbers have no fraction")
  func optional() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(JSONValue(value).text == "null\n") }
    #expect(JSONValue(nil as Double?).text == "null\n")
    #expect(JSONValue(nil as Int?).text == "null\n")
    #expect(JSONValue(nil as String?).text == "null\n")
    #expect(JSONValue(3.0 as Double?).text == "3\n")
    #expect(JSONValue(-0.0 as Double?).text == "0\n")
    #expect(JSONValue(2.5 as Double?).text == "2.5\n")
  }

  @Test("Members keep their order, one line in all")
  func order() {
    var value: JSONValue = ["z": .integer(1), "a": [.bool(true), .null], "m": [:]]
    value.append("b", [])
    #expect(value.text == #"{"z":1,"a":[true,null],"m":{},"b":[]}"# + "\n")
  }

  @Test("Anything nested", arguments: UInt64(0)..<40)
  func nested(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let value = Self.random(&generator, depth: 5)
      #expect(try roundTrips(value))
      #expect(value.text.count(where: { $0 == "\n" }) == 1)
    }
  }

  private static func random(_ generator: inout SplitMix64, depth: Int) -> JSONValue {
    switch generator.next(below: depth > 0 ? 8 : 6) {
    case 0: return .null
    case 1: return .bool(generator.next(below: 2) == 0)
    case 2: return .integer(Int(truncatingIfNeeded: generator.next()) >> generator.next(below: 64))
    case 3: return JSONValue((generator.nextUnit() - 0.5) * 1e9)
    case 4: return .number(generator.nextUnit())
    case 5: return .string(randomText(&generator))
    case 6:
      return .array(
        (0..<generator.next(below: 5)).map { _ in random(&generator, depth: depth - 1) })
    default:
      // Keys that differ however strings are compared.
      return .object(
        (0..<generator.next(below: 5)).map {
          ("\($0)" + randomText(&generator), random(&generator, depth: depth - 1))
        })
    }
  }

  private static func randomText(_ generator: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    let bounds: [UInt32] = [0x20, 0x80, 0x800, 0xD800, 0x11_0000]
    for _ in 0..<generator.next(below: 12) {
      let value = UInt32(generator.next(below: Int(bounds[generator.next(below: 5)])))
      // Foundation drops a byte order mark.
      if let scalar = Unicode.Scalar(value), value != 0xFEFF { text.append(scalar) }
    }
    return String(text)
  }
}
