import NumberPools

extension CompareReport {
  /// A table for each level: what becomes of the calls under the schemes shown first.
  var levelSections: [Section] {
    Self.levels.filter { comparison.judged($0) > 0 }.map { level in
      let results = Self.schemes.map { comparison[$0] }
      let judged = comparison.judged(level)
      var columns: [Column<SchemeResult>] = [
        .shown(.none, .words) { .words(Heading.scheme($0.scheme)) },
        .shown(.numbers, .count) { .count($0.numbersUsed) },
        .shown(.right, .share) { .percentOf($0[level].right, judged) },
        .shown(.wrong, .share) { .percentOf($0[level].wrong, judged) },
        .shown(.nothingSaid, .share) { .percentOf($0[level].nothing, judged) },
      ]
      if results.contains(where: { $0[level].invented > 0 }) {
        columns.append(.shown(.invented, .count) { .count($0[level].invented) })
      }
      columns.append(.shown(.none, .words) { .name(Self.bar($0[level])) })
      return Section(
        title: ComparePhrase.titleOfLevel(level, judged: judged),
        parts: [.table(Table(results, columns))])
    }
  }

  /// Fifteen signs: right, wrong, nothing.
  private static func bar(_ tally: LevelTally) -> String {
    let length = 15
    guard tally.judged > 0 else { return "" }
    let right = (tally.right * length + tally.judged / 2) / tally.judged
    let known = ((tally.right + tally.wrong) * length + tally.judged / 2) / tally.judged
    return String(repeating: "█", count: right) + String(repeating: "▒", count: known - right)
      + String(repeating: "·", count: length - known)
  }

  /// The level whose causes are shown: campaigns, where calls have any.
  private var levelOfCauses: LabelLevel { comparison.judged(.campaign) > 0 ? .campaign : .channel }

  /// Why it isn't told rightly, in five groups.
  var causesSections: [Section] {
    let level = levelOfCauses
    let groups = SchemeCause.Group.allCases.filter { group in
      Self.schemes.contains { comparison[$0][level][group] > 0 }
    }
    if groups.isEmpty { return [] }
    var columns: [Column<SchemeCause.Group>] = [.shown(.none, .words) { .words($0) }]
    for scheme in Self.schemes {
      columns.append(.shown(.scheme(scheme), .count) { .count(comparison[scheme][level][$0]) })
    }
    return [
      Section(title: ComparePhrase.titleOfCauses(level), parts: [.table(Table(groups, columns))])
    ]
  }

  /// What a full report says besides.
  var detailSections: [Section] {
    var read = section.section
    read.isDetail = true
    return everyCauseSections + [
      schemesSection, reportedSection, channelsSection, examplesSection, read,
    ]
  }

  private var everyCauseSections: [Section] {
    let level = levelOfCauses
    let causes = SchemeCause.allCases.filter { cause in
      Self.schemes.contains { comparison[$0][level][cause] > 0 }
    }
    if causes.isEmpty { return [] }
    var columns: [Column<SchemeCause>] = [.shown(.cause, .words) { .words($0) }]
    for scheme in Self.schemes {
      columns.append(.shown(.scheme(scheme), .count) { .count(comparison[scheme][level][$0]) })
    }
    return [
      Section(
        title: ComparePhrase.titleOfEveryCause(level), parts: [.table(Table(causes, columns))],
        isDetail: true)
    ]
  }

  private var schemesSection: Section {
    let table = Table(
      comparison.results,
      [
        .shown(.none, .words) { .words(SchemeName(scheme: $0.scheme)) },
        .shown(.keys, .count) { $0.keys.map { .count($0) } ?? .blank },
        .shown(.needed, .count) { Value(count: $0.numbersNeeded) },
        .shown(.oneOf, .count) { Value(count: $0.oneOfN?.median) },
        .shown(.oneOfAtMost, .count) { Value(count: $0.oneOfN?.p95) },
        .shown(.campaignsWithEveryKey, .share) { result in
          result.rightWithEveryKey.map {
            .percentOf($0[LabelLevel.campaign.rawValue], comparison.judged(.campaign))
          } ?? .blank
        },
        .shown(.asGoodAsPool, .count) {
          $0.rightWithEveryKey == nil ? .blank : Value(count: $0.budgetEqualToPool)
        },
        .shown(.breakEven, .interval) { $0.breakEvenLag.map { .interval($0) } ?? .blank },
      ])
    return Section(title: ComparePhrase.titleOfSchemes, parts: [.table(table)], isDetail: true)
  }

