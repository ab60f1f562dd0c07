import NumberPools

extension BenchmarkCase {
  /// The same sessions and calls under every scheme.
  static let schemes: [BenchmarkCase] = [
    compare("schemes/1e6", pageViews: 1_000_000, perSession: 1),
    compare("schemes-3/1e6", pageViews: 3_000_000, perSession: 3),
  ]

  private static func compare(_ name: String, pageViews: Int, perSession: Int) -> BenchmarkCase {
    BenchmarkCase(name: name) { scale in
      let visits = RandomVisits(pageViews: scale.count(pageViews), perSession: perSession)
      var input = comparedTraffic(Sessionizer().traffic(from: visits.log))
      input.calls = visits.calls.map { ComparedCall(at: $0.time, session: $0.session) }
      let question = SchemeQuestion(numbers: 120)
      return Work(input.traffic.sessions.count, "session") { [input] in
        SchemeComparison(question, of: input)
      } checksum: { comparison in
        var checksum = Checksum()
        for result in comparison.results {
          for level in LabelLevel.allCases {
            checksum.add(result[level].right)
            for cause in SchemeCause.allCases { checksum.add(result[level][cause]) }
          }
          checksum.add(result.oneOfN?.median ?? 0)
          checksum.add(result.breakEvenLag?.milliseconds ?? -1)
        }
        return checksum
      }
    }
  }

  /// Four sessions in ten with one of 1,200 tuples of tags, two with a click id, two by a search.
  private static func comparedTraffic(_ traffic: Traffic) -> ComparedTraffic {
    var random = SplitMix64(seed: 7)
    var book = TouchBook()
    let visible = traffic.sessions.indices.map { session -> TouchNumber in
      switch random.next(below: 10) {
      case 0..<4:
        book.tagged(
          source: "google", medium: "cpc", campaign: "campaign-\(random.next(below: 40))",
          term: "term-\(random.next(below: 30))")
      case 4, 5: book.clicked(Touch.ClickID(parameter: "gclid", value: "click-\(session)"))
      case 6, 7: book.referred(source: "google", medium: "organic")
      default: .direct
      }
    }
    return ComparedTraffic(traffic: traffic, book: book, visible: visible)
  }
}
