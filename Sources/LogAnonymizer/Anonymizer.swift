public import TrafficLogs

/// Makes copies of logs that can be shown to others: no person in them, but the same figures.
///
/// Addresses, users, visitors, sessions, callers and click ids become pseudonyms, the same for the
/// same throughout all files made with one key, and so do the parts of paths, words that were
/// searched for and whatever else a query holds. Dates move by a number of whole weeks, drawn from
/// the key. Tags, browsers and the words of tables stay, as they decide who counts; but telephone
/// numbers, mail addresses, addresses of the Internet and numbers of devices become pseudonyms
/// there too, however they are written. What isn't known to be harmless is left out.
///
/// Names and other words may remain in tags, in browsers' names, in the words of tables and in the
/// names of sites.
public struct Anonymizer: Sendable {
  private let links: LinkCleaner
  private let dateOrder: DateOrder?

  /// Creates an anonymizer.
  ///
  /// - Parameters:
  ///   - key: A new one, unless files are to fit earlier ones.
  ///   - keepsPaths: Whether paths, queries and search words stay, but for what looks personal.
  ///   - dateOrder: What comes first in dates such as `02/03/2026`, where nothing else tells.
  public init(
    key: AnonymizationKey = AnonymizationKey(), keepsPaths: Bool = false,
    dateOrder: DateOrder? = nil
  ) {
    links = LinkCleaner(pseudonyms: Pseudonyms(key), keepsPaths: keepsPaths)
    self.dateOrder = dateOrder
  }

  /// Makes a copy of a web log or of a table; which it is follows from its content.
  ///
  /// - Parameters:
  ///   - input: What to copy.
  ///   - progress: Told every now and then how far the file is read, in bytes.
  ///   - output: Given the copy piece by piece, whole lines each.
  /// - Returns: What became of the lines.
  /// - Throws: An ``AnonymizerError`` when the input can't be read or understood, or the output
  ///   fails.
  /// - Complexity: O(bytes), read twice for a table whose dates don't tell by themselves whether
  ///   the day comes first; memory for a few lines and the names of 20,000 browsers.
  public func anonymize(
    _ input: LogInput, progress: (Int) -> Void = { _ in },
    to output: (ArraySlice<UInt8>) throws -> Void
  ) throws(AnonymizerError) -> AnonymizedSummary {
    var copy = AnonymizedCopy(name: input.name, links: links, order: dateOrder)
    do throws(InputError) {
      var source = try ByteSource(input)
      let beginning = try source.beginning(ByteSource.tellingLength)
      copy.begin(beginning.span)
      if let header = copy.header, dateOrder == nil {
        var finder = header.finder(beginning.span)
        // Standard input can't be read twice.
        if finder.isNeeded, input.isRepeatable { finder = try header.finder(input) }
        copy.settle(finder)
      }
      try LineReader.read(&source, progress: progress) { line, isCutOff in
        copy.add(line, isCutOff: isCutOff)
        if copy.text.count >= 1 << 16 { copy.write(to: output) }
        return !copy.hasFailed
      }
    } catch {
      throw .input(error)
    }
    copy.end()
    copy.write(to: output)
    return try copy.finish()
  }
}
