import NumberPools
import TrafficLogs

/// What the first line of a table says of its columns, and what becomes of them in a copy.
struct CopiedColumns {
  let delimiter: UInt8
  /// Whether the first line names the columns; else they are known by position.
  let hasHeader: Bool
  /// Whether quotes enclose fields.
  let hasQuotes: Bool
  /// The names as the file writes them; those that don't look like names, as `column 3`.
  let names: [String]
  /// What becomes of each column; `nil` for one that is left out.
  private(set) var columns: [Column?]

  struct Column {
    var role: Role
    /// What else than the usual spellings is a time.
    var timeStyle = TimeText.Style.standard
    /// Whether a reader can't do without it.
    var isNeeded = false
    /// Whether a reader reads it.
    var isRead = false
  }

  /// What a column holds.
  enum Role {
    /// A name of someone or of something of theirs.
    case name
    /// A caller's number.
    case caller
    /// A client's address.
    case client
    case time
    case link
    case clickID
    /// A word that many share.
    case shared
    /// What somebody searched for.
    case searchWords
    /// A word that decides what a row counts as.
    case word
    /// A whole number.
    case count
    /// A browser, told from robots by its name.
    case agent
    /// A browser, or somebody who acts for others.
    case browserOrPerson
  }

  /// Reads a first line, without the mark of its encoding.
  ///
  /// - Returns: `nil` where no column is known.
  init?(_ line: Span<UInt8>) {
    // What a table of traffic makes of a column counts more.
    let formats = [FileFormat.Kind.calls, .traffic].compactMap {
      FormatDetector(kind: $0).format(of: line)
    }
    delimiter = DelimitedHeader.delimiter(of: line)
    let cells = DelimitedHeader.cells(of: line, delimiter: delimiter)
    hasQuotes = !formats.contains { $0 == .metricaVisits || $0 == .metricaHits }
    let positions = CallColumn.asteriskPositions(line)
    hasHeader = positions == nil
    if positions == nil {
      names = cells
      columns = cells.map { Self.role(of: $0, among: cells).map { Column(role: $0) } }
      for format in formats { read(as: format) }
      // Calls are answered by agents, who are people.
      if FormatDetector(kind: .traffic).format(of: line)?.kind == .calls {
        for index in columns.indices where Self.isPerson(cells[index]) {
          columns[index] = Column(role: .name)
        }
      }
      // A reader can be told what its columns are called here.
      if !columns.contains(where: { $0?.role == .time && $0?.isRead == true }) {
        for index in columns.indices where columns[index]?.role == .time {
          columns[index]?.isRead = true
        }
      }
      let isTable = columns.contains {
        $0.map { ![.shared, .searchWords].contains($0.role) || $0.isNeeded } ?? false
      }
      guard isTable else { return nil }
    } else {
      let positions = positions ?? []
      guard positions.count == cells.count else { return nil }
      names = cells.indices.map { "column \($0 + 1)" }
      columns = positions.map { slot in
        CallColumn(rawValue: Int(slot)).map {
          Column(role: $0.role, isNeeded: $0 == .time, isRead: true)
        }
      }
    }
    // The reader of rows counts them in eight bits.
    for index in columns.indices.filter({ columns[$0] != nil }).dropFirst(Int(Int8.max)) {
      columns[index] = nil
    }
  }

  /// A reader of the rows: each column that is copied has a slot.
  var reader: DelimitedReader {
    var slots: [Int8] = []
    var slot: Int8 = 0
    for column in columns {
      slots.append(column == nil ? -1 : slot)
      if column != nil { slot += 1 }
    }
    return DelimitedReader(
      header: DelimitedHeader(positions: slots, delimiter: delimiter), slots: Int(slot),
      hasQuotes: hasQuotes)
  }

  /// The slots of times.
  var timeSlots: [Int] {
    let kept = columns.compactMap(\.self)
    return kept.indices.filter { kept[$0].role == .time }
  }

  /// The names of columns that are left out. A first line that is no header may hold personal data,
  /// which no message shows.
  var droppedNames: [String] {
    let isHeader = names.allSatisfy { name in
      let bytes = Array(name.utf8)
      return !PersonalData.isIn(bytes.span, bytes.indices)
    }
    let shown = isHeader ? Set(DelimitedHeader.shown(names)) : []
    return columns.indices.filter { columns[$0] == nil }.map {
      shown.contains(names[$0]) ? names[$0] : "column \($0 + 1)"
    }
  }

