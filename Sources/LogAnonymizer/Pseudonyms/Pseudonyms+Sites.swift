import TrafficLogs

/// What stands for the names of sites.
extension Pseudonyms {
  /// Adds the name of a site without a port.
  ///
  /// An address becomes a name, as whoever is taken for a site may be a visitor, and readers know
  /// an address by its dots. A name stays unless it looks personal or is to be hidden.
  func append(site: Span<UInt8>, isHidden: Bool, to output: inout [UInt8]) {
    let field = AddressField(site, site.indices)
    if let field, field.address.isVersion4, field.address.isLoopback {
      append(field.address, to: &output)
    } else if isHidden || field != nil || isOfLongAddress(site)
      || LinkCleaner.isPersonal(site, site.indices)
    {
      // Readers tell names with and without `www.` apart, but not capitals.
      let name = Self.lowercased(site)
      let bare = Self.bare(site)
      output.append(contentsOf: name[..<(name.count - bare.count)])
      append(text: bare.span, to: &output)
      output.append(contentsOf: ".invalid".utf8)
    } else {
      output.append(site, site.indices)
    }
  }

  /// Whether readers take a name for what an address of version 6 in brackets has before its first
  /// colon.
  private func isOfLongAddress(_ site: Span<UInt8>) -> Bool {
    site.count > 0 && site[0] == UInt8(ascii: "[")
  }

  /// Adds a colon and a port; nothing for what is too long to be one, or has anything but digits.
  func append(port: Span<UInt8>, to output: inout [UInt8]) {
    guard (1...6).contains(port.count), port[0] == UInt8(ascii: ":"),
      (1..<port.count).allSatisfy({ 0x30...0x39 ~= port[$0] })
    else { return }
    output.append(port, port.indices)
  }

  /// The name by which the pages of a site refer to each other: in lower case, without `www.`.
  static func bare(_ site: Span<UInt8>) -> [UInt8] {
    let name = lowercased(site)
    return name.starts(with: "www.".utf8) ? Array(name.dropFirst(4)) : name
  }

  private static func lowercased(_ text: Span<UInt8>) -> [UInt8] {
    (0..<text.count).map { 0x41...0x5A ~= text[$0] ? text[$0] | 0x20 : text[$0] }
  }
}
