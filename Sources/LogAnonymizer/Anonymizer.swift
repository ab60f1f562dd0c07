public import TrafficLogs

/// Makes copies of logs that can be shown to others: no person in them, but the same figures.
///
/// Addresses, users, visitors, sessions, callers and click ids become pseudonyms, the same for the
/// same throughout all files made with one key. Dates move by a number of whole weeks, drawn from
/// the key. Pages, tags and browsers stay, as they decide who counts; parts of addresses that look
/// personal become pseudonyms, and so does a site that a web log names behind the browser, where a
/// user or a cookie may look like one. What isn't known to be harmless is left out.
public struct Anonymizer: Sendable {
  private let pseudonyms: Pseudonyms

  /// Creates an anonymizer.
  ///
  /// - Parameter key: A new one, unless files are to fit earlier ones.
  public init(key: AnonymizationKey = AnonymizationKey()) {
    pseudonyms = Pseudonyms(key)
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
  /// - Complexity: O(bytes); memory for a few lines.
  public func anonymize(
    _ input: LogInput, progress: (Int) -> Void = { _ in },
    to output: (ArraySlice<UInt8>) throws -> Void
  ) throws(AnonymizerError) -> AnonymizedSummary {
    var copy = AnonymizedCopy(name: input.name, pseudonyms: pseudonyms)
    do throws(InputError) {
      var source = try ByteSource(input)
      let beginning = try source.beginning(ByteSource.tellingLength)
      copy.begin(beginning.span)
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
