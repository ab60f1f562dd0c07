import NumberPools

extension LogWarning {
  /// The warnings about reports that count visits.
  var countSentence: String {
    switch self {
    case .countsOfDays(let stretch, let week):
      "The report counts visits by the \(stretch), not by the hour, and the busiest hours decide"
        + " how many numbers it takes. They are guessed by the week '\(week)' (--week). Don't order"
        + " by this answer: export the same report by date and hour."
    case .hoursOfAverageDay(let days):
      "The report counts visits by the hour without the date: they are spread evenly over its"
        + " \(Figures.count(days, "day")), though some days are busier than others: expect"
        + " the answer to be too low. Export the report by date and hour."
    case .guessedStretches(let stretch):
      "Each date of the report is taken for a whole \(stretch), as no two are closer. If its"
        + " counts are of single days, the true answer is much higher."
    case .countsOfUsers(let heading):
      "The column '\(heading)' counts people, and there is none that counts sessions. Who comes"
        + " back counts once, so the answer is too low. Add the sessions to the report."
    case .countsOfPages(let heading):
      "The report has rows by '\(heading)': a session that has several counts in each of their"
        + " rows, so the answer is too high. Take that column out of the report."
    case .visitsWithoutTime(let count, let visits):
      "Rows whose time can't be understood hold \(Figures.count(count, "visit")), beside"
        + " \(Figures.count(visits)) that count: the answer is too low."
    case .rowsMissing(let missing, let total):
      "The report's own total is \(Figures.count(total, "visit")), and \(Figures.count(missing)) of"
        + " them are in none of its rows: rows are missing, and the answer is wrong. Export all rows."
    case .onlyBusiestRows:
      "The rows come by their counts, the largest first, and end before the small ones: rows seem"
        + " to be missing, and the answer is wrong. Export all rows, in order of time."
    case .tableBelow(let lines):
      "The file holds a second table with the same header, which isn't read:"
        + " \(Figures.count(lines, "line")) below the first one are left out. If they are of other"
        + " days, make a file of each table and name both files."
    default: ""
    }
  }
}
