import NumberPools

/// Collects what the events of some GA4 exports say.
struct GA4Builder {
  private let keepsTouches: Bool
  private let grouping: WebLogReader.Grouping
  private let exclusions: Exclusions
  private var log = TrafficLog()
  private var place = LogPlace()
  /// The page views; their columns are filled at the end, as it takes all of them to know whether
  /// sessions are named.
  private var views: [View] = []
  private var heartbeats: [View] = []
  private var sources = ByteInterner()
  private var pools: PoolNames
  private var clickIDs = ClickIDs()
  private var records = RecordSet()
  /// Reused for the keys of the interners, and for texts without their escapes.
  private var key: [UInt8] = []
  private var text: [UInt8] = []

  private struct View {
    var time: Timestamp
    var visitor: VisitorID
    var group: Int32?
    /// Negative where the event names none.
    var session: Int32
  }

  init(
    keepsTouches: Bool, grouping: WebLogReader.Grouping, exclusions: Exclusions = Exclusions()
  ) {
    self.exclusions = exclusions
    self.keepsTouches = keepsTouches
    self.grouping = grouping
    pools = PoolNames(isByFile: grouping == .file)
    log.summary.visitorBasis = .identifier
  }

  mutating func begin(_ input: LogInput) {
    place.begin(input, &log.summary)
    pools.begin(file: input.name)
  }

  /// How many lines with events have been read.
  var lines: Int { log.summary.lines }

  /// Reads the rest of an opened input: an event a line, or an array of any layout.
  mutating func read(
    _ source: inout ByteSource, progress: (Int) -> Void
  ) throws(InputError) {
    let beginning = try source.beginning(ByteSource.tellingLength)
    guard JSONObjectCutter.isNeeded(for: beginning.span) else {
      return try LineReader.read(&source, progress: progress) {
        add($0, isCutOff: $1)
        return true
      }
    }
    var cutter = JSONObjectCutter()
    try cutter.read(&source, progress: progress) { object, isCutOff, line in
      place.move(to: line - 1)
      add(object, isCutOff: isCutOff)
    }
    if cutter.isInsideArray {
      log.summary.doubts.append(
        .partlyRead(file: place.file, reason: "its array is never closed"))
    }
  }

  mutating func add(_ bytes: Span<UInt8>, isCutOff: Bool) {
    place.advance()
    let object = Self.withoutPunctuation(bytes)
    if object.isEmpty { return }
    log.summary.lines += 1
    do throws(GA4Event.Problem) {
      if isCutOff { throw .tooLong }
      let line = bytes.extracting(object)
      try add(GA4Event(line), of: line)
    } catch {
      log.summary.noteUnreadable(
        bytes, of: place.file, line: place.line, reason: error.reason)
    }
  }

  mutating func finish() -> TrafficLog {
    let hasSessions = views.contains { $0.session >= 0 }
    log.pageViews.reserveCapacity(views.count)
    for view in views {
      if hasSessions {
        log.pageViews.append(
          session: session(of: view), visitor: view.visitor, at: view.time, group: view.group)
      } else {
        log.pageViews.append(visitor: view.visitor, at: view.time, group: view.group)
      }
    }
    views = []
    for beat in heartbeats {
      log.pageViews.appendHeartbeat(
        visitor: beat.visitor, session: hasSessions ? session(of: beat) : nil, at: beat.time,
        group: beat.group)
    }
    heartbeats = []
    // A column that names no touch at all says the same as none.
    if log.origins.touches.isEmpty { log.origins.touchNumbers = [] }
    clickIDs.write(to: &log.summary)
    log.take(pools)
    return log
  }

  private mutating func add(_ event: GA4Event, of bytes: Span<UInt8>) {
    place.note(event.time, offset: 0, &log.summary)
    guard let name = event.visitor else {
      log.summary.leaveOut(.noVisitor)
      return
    }
    guard isNew(event, bytes) else {
      log.summary.leaveOut(.repeated)
      return
    }
    if isExcluded(event, bytes) {
      log.summary.leaveOut(.excludedPath)
      return
    }
    let group = groupNumber(event, bytes)
    key.removeAll(keepingCapacity: true)
    name.append(to: &key, from: bytes)
    let visitor = VisitorID(Int32(log.visitorNames.number(of: key)))
    var view = View(time: event.time, visitor: visitor, group: group, session: -1)
    if let session = event.session {
      key.append(UInt8(ascii: "."))
      session.append(to: &key, from: bytes)
      view.session = Int32(log.sessionNames.number(of: key))
    }
    guard event.isPageView else {
      log.summary.leaveOut(.notPageView)
      heartbeats.append(view)
      return
    }
    views.append(view)
    noteAddress(event, bytes)
    if keepsTouches {
      let touch = event.source.map { touchNumber($0, bytes) } ?? -1
      log.origins.touchNumbers.append(touch)
    }
  }