  /// Takes over what the reader of a format looks for, by the names that it knows. A column under a
  /// second name isn't read, but stays: the format may be told by it.
  private mutating func read(as format: FileFormat) {
    let folded = names.map(DelimitedHeader.folded)
    func position(_ column: WantedColumn, role: Role) -> Int? {
      let first = column.foldedNames.lazy.compactMap(folded.firstIndex).first
      for index in folded.indices
      where index != first && columns[index] == nil && column.foldedNames.contains(folded[index]) {
        columns[index] = Column(role: role)
      }
      return first
    }
    if format.kind == .calls {
      for wanted in CallColumn.columns(of: format) {
        guard let column = CallColumn(rawValue: wanted.slot),
          let index = position(wanted, role: column.role)
        else { continue }
        columns[index] = Column(role: column.role, isNeeded: wanted.isNeeded, isRead: true)
      }
      return
    }
    for wanted in TrafficColumn.columns(of: format) {
      guard let column = TrafficColumn(rawValue: wanted.slot) else {
        // Behind the columns are those of the click ids.
        if let index = position(wanted, role: .clickID) {
          columns[index] = Column(role: .clickID, isRead: true)
        }
        continue
      }
      guard let index = position(wanted, role: column.role) else { continue }
      columns[index] = Column(
        role: format == .counts ? Self.role(of: column, folded[index], among: folded) : column.role,
        timeStyle: format == .counts ? .buckets : .standard, isNeeded: wanted.isNeeded,
        isRead: true)
    }
  }
}

extension CopiedColumns {
  /// What a column of a report of counts holds. Numbered steps, weeks and months aren't moved; an
  /// hour is a word beside a date, and may be a whole time without one. Numbers of days mean
  /// nothing without the report's title, so that they can't be read as times, nor copied.
  private static func role(
    of column: TrafficColumn, _ name: String, among names: [String]
  ) -> Role {
    switch column {
    case .time:
      switch CountHeading(ofTime: name) {
      case .moment, .day, .nthDays, .nthMonth: .time
      case .nth: .count
      case .week, .month: .word
      }
    case .hour, .minute:
      names.contains { CountHeading.isTime($0) } ? .word : .time
    default: column.role
    }
  }
}

/// Columns that no reader looks for.
extension CopiedColumns {
  private static func role(of name: String, among all: [String]) -> Role? {
    let folded = DelimitedHeader.folded(name)
    if let known = rolesByName[folded] { return known }
    // Beside it `from` is a time; elsewhere it may be a caller's number.
    if folded == "from" {
      return all.contains { DelimitedHeader.folded($0) == "until" } ? .time : nil
    }
    // What stands before or behind a known word is copied too.
    let bytes = Array(name.utf8)
    guard DelimitedHeader.isName(name), !PersonalData.isIn(bytes.span, bytes.indices) else {
      return nil
    }
    // Where a word begins matters: a "ship" holds no address.
    let spelled = String(
      decoding: name.lowercased().utf8.map {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0
      }, as: UTF8.self)
    if spelled == "utm_term" { return .searchWords }
    if spelled.hasPrefix("utm_") { return .shared }
    if spelled.hasSuffix("_ip") { return .client }
    if folded.hasSuffix("useragent") { return .agent }
    return folded.hasPrefix("client") ? .name : nil
  }

  /// Whether a column of a table of calls names who answered.
  private static func isPerson(_ name: String) -> Bool {
    ["agent", "clientagent"].contains(DelimitedHeader.folded(name))
  }

  private static let rolesByName: [String: Role] = {
    let names: [(Role, String)] = [
      (.name, "visitor_id session_id call_id dialled user user_id client_id user_pseudo_id"),
      // A reader can be told to take sessions from these, and knows what they are by their names.
      (.name, TrafficColumn.numbersOfVisitors.joined(separator: " ")), (.searchWords, "term"),
      (.caller, "caller"), (.client, "ip client_ip client_address address"),
      (.agent, "user_agent"), (.browserOrPerson, "client_agent agent"),
      (.time, "at start end last_activity until time timestamp"),
      (.link, "url referrer referer landing_url landing_page page_location page_referrer"),
      (.clickID, "click_id"), (.clickID, Touch.ClickID.parameters.joined(separator: " ")),
      (
        .shared,
        "kind channel source medium campaign content device region bot answered duration_s"
      ),
    ]
    var roles: [String: Role] = [:]
    for (role, words) in names {
      for word in words.split(separator: " ") {
        roles[DelimitedHeader.folded(String(word))] = role
      }
    }
    return roles
  }()
}

extension TrafficColumn {
  fileprivate var role: CopiedColumns.Role {
    switch self {
    case .time, .lastActivity: .time
    case .visitor, .session, .record: .name
    case .url, .referrer: .link
    case .address: .client
    case .agent: .agent
    case .clickID: .clickID
    case .duration, .visits: .count
    case .kind, .bot, .hour, .minute: .word
    case .term: .searchWords
    case .source, .medium, .sourceMedium, .campaign, .content, .channel, .group: .shared
    }
  }
}

extension CallColumn {
  fileprivate var role: CopiedColumns.Role {
    switch self {
    case .time: .time
    case .caller: .caller
    case .id, .dialled, .session, .visitor, .parent, .linkedID, .poolNumber, .ownCaller: .name
    case .address: .client
    case .agent: .agent
    case .answered, .direction, .noVisit, .offSite: .word
    case .draw: .count
    case .duration: .shared
    case .click, .googleClick, .yandexClick, .microsoftClick, .facebookClick: .clickID
    case .googleClient, .metricaClient: .name
    case .landingPage: .link
    }
  }
}
