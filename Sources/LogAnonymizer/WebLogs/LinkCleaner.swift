import NumberPools
import TrafficLogs

/// Takes out of web addresses what may tell who someone is.
///
/// The parts of paths, the words that were searched for and what else a query holds become
/// pseudonyms, unless they are to stay; so do click ids, and in what stays any personal data. What
/// tells pages from files stays, and so do tags. What follows a `#` is dropped.
struct LinkCleaner: Sendable {
  let pseudonyms: Pseudonyms
  /// Whether paths and queries stay, but for what looks personal.
  var keepsPaths = false
  /// Sites that are to be hidden, bare.
  var hiddenSites: Set<[UInt8]> = []

  /// Adds an address without what is personal in it.
  ///
  /// - Complexity: O(length).
  func append(_ bytes: Span<UInt8>, _ address: Range<Int>, to output: inout [UInt8]) {
    if LineFields.isDash(bytes, address) { return output.append(bytes, address) }
    let parts = WebAddress(bytes, address)
    let start = output.count
    appendSite(bytes, address.lowerBound..<parts.path.lowerBound, to: &output)
    appendPath(bytes, appendBareSite(bytes, parts, to: &output), to: &output)
    if !parts.query.isEmpty {
      output.append(UInt8(ascii: "?"))
      appendQuery(bytes, parts.query, to: &output)
    }
    let end = parts.query.isEmpty ? parts.path.upperBound : parts.query.upperBound
    if end < address.upperBound {
      // Nothing that was escaped follows any more.
      while output.count > start, output.last == UInt8(ascii: "\\") { output.removeLast() }
    }
  }

  /// Adds scheme, host and port. Readers take a user's name for a part of the host, or, before a
  /// password, for all of it; so it becomes a pseudonym with it.
  private func appendSite(_ bytes: Span<UInt8>, _ site: Range<Int>, to output: inout [UInt8]) {
    guard let slash = site.last(where: { bytes[$0] == UInt8(ascii: "/") }) else { return }
    let scheme = site.lowerBound..<(slash - 1)
    let isPersonal = Self.isPersonal(bytes, scheme)
    output.append(
      bytes, (isPersonal ? scheme.upperBound - 1 : scheme.lowerBound)..<(slash + 1))
    let start = slash + 1
    var end = start
    while end < site.upperBound, bytes[end] != UInt8(ascii: ":") { end += 1 }
    append(site: bytes.extracting(start..<end), to: &output)
    // Readers take an address of version 6 up to its first colon.
    if start < end, bytes[start] == UInt8(ascii: "[") {
      end = (end..<site.upperBound).first { bytes[$0] == UInt8(ascii: "]") }.map { $0 + 1 } ?? end
    }
    pseudonyms.append(port: bytes.extracting(end..<site.upperBound), to: &output)
  }

  /// Adds the host of an address without a scheme, where readers take it for one.
  ///
  /// - Returns: The path behind it.
  private func appendBareSite(
    _ bytes: Span<UInt8>, _ address: WebAddress, to output: inout [UInt8]
  ) -> Range<Int> {
    let path = address.path
    guard address.site == nil, let first = path.first, bytes[first] != UInt8(ascii: "/"),
      TouchReader.site(of: LandingTags.text(bytes, path)) != nil
    else { return path }
    let end = path.first { bytes[$0] == UInt8(ascii: "/") } ?? path.upperBound
    append(site: bytes.extracting(first..<end), to: &output)
    return end..<path.upperBound
  }

  func append(site: Span<UInt8>, to output: inout [UInt8]) {
    let isHidden = !hiddenSites.isEmpty && hiddenSites.contains(Pseudonyms.bare(site))
    pseudonyms.append(site: site, isHidden: isHidden, to: &output)
  }
}

/// Paths.
extension LinkCleaner {
  private func appendPath(_ bytes: Span<UInt8>, _ path: Range<Int>, to output: inout [UInt8]) {
    let known = AssetFilter.beginning(bytes, path)
    output.append(bytes, known)
    var start = known.upperBound
    while start < path.upperBound {
      var end = start
      while end < path.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: ";")
      {
        end += 1
      }
      appendSegment(bytes, start..<end, to: &output)
      guard end < path.upperBound else { return }
      output.append(bytes[end])
      start = end + 1
      if bytes[end] == UInt8(ascii: ";") {
        // Behind a semicolon servers write a session's name: /page;jsessionid=1.
        pseudonyms.append(text: bytes.extracting(start..<path.upperBound), to: &output)
        return
      }
    }
  }

  /// Adds a part of a path; a pseudonym keeps the ending by which files are told from pages.
  private func appendSegment(
    _ bytes: Span<UInt8>, _ segment: Range<Int>, to output: inout [UInt8]
  ) {
    if AssetFilter.isKnown(bytes, segment: segment) || isStar(bytes, segment) {
      return output.append(bytes, segment)
    }
    let ending =
      AssetFilter.ending(bytes, segment) ?? Self.pageEnding(bytes, segment)
      ?? segment.upperBound..<segment.upperBound
    let name = segment.lowerBound..<ending.lowerBound
    if keepsPaths {
      pseudonyms.append(clean: bytes, name, to: &output)
    } else if Self.isShortNumber(bytes, name) {
      output.append(bytes, name)
    } else {
      pseudonyms.append(text: bytes.extracting(name), to: &output)
    }
    output.append(bytes, ending)
  }

  /// `*` is asked of a server, not of a page.
  private func isStar(_ bytes: Span<UInt8>, _ segment: Range<Int>) -> Bool {
    segment.count == 1 && bytes[segment.lowerBound] == UInt8(ascii: "*")
  }

  /// The ending of a page's name, from its dot on.
  private static func pageEnding(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int>? {
    guard let dot = name.last(where: { bytes[$0] == UInt8(ascii: ".") }) else { return nil }
    let ending = dot..<name.upperBound
    let isKnown = pageEndings.contains { known in
      known.count == ending.count - 1
        && known.indices.allSatisfy { known[$0] == bytes[dot + 1 + $0] | 0x20 }
    }
    return isKnown ? ending : nil
  }

  private static let pageEndings = "html htm shtml xhtml php asp aspx jsp do cgi pl cfm"
    .split(separator: " ").map { Array($0.utf8) }

  /// Of a page of a list, a year: too short to name anyone.
  static func isShortNumber(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    text.count <= 4 && text.allSatisfy { 0x30...0x39 ~= bytes[$0] }
  }
}

/// What looks personal.
extension LinkCleaner {
  /// Whether a text as a whole may name someone: by personal data in it, or nine digits or more,
  /// whatever is between them, those of escapes apart.
  static func isPersonal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "%") {
        index += 2
      } else if 0x30...0x39 ~= bytes[index] {
        digits += 1
      }
      index += 1
    }
    return digits >= 9 || PersonalData.isIn(bytes, range)
  }
}
