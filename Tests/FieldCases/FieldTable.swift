import Foundation

/// Tables of six people with two page views each, all of them there at once at 10:06.
enum FieldTable {
  /// The table, with what stands for each time and each visitor.
  ///
  /// - Parameters:
  ///   - header: Its first line.
  ///   - delimiter: What separates the fields.
  ///   - at: The time of a moment, so many minutes after ten on 2 March 2026.
  ///   - visitor: The name of a person, from 1 to 6.
  static func text(
    header: String = "at,visitor_id,url", delimiter: String = ",",
    at: (Int) -> String = { time($0) }, visitor: (Int) -> String = { "visitor \($0)" }
  ) -> String {
    let rows = FieldLog.lines { person, view in
      [at(person - 1 + view * 10), visitor(person), "https://shop.example/\(view)"]
        .joined(separator: delimiter)
    }
    return header.replacing(",", with: delimiter) + "\n" + rows
  }

  /// Two digits.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A time with an offset, so many minutes after ten on 2 March 2026.
  static func time(_ minute: Int) -> String { "2026-03-02T10:\(two(minute)):00+03:00" }

  /// GA4's events of the same page views.
  static var events: [String] {
    FieldLog.lines { person, view in
      let moment = 1_772_434_800 + (person - 1 + view * 10) * 60
      return #"{"event_timestamp":"\#(moment)000000","event_name":"page_view","#
        + #""event_params":[{"key":"page_title","value":{"string_value":"{[\"a\" }"}}],"#
        + #""user_pseudo_id":"\#(person).1772"}"#
    }.split(separator: "\n").map(String.init)
  }
}
