extension SchemeComparison {
  /// The first call for which a cause makes a scheme fail, at the level of campaigns if there is
  /// one, else of channels; `nil` where there is none.
  ///
  /// - Complexity: O(calls).
  public func example(of cause: SchemeCause, _ scheme: Scheme) -> Int? {
    let result = self[scheme]
    for level in [LabelLevel.campaign, .channel] {
      if let call = input.calls.indices.first(where: { result.cause(ofCall: $0, level) == cause }) {
        return call
      }
    }
    return nil
  }

  /// The number of the scheme that a caller dials, from 0; `nil` for the default number.
  ///
  /// - Complexity: O(1).
  public func number(dialled scheme: Scheme, _ call: Int) -> Int? {
    let number = self[scheme].readings[call].number
    return number < 0 ? nil : Int(number)
  }
}
