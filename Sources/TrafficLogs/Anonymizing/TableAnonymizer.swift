import NumberPools

/// Rewrites tables with a header: commas, semicolons or tabs between fields, quotes around them.
struct TableAnonymizer: Sendable {
  private let pseudonyms: Pseudonyms
  private let delimiter: UInt8
  /// What happens to each column; `nil` for one that is dropped.
  private let roles: [Role?]
  /// The names of columns whose meaning isn't known, and which are therefore dropped.
  let droppedColumns: [String]

  /// What a column holds.
  private enum Role {
    /// A name of someone or of something of theirs.
    case name
    /// A client's address.
    case client
    case time
    case link
    case clickID
    /// A word that many share.
    case shared
    /// A browser, told from robots by its name.
    case agent
  }

  /// Reads a header and adds that of the copy.
  ///
  /// - Returns: `nil` where no column is known.
  init?(header: Span<UInt8>, pseudonyms: Pseudonyms, to output: inout [UInt8]) {
    let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = delimiters.map { delimiter in
      (0..<header.count).count(where: { header[$0] == delimiter })
    }
    let most = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    delimiter = delimiters[most]
    self.pseudonyms = pseudonyms
    guard let fields = Self.fields(header, delimiter) else { return nil }
    let names = fields.map { String(decoding: $0, as: UTF8.self) }
    roles = names.map(Self.role)
    droppedColumns = zip(names, roles).filter { $1 == nil }.map(\.0)
    guard roles.contains(where: { $0 != nil && $0 != .shared }) else { return nil }
    append(zip(fields, roles).filter { $1 != nil }.map(\.0), to: &output)
  }

  /// Adds a row; nothing for one that can't be understood.
  ///
  /// - Returns: Whether it could be.
  func append(_ row: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    guard let fields = Self.fields(row, delimiter), fields.count == roles.count else {
      return false
    }
    var kept: [[UInt8]] = []
    for (field, role) in zip(fields, roles) {
      guard let role else { continue }
      guard let value = value(of: field, role) else { return false }
      kept.append(value)
    }
    append(kept, to: &output)
    return true
  }

  private func value(of field: [UInt8], _ role: Role) -> [UInt8]? {
    if field.isEmpty { return field }
    var value: [UInt8] = []
    switch role {
    case .agent:
      return field
    case .shared:
      if !LinkCleaner.hasAt(field.span, field.indices) { return field }
      pseudonyms.append(text: field.span, to: &value)
    case .name:
      pseudonyms.append(text: field.span, to: &value)
    case .client:
      pseudonyms.append(client: field.span, to: &value)
    case .link:
      LinkCleaner(pseudonyms: pseudonyms).append(field.span, field.indices, to: &value)
    case .clickID:
      let start = Self.clickIDStart(field)
      value.append(contentsOf: field[..<start])
      pseudonyms.append(text: field.span.extracting(start..<field.count), to: &value)
    case .time:
      return DateShift.moved(field, by: pseudonyms.shift)
    }
    return value
  }

  private static func role(of column: String) -> Role? {
    let name = column.lowercased().utf8.map { $0 == 0x20 || $0 == 0x2D ? 0x5F : $0 }
    let word = String(decoding: name, as: UTF8.self)
    if let known = rolesByName[word] { return known }
    if word.hasPrefix("utm_") { return .shared }
    if word == "ip" || word.hasSuffix("_ip") { return .client }
    if word.hasSuffix("user_agent") { return .agent }
    return word.hasPrefix("client") ? .name : nil
  }

  private static let rolesByName: [String: Role] = {
    let names: [(Role, String)] = [
      (.name, "visitor_id session_id call_id caller dialled user user_id client_id user_pseudo_id"),
      (.client, "ip client_ip client_address address"),
      (.agent, "user_agent client_agent agent"),
      (.time, "at start end last_activity from until time timestamp"),
      (.link, "url referrer referer landing_url landing_page page_location page_referrer"),
      (.clickID, "click_id"), (.clickID, Touch.ClickID.parameters.joined(separator: " ")),
      (
        .shared,
        "kind channel source medium campaign term content device region bot answered duration_s"
      ),
    ]
    var roles: [String: Role] = [:]
    for (role, words) in names {
      for word in words.split(separator: " ") { roles[String(word)] = role }
    }
    return roles
  }()

  /// Where the id begins in `gclid=...`; at once in a bare one.
  private static func clickIDStart(_ field: [UInt8]) -> Int {
    guard let equals = field.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == 0x3A }),
      Touch.ClickID.parameters.contains(String(decoding: field[..<equals], as: UTF8.self))
    else { return 0 }
    return equals + 1
  }
}

/// Fields by their delimiters.
extension TableAnonymizer {
  /// The fields of a row without their quotes; `nil` where a quote is never closed.
  static func fields(_ row: Span<UInt8>, _ delimiter: UInt8) -> [[UInt8]]? {
    var fields: [[UInt8]] = [[]]
    var isInside = false
    var index = 0
    while index < row.count {
      let byte = row[index]
      index += 1
      if byte == quote {
        if isInside, index < row.count, row[index] == quote {
          fields[fields.count - 1].append(quote)
          index += 1
        } else if isInside || fields[fields.count - 1].isEmpty {
          isInside.toggle()
        } else {
          fields[fields.count - 1].append(quote)
        }
      } else if byte == delimiter, !isInside {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    return isInside ? nil : fields
  }

  private func append(_ fields: [[UInt8]], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(delimiter) }
      guard field.contains(where: { $0 == delimiter || $0 == quote }) else {
        output.append(contentsOf: field)
        continue
      }
      output.append(quote)
      for byte in field {
        if byte == quote { output.append(quote) }
        output.append(byte)
      }
      output.append(quote)
    }
    output.append(UInt8(ascii: "\n"))
  }
}

private let quote = UInt8(ascii: "\"")
