/// Tells pages from the files that pages are made of.
///
/// A page is what a browser shows and runs the substitution script in. Everything else is told by
/// the ending of its name, a few well-known addresses, and the parameters by which scripts ask for
/// a part of a page, or for one ahead of time.
package enum AssetFilter {
  /// What a path names.
  package enum Kind: UInt8 {
    /// What a browser shows.
    case page
    /// A style sheet, script, picture or font: what a browser fetches to show a page.
    case partOfPage
    /// The site's icon, which a browser fetches unasked, and keeps.
    case icon
    /// Any other file.
    case other
  }

  /// What a request names.
  ///
  /// - Complexity: O(length).
  package static func kind(_ line: Span<UInt8>, _ request: RequestLine) -> Kind {
    let kind = kind(line, path: request.path)
    return kind == .page && asksForPart(line, query: request.query) ? .other : kind
  }

  /// What a path names, by its ending.
  private static func kind(_ line: Span<UInt8>, path: Range<Int>) -> Kind {
    // Behind a semicolon come parameters: /page;jsessionid=1.
    var end = path.lowerBound
    while end < path.upperBound, line[end] != UInt8(ascii: ";") { end += 1 }
    var index = end
    while index > path.lowerBound, end - index <= longestEnding {
      index -= 1
      if line[index] == UInt8(ascii: "/") { break }
      if line[index] == UInt8(ascii: ".") {
        if let kind = endings[packed(line, (index + 1)..<end)] { return kind }
        break
      }
    }
    let name = path.lowerBound..<end
    for ending in pathEndings where isEqual(line, name.suffix(ending.count), ending) {
      return .other
    }
    for beginning in pathPrefixes where isEqual(line, name.prefix(beginning.count), beginning) {
      return .other
    }
    for beginning in partPrefixes where isEqual(line, name.prefix(beginning.count), beginning) {
      return .partOfPage
    }
    return .page
  }

  /// The ending of a name, from its dot on, if it is that of a file; `nil` for any other.
  package static func ending(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int>? {
    guard let dot = name.last(where: { bytes[$0] == UInt8(ascii: ".") }),
      name.upperBound - dot <= longestEnding,
      endings[packed(bytes, (dot + 1)..<name.upperBound)] != nil
    else { return nil }
    return dot..<name.upperBound
  }

  /// How much of the beginning of a path is known to tell what is behind it.
  package static func beginning(_ bytes: Span<UInt8>, _ path: Range<Int>) -> Range<Int> {
    let known = (pathPrefixes + partPrefixes).first {
      isEqual(bytes, path.prefix($0.count), $0)
    }
    return path.prefix(known?.count ?? 0)
  }

  /// Whether a part of a path is one by which requests are told from pages.
  package static func isKnown(_ bytes: Span<UInt8>, segment: Range<Int>) -> Bool {
    knownSegments.contains { isEqual(bytes, segment, $0) }
  }

  private static let knownSegments = pathEndings.map { $0.filter { $0 != UInt8(ascii: "/") } }

  /// Whether a parameter is one by which scripts ask for a part of a page.
  package static func isKnown(_ bytes: Span<UInt8>, parameter: Range<Int>) -> Bool {
    partParameters.contains { isEqual(bytes, parameter, $0) }
  }

  /// Whether one of the parameters is a script's.
  private static func asksForPart(_ line: Span<UInt8>, query: Range<Int>) -> Bool {
    var start = query.lowerBound
    while start < query.upperBound {
      var end = start
      var nameEnd: Int?
      while end < query.upperBound, line[end] != UInt8(ascii: "&") {
        if nameEnd == nil, line[end] == UInt8(ascii: "=") { nameEnd = end }
        end += 1
      }
      let name = start..<(nameEnd ?? end)
      for parameter in partParameters where isEqual(line, name, parameter) { return true }
      start = end + 1
    }
    return false
  }

  /// Next.js and Remix load pages in parts and ahead of time, as do jQuery's pjax and Turbo;
  /// WordPress and WooCommerce serve data and feeds at the address of the home page.
  private static let partParameters = [
    "_rsc", "_pjax", "_data", "__turbo", "wc-ajax", "rest_route", "doing_wp_cron", "feed",
    "_wp-find-template",
  ].map { Array($0.utf8) }

  private static let longestEnding = 12

  private static let endings: [UInt64: Kind] = {
    var kinds: [UInt64: Kind] = [:]
    for (kind, text) in [(Kind.partOfPage, partsOfPages), (.icon, "ico"), (.other, otherFiles)] {
      for ending in text.split(separator: " ") {
        let bytes = Array(ending.utf8)
        kinds[packed(bytes.span, bytes.indices)] = kind
      }
    }
    return kinds
  }()

  private static let partsOfPages = """
    css js mjs png jpg jpeg jpe gif svg svgz webp avif bmp tif tiff heic woff woff2 ttf otf eot \
    wasm webmanifest axd
    """

  private static let otherFiles = """
    map json jsonp xml xsl txt rss atom rdf mp3 mp4 m4a m4v mov avi webm ogg ogv wav flv swf mkv \
    m3u8 ts pdf doc docx xls xlsx ppt pptx odt ods rtf csv epub zip gz tgz tar rar 7z bz2 exe msi \
    dmg pkg deb rpm apk ipa iso bin manifest appcache ashx vcf ics sql bak
    """

  private static let pathEndings = [
    "/piwik.php", "/matomo.php", "/xmlrpc.php", "/wp-cron.php", "/admin-ajax.php", "/feed",
    "/feed/", "/collect", "/server-status",
  ].map { Array($0.utf8) }

  private static let pathPrefixes = ["/wp-json/", "/.well-known/", "/cdn-cgi/", "/mod_pagespeed"]
    .map { Array($0.utf8) }

  /// Where frameworks keep pictures and scripts under names without an ending.
  private static let partPrefixes = ["/_next/image", "/_nuxt/", "/_ipx/"].map { Array($0.utf8) }

  /// An ending of up to 12 letters and digits as one number, whatever its case; 0 where it has
  /// anything else. No two endings share a number: 37 to the power of 12 is less than 2^64.
  private static func packed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0
    for index in range {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value &* 37 &+ UInt64(byte - 0x2F)
      case 0x41...0x5A, 0x61...0x7A: value = value &* 37 &+ UInt64((byte | 0x20) - 0x56)
      default: return 0
      }
    }
    return value
  }

  private static func isEqual(
    _ line: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    guard range.count == text.count else { return false }
    var index = 0
    while index < text.count {
      if line[range.lowerBound + index] != text[index] { return false }
      index += 1
    }
    return true
  }
}
