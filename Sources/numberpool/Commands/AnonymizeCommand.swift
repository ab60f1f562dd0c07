import Foundation
import LogAnonymizer
import LogFiles
import PoolReports
import TrafficLogs

/// `numberpool anonymize`: copies that can be shown to others.
struct AnonymizeCommand: Command {
  static let name = "anonymize"
  static let summary = "Copies logs without personal data; figures stay the same."
  static let remarks = [
    "Visitors, callers, addresses, sessions, click ids, the parts of paths, words that were searched"
      + " for and other values of queries become pseudonyms, the same for the same throughout one"
      + " run. Dates move by whole weeks; times of day, tags and browsers stay, but telephone"
      + " numbers, mail and Internet addresses and numbers of devices don't, wherever they stand and"
      + " however they are written. Addresses become some that nobody owns. Lines that can't be"
      + " understood are left out. What goes to standard output goes as it is made: a copy is whole"
      + " if the exit code is 0.",
    "What may remain: names and other words in tags (utm_source, utm_medium, utm_campaign,"
      + " utm_content, from), in the names of browsers, in columns such as kind, channel, device and"
      + " region, and the names of sites. Look through a copy before you give it away.",
  ]
  static let examples = [
    "numberpool anonymize access.log > anonymous.log",
    "numberpool anonymize --output-folder anonymous views.csv calls.csv.gz",
  ]
  static let flags: [FlagGroup] = [.copies]

  private let inputs: [LogInput]
  private let folder: String?
  private let keyFile: String?
  private let keepsPaths: Bool
  private let dateOrder: DateOrder?

  init(_ values: FlagValues) throws(UsageError) {
    inputs = try LogInput.inputs(values.operands)
    folder = values[.outputFolder]
    keyFile = values[.keyFile]
    keepsPaths = values[.keepPaths]
    dateOrder = values[.dateOrder]
    if folder == nil, inputs.count > 1 {
      throw UsageError(
        message: "Several copies can't go to standard output.",
        hint: "Add --output-folder FOLDER.")
    }
    try OutputFile.check(
      outputs, against: inputs + [keyFile.map { .file($0) }].compactMap { $0 })
  }

  /// Where the copies go.
  private var outputs: [String] {
    guard let folder else { return [] }
    return inputs.map { input in
      let name = URL(fileURLWithPath: input.name).lastPathComponent
      return URL(fileURLWithPath: folder).appendingPathComponent(name).path
    }
  }

  func run() throws(Failure) -> String {
    let anonymizer = Anonymizer(
      key: try key(), keepsPaths: keepsPaths, dateOrder: dateOrder)
    guard let folder else {
      // As bytes: a log needn't be UTF-8, and its copy must not differ.
      try copy(inputs[0], by: anonymizer) { (piece) throws(Failure) in
        try Terminal.write(Array(piece))
      }
      sayWhatMayRemain()
      return ""
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .outputFailed, "The folder '\(folder)' can't be made.", hint: "Check its permissions.")
    }
    var copies: [OutputFile] = []
    for (input, path) in zip(inputs, outputs) {
      let file = try OutputFile(path, isCompressed: path.hasSuffix(".gz"))
      try copy(input, by: anonymizer) { (piece) throws(Failure) in
        try file.write(piece)
      }
      copies.append(file)
    }
    // All of them or none: a set with one file missing would look like the whole.
    try OutputFile.finish(copies)
    sayWhatMayRemain()
    return ""
  }

  /// Nobody can tell a name from another word.
  private func sayWhatMayRemain() {
    let places = keepsPaths ? "paths, queries, tags, " : "tags, "
    Terminal.complain(
      "What may remain are names and other words in \(places)the names of browsers and sites, and"
        + " columns such as kind and region: look through a copy before you give it away.\n")
  }

  /// Copies a file piece by piece.
  ///
  /// - Parameter write: Given each piece.
  private func copy(
    _ input: LogInput, by anonymizer: Anonymizer,
    to write: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let summary: AnonymizedSummary
    var failure: Failure?
    do throws(AnonymizerError) {
      summary = try anonymizer.anonymize(input) { piece in
        do throws(Failure) {
          try write(piece)
        } catch {
          failure = error
          throw error
        }
      }
    } catch {
      throw failure ?? Failure(error)
    }
    if summary.lines == 0 {
      throw Failure(
        .badData, "There is nothing in '\(Privacy.printable(input.name))'.",
        hint: "Is it the right file?")
    }
    if summary.written == 0 {
      throw Failure(
        .badData,
        "None of the \(summary.lines) lines of '\(Privacy.printable(input.name))' can be understood,"
          + " so there is nothing to copy.",
        hint: "Is it the right file?")
    }
    if summary.unreadable > 0 {
      Terminal.complain(
        "\(Privacy.printable(input.name)): \(summary.unreadable) of \(summary.lines) lines can't be"
          + " understood and are left out.\n")
    }
    if !summary.droppedColumns.isEmpty {
      Terminal.complain(
        "\(Privacy.printable(input.name)): columns left out, as their meaning isn't known:"
          + " \(Privacy.printable(summary.droppedColumns.joined(separator: ", "))).\n")
    }
  }

  private func key() throws(Failure) -> AnonymizationKey {
    guard let keyFile else { return AnonymizationKey() }
    guard let text = try? String(contentsOfFile: keyFile, encoding: .utf8) else {
      throw Failure(.noInput, "The key file '\(keyFile)' can't be read.", hint: "Check its name.")
    }
    guard
      let key = AnonymizationKey(hexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      throw Failure(
        .badData, "The key file holds no key.", hint: "Write 32 hexadecimal digits into it.")
    }
    return key
  }
}
