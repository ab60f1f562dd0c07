import LogFiles
import NumberPools
import TrafficLogs

extension ValueForm<WeekRhythm> {
  /// A week by its name, or in a file.
  static let week = ValueForm(
    placeholder: "WEEK",
    completion: Completion(
      words: WeekRhythm.named.map { .init($0.name) }, place: .file),
    read: { (text, _) throws(UsageError) in
      if let named = WeekRhythm.named.first(where: { $0.name == text }) { return named }
      let names = WeekRhythm.named.map(\.name).joined(separator: ", ")
      do throws(WeekRhythm.FileError) {
        return try WeekRhythm(file: text)
      } catch {
        switch error {
        case .unreadable:
          throw UsageError(
            message: "'\(text)' is no week that is known here, and no file that can be read.",
            hint: "Choose one of: \(names); or name a file of weights.")
        case .content(let reason):
          throw UsageError(
            message: "'\(text)' is no week. \(reason)",
            hint: "A line is a day or mon-fri, and 24 whole numbers from midnight on.")
        }
      }
    },
    write: { $0.name })
}

extension ValueForm<ClosedRange<Timestamp>> {
  /// The days from one date to another.
  static let days = ValueForm(
    placeholder: "DATES",
    read: { (text, flag) throws(UsageError) in
      guard let days = ReportDays(text)?.days else {
        throw UsageError(
          message: "'\(text)' names no days for \(flag).",
          hint: "Write the first and the last: 2026-03-01..2026-03-31.")
      }
      return days
    })
}
