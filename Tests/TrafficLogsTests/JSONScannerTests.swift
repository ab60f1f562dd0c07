import Foundation
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading JSON")
struct JSONScannerTests {
  private func problem(_ text: String) -> JSONScanner.Problem? { problem(Array(text.utf8)) }

  /// Why bytes aren't one JSON value, by skipping it.
  private func problem(_ bytes: [UInt8]) -> JSONScanner.Problem? {
    do throws(JSONScanner.Problem) {
      var scanner = JSONScanner()
      try scanner.skipValue(bytes.span)
      try scanner.finish(bytes.span)
      return nil
    } catch {
      return error
    }
  }

  private func string(_ text: String) throws -> String {
    let bytes = Array(text.utf8)
    var scanner = JSONScanner()
    return try scanner.string(bytes.span).text(in: bytes.span)
  }

  private func number(_ text: String) throws -> (Int64?, UInt64?, Double?) {
    let bytes = Array(text.utf8)
    var scanner = JSONScanner()
    let number = try scanner.number(bytes.span)
    return (
      number.int64(in: bytes.span), number.uint64(in: bytes.span), number.double(in: bytes.span)
    )
  }

  @Test(
    "Valid documents are let through",
    arguments: [
      "{}", "[]", " [ 1 , -0.5e+10 , 0 ] ", #"{"a":{"b":[{}]},"c":null}"#, "true", "\"\"",
      #""\u00e9\n\/\"\\""#, "[[],{}]", "\t1\r\n",
      String(repeating: "[", count: 64)
        + String(repeating: "]", count: 64),
    ])
  func valid(text: String) {
    #expect(problem(text) == nil)
  }

  @Test(
    "Each error names its place and one reason",
    arguments: [
      ("", 0, .cutShort), ("[1", 2, .cutShort), ("[1,]", 3, .noValue), ("{\"a\":1,}", 7, .noKey),
      ("{1:2}", 1, .noKey), ("{\"a\" 1}", 5, .noColon), ("[1 2]", 3, .noComma),
      ("nul", 0, .badLiteral), ("trux", 0, .badLiteral), ("01", 2, .badNumber),
      ("-", 1, .cutShort), ("1.x", 2, .badNumber), ("1e+", 3, .cutShort), (#""\x""#, 2, .badEscape),
      (#""\u00g0""#, 5, .badEscape), ("\"a\nb\"", 2, .controlCharacter), ("\"abc", 4, .cutShort),
      ("{} {}", 3, .trailing), ("[}", 1, .noValue), (".5", 0, .noValue),
    ] as [(String, Int, JSONScanner.Reason)])
  func invalid(text: String, offset: Int, reason: JSONScanner.Reason) {
    #expect(problem(text) == JSONScanner.Problem(offset: offset, reason: reason))
  }

  @Test("Nesting is bounded")
  func depth() {
    #expect(problem(String(repeating: "[", count: 65))?.reason == .tooDeep)
    #expect(problem(String(repeating: "{\"a\":", count: 100_000))?.reason == .tooDeep)
  }

  @Test("Escapes become text, pairs of surrogates one character")
  func escapes() throws {
    #expect(try string(#""a\"\\\/\b\f\n\r\tz""#) == "a\"\\/\u{8}\u{c}\n\r\tz")
    #expect(try string(#""\u0041\u00e9\u20AC\ud83d\ude00!""#) == "Aé€😀!")
    #expect(try string(#""\ud83d \ude00\ud83d""#) == "\u{FFFD} \u{FFFD}\u{FFFD}")
    #expect(try string("\"naïve — 😀\"") == "naïve — 😀")
  }

  @Test("A key with escapes equals its word")
  func escapedKey() throws {
    let bytes = Array(#"{"\u0061b":1}"#.utf8)
    var scanner = JSONScanner()
    try scanner.openObject(bytes.span)
    #expect(try scanner.nextKey(bytes.span)?.equals("ab", in: bytes.span) == true)
  }

  @Test("Numbers of 64 bits stay exact")
  func numbers() throws {
    #expect(try number("9007199254740993").0 == 9_007_199_254_740_993)
    #expect(try number("-9223372036854775808").0 == Int64.min)
    #expect(try number("9223372036854775808").0 == nil)
    #expect(try number("18446744073709551615").1 == UInt64.max)
    #expect(try number("18446744073709551616").1 == nil)
    #expect(try number("1.5").0 == nil)
    #expect(try number("-12.5e1").2 == -125)
  }

  @Test("Documents cut and mutated are judged as Foundation judges them", arguments: UInt64(0)..<20)
  func hostile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var bytes = Array(document(&random, depth: 0).utf8)
      #expect(problem(bytes) == nil)
      for _ in 0..<random.next(below: 3) where !bytes.isEmpty {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Self.pieces[random.next(below: Self.pieces.count)], at: place)
        default: bytes[place] = Self.pieces[random.next(below: Self.pieces.count)]
        }
      }
      // Foundation also refuses a number too great for a Double.
      if String(decoding: bytes, as: UTF8.self).contains(/[eE][+]?[0-9]{3}/) { continue }
      let isValid =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      #expect(
        (problem(bytes) == nil) == isValid, "\(String(decoding: bytes, as: UTF8.self))")
      if let problem = problem(bytes) { #expect((0...bytes.count).contains(problem.offset)) }
    }
  }

  @Test("Any bytes are read to an end", arguments: UInt64(0)..<10)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<random.next(below: 40)).map { _ in
        random.next(below: 4) == 0
          ? UInt8(truncatingIfNeeded: random.next())
          : Self.pieces[random.next(below: Self.pieces.count)]
      }
      if let problem = problem(bytes) { #expect((0...bytes.count).contains(problem.offset)) }
      _ = try? GA4Event(bytes.span)
    }
  }

  private static let pieces = Array("{}[]\",:\\ 0123-+.eEtrufalsnb/\n\t".utf8)

  /// A random document.
  private func document(_ random: inout SplitMix64, depth: Int) -> String {
    let space = random.next(below: 4) == 0 ? " " : ""
    switch random.next(below: depth > 3 ? 4 : 6) {
    case 0: return space + ["true", "false", "null"][random.next(below: 3)]
    case 1:
      return ["0", "-1", "12.25", "1e3", "987654321", "0.5E-2"][random.next(below: 6)] + space
    case 2, 3: return key(&random) + space
    case 4:
      let items = (0..<random.next(below: 4)).map { _ in document(&random, depth: depth + 1) }
      return "[" + items.joined(separator: "," + space) + space + "]"
    default:
      let items = (0..<random.next(below: 4)).map { _ in
        key(&random) + ":" + document(&random, depth: depth + 1)
      }
      return "{" + space + items.joined(separator: ",") + "}"
    }
  }

  private func key(_ random: inout SplitMix64) -> String {
    let parts = ["", "a", "key", #"\n"#, #"\u00e9"#, "longer than eight bytes", #"\""#, "[", "}"]
    return "\""
      + (0..<random.next(below: 4)).map { _ in parts[random.next(below: parts.count)] }
      .joined() + "\""
  }
}
