import NumberPools

/// A figure or a name together with its quantity, before anything is decided of how it is written.
enum Value: Sendable {
  /// Nothing belongs here.
  case blank
  /// A figure belongs here that isn't known, or isn't defined.
  case unknown
  /// So many.
  case count(Int)
  /// The place in a row, from 1, or an hour of the day: it is never added up.
  case ordinal(Int)
  /// A count that is an expectation or a mean.
  case mean(Double)
  /// A part of a whole of which a target may speak: it is never shown as more than it is.
  case share(Double, of: Int)
  /// A part of a whole, to the nearest hundredth of a percent.
  case portion(Int, of: Int)
  /// A part of a whole in whole percents, for cells that are narrow.
  case percents(Int, of: Int)
  /// Hundredths of the currency's unit.
  case money(Int)
  /// A moment.
  case time(Timestamp)
  /// A length of time.
  case interval(Interval)
  /// Yes or no.
  case flag(Bool)
  /// A name from the input, or one that programs know.
  case name(String)
  /// Words that depend on the language.
  indirect case words(any Phrase)
}

extension Value {
  /// A count, or that it isn't known.
  init(count: Int?) { self = count.map(Value.count) ?? .unknown }

  /// A mean, or that it isn't known.
  init(mean: Double?) { self = mean.map(Value.mean) ?? .unknown }

  /// A share, or that it isn't known.
  init(share part: Double?, of whole: Int) {
    self = part.map { .share($0, of: whole) } ?? .unknown
  }

  /// An amount, or that there is none.
  init(money: Int?) { self = money.map(Value.money) ?? .unknown }

  /// A moment, or that there is none.
  init(time: Timestamp?) { self = time.map(Value.time) ?? .unknown }

  /// A name, or that there is none.
  init(name: String?) { self = name.map(Value.name) ?? .unknown }
}

/// What a column measures. It decides the side to which its cells are set, and how pictures and
/// pages treat it.
enum Quantity: Sendable {
  /// Counts, of which expectations are one kind.
  case count
  /// Parts of a whole.
  case share
  /// Amounts of money.
  case money
  /// Moments.
  case time
  /// Lengths of time.
  case interval
  /// Names and sentences.
  case words
  /// A sign that points at a row; it stays beside it where a table is cut.
  case mark

  /// Whether cells begin at the left, as words do, rather than end at the right.
  var isSetLeft: Bool {
    switch self {
    case .count, .share, .money: false
    case .time, .interval, .words, .mark: true
    }
  }

  /// How many characters of a cell are left at least where there is no room; `nil` of figures,
  /// which are never cut.
  var fewestCharacters: Int? {
    switch self {
    case .count, .share, .money: nil
    case .words, .mark: 8
    case .interval: 10
    // The date and most of the time.
    case .time: 17
    }
  }
}
