/// Which fields of a web log's lines hold what, where lines of different servers differ.
package struct WebLogLayout: Equatable, Sendable {
  /// Where the client stands among the addresses before the time.
  var client = ClientPlace.fromTime(0)
  /// How the fields behind the status are counted.
  var counting = Counting.fields
  /// Where the referrer is among them; `nil` where there is none.
  package var referrer: Int? = 1
  /// Where the browser is among them; `nil` where there is none.
  package var agent: Int? = 2
  /// Which of the fields behind the status names the client according to a proxy, by number
  /// whatever is counted; `nil` where none does.
  package var forwarded: Int?

  /// A place among the fields with addresses; a list is one field.
  enum ClientPlace: Hashable, Sendable {
    /// Counted back from the time, the nearest being 0.
    case fromTime(Int)
    /// Counted from the beginning of the line.
    case fromStart(Int)
  }

  /// How fields are counted.
  enum Counting: Hashable, Sendable {
    /// All of them; the size of the answer is 0.
    case fields
    /// Those behind the size in quotes, or with a dash for nothing.
    case texts
  }

  /// The common and the combined format.
  package static let combined = WebLogLayout()
}
