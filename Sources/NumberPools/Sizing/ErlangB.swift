/// The share of requests refused by so many servers under an offered load, in stationary Poisson
/// traffic: Erlang's loss formula. It depends on the holds by their mean only.
public enum ErlangB {
  /// The refused share.
  ///
  /// Source: the recursion 1/E(0) = 1, 1/E(n) = 1 + (n/A) / E(n-1), A. K. Erlang 1917.
  ///
  /// - Parameters:
  ///   - numbers: Servers, from 0.
  ///   - load: Offered load A in erlangs: arrival rate times mean hold; above 0.
  /// - Complexity: O(numbers).
  public static func refusedShare(numbers: Int, load: Double) -> Double {
    var share = 1.0
    for number in 1...max(numbers, 1) where numbers > 0 {
      share = load * share / (Double(number) + load * share)
    }
    return share
  }

  /// The fewest numbers that refuse no more than a share.
  ///
  /// - Parameters:
  ///   - load: Offered load in erlangs.
  ///   - share: Above 0.
  /// - Complexity: O(answer).
  public static func numbers(load: Double, refusingAtMost share: Double) -> Int {
    guard load > 0 else { return 0 }
    precondition(share > 0, "No number of servers refuses nobody in Poisson traffic")
    var refused = 1.0
    var numbers = 0
    while refused > share {
      numbers += 1
      refused = load * refused / (Double(numbers) + load * refused)
    }
    return numbers
  }
}
