extension Workload {
  /// The identifier of a session: its channel and its number there, so that a channel added renames
  /// nobody.
  ///
  /// - Complexity: O(length), as that of the other names.
  public func name(of session: GeneratedSession) -> String {
    "\(stem(of: session))-\(session.number)"
  }

  /// The identifier of the visitor of a session: of the cookie.
  public func visitorName(of session: GeneratedSession) -> String {
    "\(stem(of: session))-\(visitorNumbers[Int(session.visitor)])"
  }

  /// The identifier of the person of a session.
  public func personName(of session: GeneratedSession) -> String {
    "\(stem(of: session))-\(personNumbers[Int(session.person)])"
  }

  /// The identifier of a call.
  public func name(of call: GeneratedCall) -> String {
    guard let session = call.session else { return "\(stem(of: call))-\(call.number)" }
    return "\(stem(of: sessions[Int(session.index)]))-\(call.number)"
  }

  /// Who calls: the person, or somebody who calls but once.
  public func callerName(of call: GeneratedCall) -> String {
    guard let session = call.session else { return name(of: call) }
    return personName(of: sessions[Int(session.index)])
  }

  private func stem(of session: GeneratedSession) -> String {
    session.channel < 0 ? Scenario.reservedNames[0] : channel(of: session).name
  }

  private func stem(of call: GeneratedCall) -> String {
    call.isOffSite ? Scenario.reservedNames[2] : Scenario.reservedNames[1]
  }

  /// The channel of a person's first visit; not of a robot.
  func channel(of session: GeneratedSession) -> Scenario.Channel {
    scenario.channels[Int(session.channel)]
  }
}

extension Scenario.Channel {
  /// What a campaign is called.
  ///
  /// - Parameter index: Its position; negative for none.
  func campaignName(_ index: Int32) -> String? {
    guard index >= 0 else { return nil }
    if case .list(let list) = campaigns { return list[Int(index)].name }
    return "campaign-\(index + 1)"
  }

  /// What a keyword is called.
  ///
  /// - Parameters:
  ///   - number: From 1; 0 for none.
  ///   - campaign: The campaign's position.
  func termName(_ number: Int32, ofCampaign campaign: Int32) -> String? {
    guard number > 0, let name = campaignName(campaign) else { return nil }
    return "\(name)-\(number)"
  }
}

extension Workload {
  /// What the browser of a person calls itself, the same at each visit; or what a robot does.
  public func userAgent(of session: GeneratedSession) -> String {
    if session.isDeclared { return Self.robot }
    let number = Int(personNumbers[Int(session.person)])
    return Self.browsers[number % Self.browsers.count]
  }

  private static let robot = "Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example/about)"

  private static let browsers = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
      + " Chrome/144.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
      + " Gecko) Version/26.2 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0"
      + " Mobile Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
      + " Version/26.2 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0",
  ]
}
