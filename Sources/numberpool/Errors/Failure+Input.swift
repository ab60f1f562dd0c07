import LogAnonymizer
import PoolReports
import TrafficLogs

extension Failure {
  /// What an input that can't be read means for the command.
  init(_ error: InputError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .notFound: self.init(.noInput, message, hint: "Check the spelling and the folder.")
    case .isDirectory: self.init(.noInput, message, hint: "Name the files in it.")
    case .systemRefused(_, let error):
      self.init(.noInput, message, hint: error.hint(orElse: "Can another program read it?"))
    case .notReadable: self.init(.noInput, message, hint: "Give less of it at once.")
    case .damagedCompression:
      self.init(.badData, message, hint: "Copy the file anew, or unpack what is left of it.")
    case .broken: self.init(.badData, message, hint: "Export it anew, or mend that line.")
    case .otherCompression(_, let program):
      self.init(.badData, message, hint: "Try: \(program) -dc FILE | numberpool ... -")
    case .otherFile:
      self.init(.badData, message, hint: "Save or export it as CSV, in UTF-8, and give that.")
    case .sameContent:
      self.init(.usage, message, hint: "Everything in it would count twice: name one of them.")
    case .gzipMissing: self.init(.noInput, message, hint: "Install gzip, or unpack the file.")
    case .gzipFailed(_, let error):
      self.init(
        .systemRefused, message, hint: error.hint(orElse: "Unpack the file, and give that."))
    }
  }

  /// What inputs of which no dataset can be made mean for the command.
  init(_ error: DatasetError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .traffic(let error): self.init(error, of: .traffic)
    case .calls(let error): self.init(error, of: .calls)
    case .nothing: self.init(.badData, message, hint: "Is it the right file?")
    case .unreadable(let kind, _, _):
      self.init(
        .badData, message, hint: "Is it the right file, and the right \(kind.formatOption)?")
    case .noEvidence: self.init(.usage, message, hint: "Leave out --evidence assets.")
    case .noPoolColumn:
      self.init(
        .badData, message,
        hint: "Web logs and GA4's export have pools by file or host, tables by any column.")
    }
  }

  /// What an input that can't be anonymized means for the command.
  init(_ error: AnonymizerError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .input(let error): self.init(error)
    case .json: self.init(.badData, message, hint: "Turn it into a table: at,visitor_id,url.")
    case .unknownFormat: self.init(.badData, message, hint: "Is it the right file?")
    case .unknownDateOrder:
      self.init(.usage, message, hint: "Add --date-order day-month, or --date-order month-day.")
    case .mixedDateOrders:
      self.init(.badData, message, hint: "Export it with dates like 2026-03-31 10:00:00.")
    case .output: self.init(.outputFailed, message, hint: "Is the disk full?")
    }
  }

  /// What inputs that aren't what they should be mean for the command.
  init(_ error: TableError, of kind: FileFormat.Kind) {
    let message = Privacy.printable(error.description)
    switch error {
    case .input(let error): self.init(error)
    case .missingColumns:
      self.init(
        .badData, message, hint: "Name a column of the file's: \(kind.columnOption) at=t_unix.")
    case .duplicateColumn: self.init(.badData, message, hint: "Rename one of them.")
    case .noSuchColumn, .unknownColumn:
      let options = kind == .calls ? kind.columnOption : "\(kind.columnOption) or --pool-by"
      self.init(.usage, message, hint: "Check the spelling of \(options).")
    case .noTimeZone:
      self.init(.usage, message, hint: "Add --time-zone Europe/Paris, or an offset: +03:00.")
    case .unknownFormat:
      self.init(
        .badData, message,
        hint:
          "Say what it is with \(kind.formatOption); --help lists the formats. A table has names"
          + " in its first line, and commas, semicolons, tabs or bars between its fields.")
    case .unknownJSON:
      self.init(
        .badData, message,
        hint: "Make a table of it: at,visitor_id,url; or take the lines of a web log out of it.")
    case .singleQuotes:
      self.init(.badData, message, hint: "Export it with double quotes, or with none.")
    case .damagedIdentifiers:
      self.init(
        .badData, message,
        hint: "Export it anew and give it as it is; in a spreadsheet program, import that column as"
          + " text.")
    case .unknownDateOrder:
      self.init(.usage, message, hint: "Add --date-order day-month, or --date-order month-day.")
    case .mixedDateOrders:
      self.init(.badData, message, hint: "Export it with dates like 2026-03-31 10:00:00.")
    case .differentFormats, .mixedSessions:
      self.init(.badData, message, hint: "Run the command once for each.")
    case .mixedVisitors:
      self.init(
        .badData, message,
        hint: "Give all of them the same columns, or run the command once for each.")
    case .wrongKind:
      self.init(
        .usage, message, hint: "Give calls with --calls FILE, and traffic without an option.")
    case .noBucketWidth: self.init(.badData, message, hint: "Export more than one time.")
    case .noDate:
      self.init(
        .badData, message,
        hint: "Export date and hour, or name its dates: --report-days 2026-03-01..2026-03-31.")
    case .unclearCounts:
      self.init(.badData, message, hint: "Export numbers without separators.")
    }
  }
}

extension FileFormat.Kind {
  /// The option that says what the format is.
  var formatOption: String { self == .calls ? "--calls-format" : "--format" }
  /// The option that says what a column is called.
  var columnOption: String { self == .calls ? "--calls-column" : "--column" }
}
