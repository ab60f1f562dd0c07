import NumberPools

extension LogWarning {
  /// A warning about whole inputs and what they share; `nil` for another one.
  var sentenceOnInputs: String? {
    switch self {
    case .overlap(let first, let second, let lines):
      "'\(Privacy.printable(second))' and '\(Privacy.printable(first))' share a run of"
        + " \(Figures.count(lines, "line")), which counts once."
    case .sharedLines(let file, let shared, let lines):
      "\(Figures.percent(shared, of: lines)) of the lines of '\(Privacy.printable(file))' are"
        + " in the files before it too, and count twice. Do they overlap? Leave one of them out."
    case .sharedRows(let file, let shared, let rows):
      "\(Figures.count(shared)) of \(Figures.count(rows)) rows of '\(Privacy.printable(file))' are"
        + " in the files before it too, and count twice. Do they overlap? Leave one of them out."
    case .repeatedRecords(let count, let lines):
      "\(Figures.count(count)) of \(Figures.count(lines)) lines hold a record that another line has"
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
}
