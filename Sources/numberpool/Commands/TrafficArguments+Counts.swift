import LogFiles
import NumberPools
import TrafficLogs

/// The options of visits that are only counted.
extension TrafficArguments {
  /// The week of a name, or of a file.
  static func week(_ text: String?) throws(UsageError) -> WeekRhythm {
    guard let text else { return .officeHours }
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
  }

  /// The days from one date to another.
  static func reportDays(_ text: String?) throws(UsageError) -> ClosedRange<Timestamp>? {
    guard let text else { return nil }
    guard let days = ReportDays(text)?.days else {
      throw UsageError(
        message: "'\(text)' names no days for --report-days.",
        hint: "Write the first and the last: 2026-03-01..2026-03-31.")
    }
    return days
  }
}
