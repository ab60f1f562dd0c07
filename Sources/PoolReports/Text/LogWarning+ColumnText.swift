import NumberPools

extension LogWarning {
  /// The warning in a sentence or two, where it is of what a column holds; else `nil`.
  var sentenceOnColumns: String? {
    switch self {
    case .shortenedFields(let column, let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) fields of the column"
        + " \(Privacy.printable(column)) were shortened by a spreadsheet program, as 1.77E+18 is:"
        + " different ones may look the same. No number of sessions depends on that column."
    case .roundedIdentifiers(let column, let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) fields of the column"
        + " \(Privacy.printable(column)) are long numbers that end in zeros. If a spreadsheet"
        + " program has rounded them, different visitors count as one, and the answer is too low:"
        + " export the file anew and don't save it in such a program."
    case .serialDates(let file, let first):
      "The times of '\(Privacy.printable(file))' are days as spreadsheet programs count them. They"
        + " were read as days since 1900, to the second, the first as \(first). A workbook that"
        + " counts from 1904 would have all of them 4 years and a day later."
    case .unlikelyTimes(let span):
      "Times of this log lie between \(span.lowerBound) and \(span.upperBound), which no website's"
        + " traffic does. If its times aren't what they were taken for, every figure is wrong: look"
        + " at the column of times."
    case .unknownKinds(let words, let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) rows are of a kind that isn't known"
        + " (\(Privacy.printable(words.joined(separator: ", ")))) and weren't taken for page views,"
        + " but for signs of life. If they are page views, the answer is too low: write 'page' for"
        + " them, or leave that column out."
    case .sessionsWithoutEnd(let count, let sessions):
      "\(Figures.count(count)) of \(Figures.count(sessions)) sessions have no end: each counts as"
        + " a single moment, and calls are counted from it. Numbers are held for longer than that,"
        + " so the answer is too low: add a column last_activity, or --last-page-time 3m."
    default: nil
    }
  }
}
