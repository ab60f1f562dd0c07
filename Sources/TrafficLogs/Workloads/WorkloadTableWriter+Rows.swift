import NumberPools

extension WorkloadTableWriter {
  /// The fields of a page view.
  mutating func pageView(_ row: Int) -> [String] {
    let id = workload.pageViewSessions[row]
    let session = workload.sessions[Int(id.index)]
    let page = pages(of: id, session)
    return [
      workload.name(of: session), workload.visitorName(of: session),
      "\(workload.pageViewTimes[row].milliseconds)", page.address, page.referrer,
      workload.userAgent(of: session), workload.site(of: session),
    ]
  }

  /// The next page of a session and the one before it: the landing page, and then others.
  mutating func pages(
    of id: SessionID, _ session: GeneratedSession
  ) -> (address: String, referrer: String, number: Int32) {
    written[Int(id.index)] += 1
    let number = written[Int(id.index)]
    if number == 1 {
      return (workload.landingAddress(of: session), workload.referrer(of: session), number)
    }
    let site = workload.site(of: session)
    let before =
      number == 2 ? workload.landingAddress(of: session) : "https://\(site)/page-\(number - 1)"
    return ("https://\(site)/page-\(number)", before, number)
  }

  /// The fields of a session.
  func session(_ row: Int) -> [String] {
    let session = workload.sessions[row]
    let truth = workload.truth(of: session)
    return [
      workload.name(of: session), workload.visitorName(of: session),
      workload.personName(of: session), "\(session.start.milliseconds)",
      "\(session.lastPageView.milliseconds)", truth.channel, truth.source ?? "",
      truth.medium ?? "", truth.campaign ?? "", truth.term ?? "",
      workload.clickID(of: session)?.value ?? "", workload.landingAddress(of: session),
      workload.referrer(of: session), workload.site(of: session), "\(session.isBot)",
      session.via.name, "\(session.isNotSwapped)",
    ]
  }

  /// The fields of a call.
  func call(_ row: Int) -> [String] {
    let call = workload.calls[row]
    let session = call.session.map { workload.sessions[Int($0.index)] }
    return [
      workload.name(of: call), "\(call.time.milliseconds)",
      session.map { workload.name(of: $0) } ?? "", workload.callerName(of: call),
      "\(call.seconds)", "\(call.isAnswered)", "\(call.isSaved)",
      "\(session == nil && !call.isOffSite)", "\(call.isOffSite)",
      call.draw.map { "\($0)" } ?? "",
    ]
  }

  /// The lines of a page view in an access log: the page, and what it is made of where a browser
  /// shows it.
  mutating func lines(ofPageView row: Int) -> String {
    let id = workload.pageViewSessions[row]
    let session = workload.sessions[Int(id.index)]
    let page = pages(of: id, session)
    let site = workload.site(of: session)
    let path = page.address.dropFirst("https://\(site)".count)
    let agent = workload.userAgent(of: session)
    let isShared = Set(workload.scenario.channels.map { $0.site }).count > 1
    let head =
      "\(isShared ? site + " " : "")\(Self.address(ofPerson: session.person)) - -"
      + " [\(Self.clock(workload.pageViewTimes[row]))]"
    func line(_ path: some StringProtocol, _ bytes: Int, _ referrer: String) -> String {
      "\(head) \"GET \(path) HTTP/1.1\" 200 \(bytes) \"\(referrer.isEmpty ? "-" : referrer)\""
        + " \"\(agent)\"\n"
    }
    var lines = line(path, 18_000 + Int(page.number) * 31, page.referrer)
    if !session.isBot {
      for (asset, bytes) in [("/assets/site.css", 9120), ("/assets/site.js", 40_410)] {
        lines += line(asset, bytes, page.address)
      }
    }
    return lines
  }

  /// One of sixteen million addresses that nobody else has.
  private static func address(ofPerson person: Int32) -> String {
    let number = person + 1
    return "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
  }

  /// A moment as access logs write it, in UTC.
  private static func clock(_ time: Timestamp) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date = time.civilDate
    let second = time.millisecondOfDay / 1000
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(padded(date.day))/\(months[date.month - 1])/\(date.year):\(padded(second / 3600)):"
      + "\(padded(second / 60 % 60)):\(padded(second % 60)) +0000"
  }
}
