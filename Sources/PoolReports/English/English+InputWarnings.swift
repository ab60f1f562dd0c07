import NumberPools

/// What is in doubt about files and tables.
extension English {
  /// A warning about whole inputs and what they share; `nil` for another one.
  func wordsOnInputs(_ warning: LogWarning) -> String? {
    switch warning {
    case .overlap(let first, let second, let lines):
      "'\(Privacy.printable(second))' and '\(Privacy.printable(first))' share a run of"
        + " \(count(lines, .line)), which counts once."
    case .sharedLines(let file, let shared, let lines):
      "\(percent(shared, of: lines)) of the lines of '\(Privacy.printable(file))' are"
        + " in the files before it too, and count twice. Do they overlap? Leave one of them out."
    case .sharedRows(let file, let shared, let rows):
      "\(count(shared)) of \(count(rows)) rows of '\(Privacy.printable(file))' are"
        + " in the files before it too, and count twice. Do they overlap? Leave one of them out."
    case .repeatedRecords(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines hold a record that another line has"
        + " too, by its id. Each counts once."
    case .partlyRead(let file, let reason):
      "A part of '\(Privacy.printable(file))' wasn't read (\(Privacy.printable(reason))) and is"
        + " missing from every figure, which may come out too low. Give the part that was left out"
        + " in a file of its own."
    case .emptyInput(let file):
      "There is nothing in '\(Privacy.printable(file))'. If it should hold traffic or calls, they"
        + " are missing from every figure."
    default: nil
    }
  }

  /// The warning in a sentence or two, where it is of what a column holds; else `nil`.
  func wordsOnColumns(_ warning: LogWarning) -> String? {
    switch warning {
    case .shortenedFields(let column, let affected, let rows):
      "\(count(affected)) of \(count(rows)) fields of the column"
        + " \(Privacy.printable(column)) were shortened by a spreadsheet program, as 1.77E+18 is:"
        + " different ones may look the same. No number of sessions depends on that column."
    case .roundedIdentifiers(let column, let affected, let rows):
      "\(count(affected)) of \(count(rows)) fields of the column"
        + " \(Privacy.printable(column)) are long numbers that end in zeros. If a spreadsheet"
        + " program has rounded them, different visitors count as one, and the answer is too low:"
        + " export the file anew and don't save it in such a program."
    case .serialDates(let file, let first):
      "The times of '\(Privacy.printable(file))' are days as spreadsheet programs count them. They"
        + " were read as days since 1900, to the second, the first as \(time(first)). A workbook that"
        + " counts from 1904 would have all of them 4 years and a day later."
    case .unlikelyTimes(let span):
      "Times of this log lie between \(time(span.lowerBound)) and \(time(span.upperBound)), which no website's"
        + " traffic does. If its times aren't what they were taken for, every figure is wrong: look"
        + " at the column of times."
    case .unknownKinds(let words, let affected, let rows):
      "\(count(affected)) of \(count(rows)) rows are of a kind that isn't known"
        + " (\(Privacy.printable(words.joined(separator: ", ")))) and weren't taken for page views,"
        + " but for signs of life. If they are page views, the answer is too low: write 'page' for"
        + " them, or leave that column out."
    case .sessionsWithoutEnd(let affected, let sessions):
      "\(count(affected)) of \(count(sessions)) sessions have no end: each counts as"
        + " a single moment, and calls are counted from it. Numbers are held for longer than that,"
        + " so the answer is too low: add a column last_activity, or --last-page-time 3m."
    default: nil
    }
  }

  /// The warnings about reports that count visits.
  func wordsOnCounts(_ warning: LogWarning) -> String? {
    switch warning {
    case .countsOfDays(let stretch, let week):
      "The report counts visits by the \(stretch.rawValue), not by the hour, and the busiest hours decide"
        + " how many numbers it takes. They are guessed by the week '\(week)' (--week). Don't order"
        + " by this answer: export the same report by date and hour."
    case .hoursOfAverageDay(let days):
      "The report counts visits by the hour without the date: they are spread evenly over its"
        + " \(count(days, .day)), though some days are busier than others: expect"
        + " the answer to be too low. Export the report by date and hour."
    case .guessedStretches(let stretch):
      "Each date of the report is taken for a whole \(stretch.rawValue), as no two are closer. If its"
        + " counts are of single days, the true answer is much higher."
    case .countsOfUsers(let heading):
      "The column '\(heading)' counts people, and there is none that counts sessions. Who comes"
        + " back counts once, so the answer is too low. Add the sessions to the report."
    case .countsOfPages(let heading):
      "The report has rows by '\(heading)': a session that has several counts in each of their"
        + " rows, so the answer is too high. Take that column out of the report."
    case .visitsWithoutTime(let affected, let visits):
      "Rows whose time can't be understood hold \(count(affected, .visit)), beside"
        + " \(count(visits)) that count: the answer is too low."
    case .rowsMissing(let missing, let total):
      "The report's own total is \(count(total, .visit)), and \(count(missing)) of"
        + " them are in none of its rows: rows are missing, and the answer is wrong. Export all rows."
    case .onlyBusiestRows:
      "The rows come by their counts, the largest first, and end before the small ones: rows seem"
        + " to be missing, and the answer is wrong. Export all rows, in order of time."
    case .tableBelow(let lines):
      "The file holds a second table with the same header, which isn't read:"
        + " \(count(lines, .line)) below the first one are left out. If they are of other"
        + " days, make a file of each table and name both files."
    default: nil
    }
  }
}