  /// Whether somebody said that the page isn't to be counted.
  private mutating func isExcluded(_ event: GA4Event, _ bytes: Span<UInt8>) -> Bool {
    guard !exclusions.paths.isEmpty else { return false }
    text.removeAll(keepingCapacity: true)
    event.address?.append(to: &text, from: bytes)
    return exclusions.hasPath(text.span, WebAddress(text.span, text.indices).path)
  }

  /// Whether no event with the same user, moment, name and page has been read. Tables of a day and
  /// of its course hold the same events, and so may one file that has both.
  private mutating func isNew(_ event: GA4Event, _ bytes: Span<UInt8>) -> Bool {
    key.removeAll(keepingCapacity: true)
    withUnsafeBytes(of: event.microseconds) { key.append(contentsOf: $0) }
    for part in [event.visitor, event.name, event.session, event.address, event.referrer] {
      part?.append(to: &key, from: bytes)
      key.append(0)
    }
    return records.insert(ContentDigest.digest(of: key.span))
  }

  private mutating func groupNumber(_ event: GA4Event, _ bytes: Span<UInt8>) -> Int32? {
    switch grouping {
    case .none: return nil
    case .file: return pools.ofFile
    case .host: break
    }
    text.removeAll(keepingCapacity: true)
    event.address?.append(to: &text, from: bytes)
    let site = WebAddress(text.span, text.indices).site
    // A sign of life says nothing of the site where it has no address; its session does.
    guard site != nil || event.isPageView else { return nil }
    let page = text
    return pools.number(of: page.span.extracting(site ?? 0..<0), .site)
  }

  /// The session that an event names, else the one of its visitor's events that name none.
  private mutating func session(of view: View) -> SessionID {
    if view.session >= 0 { return SessionID(view.session) }
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: log.visitorNames[Int(view.visitor.index)])
    key.append(UInt8(ascii: "."))
    return SessionID(Int32(log.sessionNames.number(of: key)))
  }

  /// Takes the request, the site and the click id from the page's address.
  private mutating func noteAddress(_ event: GA4Event, _ bytes: Span<UInt8>) {
    text.removeAll(keepingCapacity: true)
    event.address?.append(to: &text, from: bytes)
    key.removeAll(keepingCapacity: true)
    event.referrer?.append(to: &key, from: bytes)
    // Names of their own, as what is called below changes the builder.
    let page = text
    let referrer = key
    let address = WebAddress(page.span, page.indices)
    clickIDs.note(page.span, in: address.query)
    guard keepsTouches else { return }
    if let site = address.site { log.origins.noteSite(page.span.extracting(site)) }
    let request = log.origins.requestNumber(
      page.span, path: address.path, query: address.query, referrer: referrer.span)
    log.origins.requestNumbers.append(request)
  }

  private mutating func touchNumber(_ source: GA4Event.Source, _ bytes: Span<UInt8>) -> Int32 {
    key.removeAll(keepingCapacity: true)
    for field in source.fields {
      field?.append(to: &key, from: bytes)
      key.append(0)
    }
    let number = sources.number(of: key)
    if number == log.origins.touches.count {
      log.origins.touches.append(Self.touch(source, bytes))
    }
    return Int32(number)
  }

  /// Analytics name search engines and referring sites here as tags would.
  private static func touch(_ source: GA4Event.Source, _ bytes: Span<UInt8>) -> Origins.Named {
    func text(_ field: JSONString?) -> String? { field?.text(in: bytes) }
    func click(_ parameter: String, _ field: JSONString?) -> Touch.ClickID? {
      LandingTags.present(text(field)).map { Touch.ClickID(parameter: parameter, value: $0) }
    }
    let origin = NamedOrigin(
      source: text(source.source), medium: text(source.medium), campaign: text(source.campaign),
      term: text(source.term), content: text(source.content),
      clickID: click("gclid", source.gclid) ?? click("dclid", source.dclid))
    return Origins.Named(touch: origin.touch, areTags: true)
  }

  /// A line without white space around it and without what an array puts around its elements.
  private static func withoutPunctuation(_ bytes: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    func isOutside(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "]")
    }
    while start < end, isOutside(bytes[start]) { start += 1 }
    while end > start, isOutside(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
