import NumberPools

/// What is taken for granted.
extension English {
  func words(_ assumption: Assumption) -> String {
    switch assumption {
    case .oneSite(let name, let others):
      "\(name) with and without www. is one site and one pool\(alsoSo(others))."
    case .oneValue(let name, let others):
      "\(name) is one pool however its capitals are written\(alsoSo(others))."
    case .signsOfLife(let kinds, let rows):
      "Rows of a kind that is no page view count as signs of life"
        + " (\(kinds.joined(separator: ", "))): \(rows)."
    case .otherTables(let lines): "\(lines) lines of other tables or notes are left out."
    case .drawnVisits(let visits, let seed, let length):
      "Simulated: \(visits) visits are known by their number only; they begin at random"
        + " moments of their stretches of time (seed \(seed)), and each"
        + " \(length > .zero ? "lasts \(self.length(length))" : "is a single page view")"
        + " (--visit-length), by a visitor of its own."
    case .totals(let rows): "\(rows) rows that sum up others are left out."
    case .subtotals(let rows):
      "\(rows) rows are left out, as each is the sum of the others of its time."
    case .timeFrom1970: "Time counts from 1970, for the table gives no date."
    case .scenario(let paths):
      "The traffic is made of a scenario"
        + (paths.isEmpty
          ? "." : ", which assumes without a source: \(paths.joined(separator: ", ")).")
    case .notSwappedLeftOut:
      "Sessions of persons who never see a substituted number are left out, and so are their calls."
    }
  }

  private func alsoSo(_ others: Int) -> String {
    others == 0 ? "" : ", and so are \(others) more"
  }

  func words(_ assumption: VisitorAssumption) -> String {
    switch assumption {
    case .addressAndBrowser:
      "A visitor is an address together with a browser. People who share both count as one,"
        + " which makes the peak come out too low; a person with several addresses or"
        + " browsers counts as several, which makes it come out too high."
    case .address:
      "A visitor is an address. People who share one count as one, which makes the peak come"
        + " out too low."
    case .evidence(let counts):
      "Only browsers run the script that asks for a number, and they fetch what pages are made of: a"
        + " visitor who never fetched a style sheet, script, image or icon, and is left out for that"
        + " (\(count(counts.sessions, .session)) of \(count(counts.visitors, .visitor))), is no"
        + " browser. Browsers that kept all of these files from before the log begins are left out"
        + " too, which makes the answer come out too low; robots that fetch them count."
    case .robotsNameThemselves:
      "Robots are known by the names that they give themselves. A script that calls itself a"
        + " browser counts as a visitor, which makes the peak come out too high."
    }
  }

  func words(_ assumption: RuleAssumption) -> String {
    switch assumption {
    case .sessionTimeout(let timeout):
      "A session ends when the next page view is more than \(length(timeout)) away."
    case .namedSessions(let silent, let naming, let timeout):
      namedSessions(silent, naming, timeout)
    case .pageStaysOpen:
      "Between the page views of a session the page stays open and keeps its number"
        + " (--presence tab-open). If only page views count, see the table of timeouts."
    case .onlyPageViews(let lost):
      "Only page views keep a number (--presence views):"
        + " \(count(lost, .pageView)) found it lost mid-visit. If"
        + " the page stays open in between, see the table of timeouts."
    case .lastPage(let time, let answer, let withMore):
      lastPage(time, answer, withMore)
    case .request(.everyPageView):
      "A visitor who is refused asks again at every page view."
    case .request(.firstPageView): "Only the first page view of a hold asks for a number."
    case .allocations(let allocations): words(allocations)
    case .chances(let size):
      "More numbers raise the chances of a random one forever. They are worked out for up to"
        + " \(count(size, .number)), and nothing is said of the credit of larger"
        + " pools."
    case .creditByLag:
      "Credit by lag assumes nothing of when people call: it gives every session one call at"
        + " each lag after its last page view, and says how many would be credited rightly."
    case .draw(let seed):
      "Which free number is lent is one draw of many (--allocation random --seed \(seed)): another"
        + " seed credits other calls. What is to be expected is in the report of numberpool size."
    case .zone: "All times are \(zone)."
    }
  }

  private func namedSessions(
    _ silent: SilentSessions, _ naming: SessionNaming?, _ timeout: Interval
  ) -> String {
    var sentence = "Sessions are taken as the input names them"
    if silent.sessions > 0 {
      sentence +=
        "; \(count(silent.sessions)) of \(count(silent.all)) go on after more than"
        + " \(length(timeout)) without a sign of life, and give their numbers back in between"
    }
    if let naming, naming.shared > 0 {
      sentence +=
        "; a name that several visitors have (\(count(naming.shared)) of"
        + " \(count(naming.names))) means a session of each"
    }
    if let naming, naming.passedOn > 0 {
      sentence +=
        "; one that passes from one visitor to another (\(count(naming.passedOn)) of"
        + " \(count(naming.names))) is one session"
    }
    return sentence + "."
  }

  private func lastPage(_ time: Interval, _ answer: Int?, _ withMore: Int?) -> String {
    let reading =
      time == .zero
      ? "The last page of a session is read for no time at all."
      : "The last page of a session is read for \(length(time))."
    guard let answer, let withMore else { return reading }
    return reading
      + (withMore == answer
        ? " Two minutes more would not change the answer."
        : " Two minutes more would make it \(count(withMore, .number)).")
  }

  private func words(_ allocations: [Allocation]) -> String {
    switch allocations {
    case [.longestIdle]:
      "The pool lends the number that has been free for longest (--allocation longest-idle)."
        + " Many vendors don't say, some lend at random, which needs more numbers."
    case [.lowestFirst]: "The pool lends the lowest free number (--allocation lowest-first)."
    case [.random]:
      "The pool lends any free number (--allocation random): counts of calls, and of why they"
        + " aren't right, are expectations and not one draw."
    default:
      "Nobody knows which free number is lent (--allocation unknown): the answer holds for the"
        + " longest idle and for a random one; the tables show the former."
    }
  }
}
