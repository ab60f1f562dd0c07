import NumberPools

extension SizeReport {
  /// The sizes around the answer.
  var neighboursTable: Table {
    Table(neighbours, columns.ofSizes + [.shown(.none, .mark) { mark(at: $0) }])
  }

  var neighboursSection: Section {
    Section(
      title: Title.neighbours,
      parts: [
        .table(neighboursTable), .note(SizeNote.neighbours(hasCalls: curve.calls != nil)),
      ])
  }

  private func mark(at size: Int) -> Value {
    if size == numbers { return .words(Label.answer) }
    if size == quote { return .words(Label.offer) }
    return size == curve.peak ? .words(Label.peak) : .blank
  }

  /// Credit by lag, of larger sizes too.
  var creditSections: [Section] {
    guard !curve.creditByLag.isEmpty else { return [] }
    let more = [2, 3, 5, 10].map { $0 * max(1, numbers ?? curve.peak) }
    let sizes = Set(neighbours + more.filter { $0 <= curve.largestSize }).sorted()
    let table = Table(
      sizes,
      [columns.numbers] + columns.creditShares
        + [.shown(.none, .mark) { $0 == numbers ? .words(Label.here) : .blank }])
    return [
      Section(title: Title.creditByLag, parts: [.table(table), .note(SizeNote.memory)])
    ]
  }

  /// Every size with everything that is known of it, for spreadsheets.
  ///
  /// - Complexity: O(sizes x columns).
  public var curveCSV: String { CSVText(curve.sizes, columns.ofSizes).text }
}

extension SizeReport {
  /// Pictures of coverage and of credit after a while.
  var plotSections: [Section] {
    let coverage = (0...max(1, curve.peak)).map { size in
      Double(curve.sessionsCovered(at: size)) / Double(curve.sessions)
    }
    return [
      Section(
        title: Title.coverageBySize, parts: [.plot(Plot(shares: coverage, mark: numbers))])
    ] + creditPlotSections.map(\.asDetail)
  }

  /// The lag whose credit is drawn.
  private static let drawnLag = Interval.hours(1)

  private var creditPlotSections: [Section] {
    guard let credit = curve.credit(at: Self.drawnLag) else { return [] }
    let largest = min(max(1, credit.largestSize), max(2 * curve.peak, 2 * (numbers ?? 0), 1))
    // Chances rise: those of a size that wasn't worked out are at least those of the one below.
    var shares: [Double] = []
    var known = 0.0
    let sizes = curve.sizes
    var next = sizes.startIndex
    for size in 0...largest {
      while next < sizes.endIndex, sizes[next] <= size {
        known = credit.correctShare(at: sizes[next]) ?? 0
        next += 1
      }
      shares.append(known)
    }
    return [
      Section(
        title: Title.creditBySize(lag: Self.drawnLag),
        parts: [.plot(Plot(shares: shares, mark: numbers))])
    ]
  }
}
