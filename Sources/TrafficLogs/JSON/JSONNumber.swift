/// A number in a JSON document, by position.
package struct JSONNumber {
  /// From its sign to its last digit.
  var range: Range<Int>
  /// Whether it is written without a decimal point and an exponent.
  var isWhole: Bool

  /// Its value, exactly; `nil` for one with a fraction or an exponent, or past 64 bits.
  func int64(in bytes: Span<UInt8>) -> Int64? {
    isWhole ? Self.int64(bytes, range) : nil
  }

  /// Its value, exactly; `nil` for one with a fraction or an exponent, a negative one, or one past
  /// 64 bits.
  func uint64(in bytes: Span<UInt8>) -> UInt64? {
    isWhole ? Self.magnitude(bytes, range) : nil
  }

  /// The nearest floating-point value.
  func double(in bytes: Span<UInt8>) -> Double? {
    bytes.extracting(range).withUnsafeBufferPointer {
      Double(String(decoding: $0, as: UTF8.self))
    }
  }

  /// The value of digits with or without a sign before them; `nil` for anything else.
  package static func int64(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "-") else {
      return magnitude(bytes, range).flatMap { Int64(exactly: $0) }
    }
    guard let magnitude = magnitude(bytes, range.dropFirst()) else { return nil }
    return magnitude == 1 << 63 ? Int64.min : Int64(exactly: magnitude).map { -$0 }
  }

  private static func magnitude(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    guard !range.isEmpty else { return nil }
    var value: UInt64 = 0
    for index in range {
      guard 0x30...0x39 ~= bytes[index] else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(bytes[index] - 0x30))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }
}
