extension LogWarning {
  /// What a study of the traffic adds to what the log itself gives reason to doubt.
  ///
  /// - Parameter study: A study of all of the traffic.
  /// - Complexity: O(1).
  public static func warnings(about study: SizeStudy) -> [LogWarning] {
    guard study.burstSetsPeak, let window = study.busiestWindow,
      let quiet = study.withoutBusiestWindow
    else { return [] }
    return [.burst(window, peak: study.curve.peak, without: quiet)]
  }
}
