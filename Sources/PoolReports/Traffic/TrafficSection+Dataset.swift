import NumberPools

extension TrafficSection {
  /// What every report says of a dataset.
  ///
  /// - Parameters:
  ///   - dataset: What was read.
  ///   - warnings: What studying it adds to the reasons to read the answer with care.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  init(of dataset: Dataset, warnings: [LogWarning] = [], showsPersonalData: Bool) {
    let origin = dataset.origin
    self.init(
      summary: origin.summary, pageViewsRead: origin.pageViewsRead, traffic: dataset.traffic,
      profile: TrafficProfile(of: dataset), ineligibleSessions: origin.ineligibleSessions,
      warnings: origin.warnings + warnings, showsPersonalData: showsPersonalData,
      namesSessions: origin.namesSessions)
    evidence = origin.evidence
    eligibility = origin.eligibility
  }
}

extension CallsSection {
  /// What reports say of where calls came from.
  init(of origin: CallOrigin, showsPersonalData: Bool) {
    self.init(
      summary: origin.summary,
      excluded: CallExclusion.allCases.compactMap { reason in
        origin.excluded[reason].map { (reason, $0) }
      },
      showsPersonalData: showsPersonalData)
    volume = origin.volume
  }
}