  private var reportedSection: Section {
    let reported = Self.schemes.map { reportedChannels(comparison[$0]) }
    let channels = Channel.allCases.indices.filter { channel in
      comparison.channels[channel] > 0 || reported.contains { $0.channels[channel] > 0 }
    }
    /// Rows: the channels, then what is unknown, then what no visit caused.
    let rows: [Int] = channels + [-1, -2]
    var columns: [Column<Int>] = [
      .shown(.channel, .words) { row in
        row >= 0
          ? .name(Channel.allCases[row].rawValue)
          : .words(row == -1 ? ComparePhrase.unknownChannel : .callsWithoutVisit)
      },
      .shown(.truth, .count) { row in
        row >= 0
          ? .count(comparison.channels[row])
          : row == -1 ? .blank : .count(comparison.callsWithoutVisit)
      },
    ]
    for (scheme, counts) in zip(Self.schemes, reported) {
      columns.append(
        .shown(.scheme(scheme), .count) { row in
          row >= 0 ? .count(counts.channels[row]) : row == -1 ? .count(counts.unknown) : .blank
        })
    }
    return Section(
      title: ComparePhrase.titleOfReported, parts: [.table(Table(rows, columns))], isDetail: true)
  }

  private var channelsSection: Section {
    let table = Table(
      comparison.channelShares,
      [
        .shown(.channel, .words) { .name($0.channel.rawValue) },
        .shown(.calls, .count) { .count($0.calls) },
        .shown(.channelByStatic, .share) { .percentOf($0.channelByStatic, $0.calls) },
        .shown(.channelByPool, .share) { .percentOf($0.channelByPool, $0.calls) },
        .shown(.campaignByStatic, .share) { .percentOf($0.campaignByStatic, $0.callsWithCampaign) },
        .shown(.campaignByPool, .share) { .percentOf($0.campaignByPool, $0.callsWithCampaign) },
      ])
    return Section(title: ComparePhrase.titleOfChannels, parts: [.table(table)], isDetail: true)
  }

  /// What was spent on each campaign, and what each scheme reports of it.
  func campaignsSection(_ money: SchemeMoney) -> Section {
    var columns: [Column<Int>] = [
      .shown(.campaign, .words) { .name(money.campaigns[$0].name ?? "-") },
      .shown(.spend, .money) { Self.amount(money.campaigns[$0].spend) },
      .shown(.truth, .count) { .count(money.campaigns[$0].calls) },
    ]
    for report in money.reports {
      columns.append(.shown(.scheme(report.scheme), .count) { .count(report.calls[$0]) })
    }
    let rows = Array(money.campaigns.indices.prefix(20))
    return Section(
      title: ComparePhrase.titleOfCampaigns, parts: [.table(Table(rows, columns))], isDetail: true)
  }

  /// One call for each cause that makes the scheme of UTM tags, or the pool, fail.
  private var examplesSection: Section {
    var parts: [Part] = []
    for scheme in [Scheme.perUTM, .pool] {
      for cause in SchemeCause.allCases where cause != .oneNumberForMany && cause != .coarseKey {
        guard let call = comparison.example(of: cause, scheme) else { continue }
        parts.append(.item(example(call, scheme, cause)))
      }
    }
    return Section(title: ComparePhrase.titleOfExamples, parts: parts, isDetail: true)
  }

  private func example(_ call: Int, _ scheme: Scheme, _ cause: SchemeCause) -> ComparePhrase {
    let known = comparison.input.calls[call]
    let sessions = comparison.input.traffic.sessions
    let origin = known.session.flatMap { comparison.origin(of: $0) }
    let level: LabelLevel =
      comparison[scheme].cause(ofCall: call, .campaign) == cause ? .campaign : .channel
    return .example(
      scheme, cause, at: known.time, number: comparison.number(dialled: scheme, call),
      visit: known.session.map { sessions[Int($0.index)].start },
      origin: origin.map { sessions[Int($0.index)].start },
      truth: comparison.text(ofTruth: call, level), said: comparison.text(of: scheme, call, level))
  }
}

extension Value {
  /// A part of a whole, as it is shown in narrow tables.
  fileprivate static func percentOf(_ part: Int, _ whole: Int) -> Value {
    whole == 0 ? .unknown : .portion(part, of: whole)
  }
}
