extension String {
  /// A message that can be read: long values in it, which stand between quotation marks, are cut in
  /// their middle, and so is the whole if that isn't enough.
  var shortened: String {
    guard utf8.count > Self.longestValue else { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
      .map { $0.cut(to: Self.longestValue) }
    return parts.joined(separator: "'")[...].cut(to: Self.longestMessage)
  }

  private static let longestValue = 200
  private static let longestMessage = 1200
}

extension Substring {
  /// The text with so many characters at most, and its beginning and end the same.
  fileprivate func cut(to most: Int) -> String {
    // By scalars: one character may be made of any number of them.
    let scalars = unicodeScalars
    guard scalars.count > most else { return String(self) }
    var text = String(scalars.prefix(most * 3 / 4))
    text += " … "
    text += String(scalars.suffix(most / 4))
    return text
  }
}
