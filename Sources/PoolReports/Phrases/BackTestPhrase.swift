import NumberPools

/// What is said of forecasts that were tried on the log itself.
enum BackTestPhrase: Sendable {
  /// In how many pairs of parts the forecast was enough.
  case verdict(met: Int, of: Int, length: TrafficPart.Length, confidence: Double)
  /// No two parts follow each other, or nothing can be foretold from any.
  case nothing(parts: TrafficPart.Length, pairs: Int)
  /// A handful of pairs says little.
  case fewPairs
  /// What the columns mean.
  case columns
  /// A way to buy, as the name of a row.
  case way(BackTest.Way)
}
