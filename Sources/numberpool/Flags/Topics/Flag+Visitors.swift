import NumberPools
import TrafficLogs

extension FlagGroup {
  /// Who is a visitor, and which of them count.
  static let visitors = FlagGroup("Who counts") {
    Flag.only
    Flag.visitor
    Flag.clientAddress
    Flag.requests
    Flag.bots
    Flag.evidence
    Flag.excludePath
    Flag.excludeAddress
  }
}

extension Set<FileFormat> {
  /// The formats that have a line for each record of what was asked for.
  fileprivate static let records: Self = [
    .webLog, .pageViews, .sessions, .metricaVisits, .metricaHits,
  ]
}

extension Flag where Value == Eligibility {
  static var only: Self {
    let form = ValueForm<Eligibility>.words("WHO") { eligibility in
      switch eligibility {
      case .all: "everyone"
      case .tagged: "those with any tag or click id"
      case .paid: "those with a paid click id, medium or channel"
      }
    }
    return Flag("--only", form, default: .all, help: "whose sessions get a number")
  }
}

extension Flag where Value == LogSummary.VisitorBasis {
  static var visitor: Self {
    Flag(
      "--visitor",
      .words(
        "BASIS",
        [
          ("ip+user-agent", .addressAndAgent, "address and browser"),
          ("ip", .address, "the address alone"),
        ]),
      default: .addressAndAgent, help: "what a web log's visitors are known by"
    ).only(for: [.webLog])
  }
}

extension Flag where Value == WebLogReader.Client {
  static var clientAddress: Self {
    let form = ValueForm<WebLogReader.Client>.words("WHOSE") { client in
      switch client {
      case .peer: "who talked to the server"
      case .forwarded: "whom the proxy in between names, where it does"
      }
    }
    return Flag(
      "--client-address", form, default: .peer, help: "whose address is the visitor's, in web logs"
    ).only(for: [.webLog])
  }
}

extension Flag where Value == WebLogReader.Requests {
  static var requests: Self {
    let form = ValueForm<WebLogReader.Requests>.words("WHICH") { requests in
      switch requests {
      case .pages: "no assets, POSTs, errors, redirects"
      case .all: "every line"
      }
    }
    return Flag("--requests", form, default: .pages, help: "which lines are page views")
      .only(for: .records)
  }
}

extension Flag where Value == WebLogReader.Bots {
  static var bots: Self {
    let form = ValueForm<WebLogReader.Bots>.words("WHAT") { bots in
      switch bots {
      case .drop: "they don't count, nor do loopback and the server itself"
      case .keep: "they count"
      }
    }
    return Flag("--bots", form, default: .drop, help: "what becomes of robots")
      .only(for: .records)
  }
}

extension Flag where Value == BrowserEvidence.Rule {
  static var evidence: Self {
    let form = ValueForm<BrowserEvidence.Rule>.words("WHICH") { rule in
      switch rule {
      case .auto:
        "assets, if these are 2 % of the lines and neither --requests all nor --bots keep is given"
      case .none: "all count"
      case .assets: "who never fetched a style sheet, script, image or icon doesn't count"
      }
    }
    return Flag(
      "--evidence", form, default: .auto, help: "what shows in a web log that it was a browser"
    ).only(for: [.webLog])
  }
}

extension Flag where Value == [PathPattern] {
  static var excludePath: Self {
    Flag(
      repeating: "--exclude-path", .path,
      help: "pages whose path begins so don't count, such as /health; or, with * and ?, is so",
      gather: { (patterns) throws(UsageError) in patterns })
  }
}

extension Flag where Value == [AddressRange] {
  static var excludeAddress: Self {
    Flag(
      repeating: "--exclude-address", .address,
      help: "visitors from there don't count, such as 10.0.0.0/8; or a single address",
      gather: { (ranges) throws(UsageError) in ranges })
  }
}
