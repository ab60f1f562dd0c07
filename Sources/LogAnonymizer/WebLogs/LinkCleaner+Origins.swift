import NumberPools
import TrafficLogs

/// Values of parameters that tell how a session came: a copy must tell the same.
extension LinkCleaner {
  /// What stands for a value that says nothing, where the value itself looks personal.
  private static let nothing = "{hidden}"

  /// Adds the value of a parameter of origin where it isn't simply kept or replaced.
  ///
  /// - Returns: Whether it was added.
  func appendOrigin(
    _ bytes: Span<UInt8>, _ word: String, _ value: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    let text = LandingTags.text(bytes, value)
    let decoded = LandingTags.value(text)
    guard let decoded else {
      // A pseudonym of what nobody filled in would say something.
      if Self.isPersonal(bytes, value) {
        output.append(contentsOf: Self.nothing.utf8)
      } else {
        output.append(bytes, value)
      }
      return true
    }
    switch word {
    case "from":
      // What names no source must not name one in the copy either.
      guard !LandingTags.isName(decoded), Self.isPersonal(bytes, value) else { return false }
      output.append(contentsOf: Self.nothing.utf8)
      return true
    case "utm_referrer":
      appendReferrer(decoded, to: &output)
      return true
    case "_openstat", "openstat":
      guard Openstat(text) != nil, !Self.hasAt(bytes, value) else { return false }
      output.append(bytes, value)
      return true
    default:
      return false
    }
  }

  /// Of a referrer that was passed on its host stays.
  private func appendReferrer(_ referrer: String, to output: inout [UInt8]) {
    guard let site = TouchReader.site(of: referrer) else {
      output.append(contentsOf: Self.nothing.utf8)
      return
    }
    output.append(contentsOf: "https://".utf8)
    let host = Array(site.utf8)
    pseudonyms.append(site: host.span, isHidden: hiddenSites.contains(host), to: &output)
  }
}
