extension FieldCase {
  /// Which field of a web log's line is the client.
  static let clients = frontLayouts + forwardedLayouts + doubtfulClients

  /// Layouts in which the client stands before the time, with whatever else.
  private static let frontLayouts = fronts.map { name, front in
    FieldCase(name, ["a.log": FieldLog.text(front: front)], "inspect a.log", .six)
  }

  private static let fronts: [(String, @Sendable (String) -> String)] = [
    ("a plain log", { "\($0) - - " }),
    ("a port behind the address", { "\($0):40\(variant($0, 90))0 - - " }),
    ("syslog in front", { "Mar  2 10:00:00 web1 nginx: \($0) - - " }),
    ("syslog in front, its host an address", { "Mar  2 10:00:00 192.0.2.9 nginx: \($0) - - " }),
    ("RFC 5424 in front", { "<134>1 2026-03-02T07:00:00Z web1 nginx 812 - - \($0) - - " }),
    ("docker compose in front", { "web-1  | \($0) - - " }),
    ("Kubernetes in front", { "2026-03-02T07:00:00.100456789Z stdout F \($0) - - " }),
    ("kubectl --prefix in front", { "[pod/web-0/nginx] \($0) - - " }),
    ("a time in brackets in front", { "[12.345678] nginx: \($0) - - " }),
    ("the server's own address first", { "192.0.2.10 \($0) - - " }),
    ("the server's own address second", { "\($0) 192.0.2.10 - - " }),
    ("the server's address or its name first", { "\(serverName($0)) \($0) - - " }),
    ("the site and its port first", { "shop.example:443 \($0) - - " }),
    ("the site first and a user", { "shop.example \($0) - sales " }),
    ("the site second", { "\($0) shop.example - - " }),
    ("a user with spaces", { "\($0) - anna berg \(variant($0, 1)) " }),
    ("the ingress controller's old layout", { "\($0) - [\($0)] - - " }),
    ("brackets around the address", { "[\($0)] - - " }),
    ("addresses of version 4 written as version 6", { mapped($0) + " - - " }),
    ("addresses of version 6 with a port", { "[2001:db8::\(variant($0, 0))]:443 - - " }),
    (
      "labels before the addresses",
      { "shop.example CF:172.70.0.\(variant($0, 1) % 3) RL:\($0) - - " }
    ),
    ("labels the other way around", { "RL:\($0) CF:172.70.0.\(variant($0, 1)) - - " }),
    ("a label with an equals sign", { "client=\($0) server=192.0.2.10 - - " }),
    ("a proxy's list first", { "\($0), 10.1.2.\(variant($0, 1)) 10.0.0.4 - - " }),
    ("a proxy's list without spaces", { "\($0),10.1.2.7 10.0.0.4 - - " }),
    ("the site, then a list", { "shop.example \($0), 172.70.0.1 - - " }),
    ("a list or a dash, then the proxy", { "\($0) 10.0.0.4 - - " }),
    ("the whole line in quotes", { "\"\($0) - - " }),
    ("a tab between the fields", { "\($0)\t-\t-\t" }),
  ]

  /// The last number of an address, and more.
  private static func variant(_ address: String, _ more: Int) -> Int {
    (Int(address.split(separator: ".")[3]) ?? 0) + more
  }

  private static func serverName(_ address: String) -> String {
    variant(address, 0).isMultiple(of: 2) ? "192.0.2.10" : "shop.example"
  }

  private static func mapped(_ address: String) -> String {
    variant(address, 0).isMultiple(of: 2) ? "::ffff:\(address)" : address
  }

  /// Layouts in which a proxy talked to the server and the client stands behind the browser.
  private static let forwardedLayouts = fieldsBehind.flatMap { name, field in
    let text = FieldLog.text(
      front: { _ in "10.0.0.4 - - " }, behind: { " \"-\" \"\(FieldLog.agent)\"" + field($0) })
    return [
      FieldCase(name, ["a.log": text], "inspect --client-address forwarded a.log", .six),
      FieldCase(
        name + ", not asked for", ["a.log": text], "inspect a.log", .warned("behind a proxy")),
    ]
  }

  private static let fieldsBehind: [(String, @Sendable (String) -> String)] = [
    ("forwarded, in quotes", { " \"\($0)\"" }),
    ("forwarded with a port", { " \"\($0):40000\"" }),
    ("forwarded, without quotes", { " \($0)" }),
    ("forwarded, a list without quotes", { " \($0), 172.70.0.1" }),
    ("forwarded, a list that begins with a private address", { " \"10.9.9.9, \($0)\"" }),
    ("forwarded, with a label", { " rt=0.4 xff=\"\($0), 10.0.0.9\"" }),
    ("forwarded, and the upstream beside it", { " \"172.18.0.7:5000\" \"\($0)\"" }),
  ]

  /// Lines from which nobody can tell who the client is.
  private static let doubtfulClients = [
    FieldCase(
      "tabs between all fields",
      [
        "a.log": FieldLog.text().replacing("\" ", with: "\"\t").replacing(" - - ", with: "\t-\t-\t")
      ],
      "inspect a.log", FieldCase.Outcome.six.notSaying("No line names a browser")),
    FieldCase(
      "a dash for the client", ["a.log": FieldLog.text(front: { _ in "- - - " })], "inspect a.log",
      .figures(["traffic.visitors": 0]).saying("name no client")),
    FieldCase(
      "a dash for the client behind syslog",
      ["a.log": FieldLog.text(front: { _ in "Mar  2 10:00:00 web1 nginx: - - - " })],
      "inspect a.log", .figures(["traffic.visitors": 0]).saying("name no client")),
    FieldCase(
      "the name of a variable instead of the client",
      ["a.log": FieldLog.text(front: { _ in "$remote_addr - - " })], "inspect a.log",
      .warned("have a name where the client's address should be")),
    FieldCase(
      "the site instead of the client",
      ["a.log": FieldLog.text(front: { _ in "shop.example - - " })], "size a.log",
      .warned("have a name where the client's address should be")),
    FieldCase(
      "a load balancer for the client",
      ["a.log": FieldLog.text(front: { _ in "10.0.0.4 - - " })], "size a.log",
      .warned("come from one and the same address")),
    FieldCase(
      "addresses cut for privacy",
      [
        "a.log": FieldLog.lines { person, view in
          FieldLog.line(person, view: view, front: { _ in "203.0.\(person).0 - - " })
        }
      ],
      "inspect a.log", FieldCase.Outcome.six.saying("cut for privacy")),
    FieldCase(
      "the forwarded address asked for where there is none", ["a.log": FieldLog.text()],
      "inspect --client-address forwarded a.log",
      FieldCase.Outcome.six.saying("no line names a client in a forwarded-for field")),
    FieldCase(
      "a proxy's own address for visits that didn't pass it",
      [
        "a.log": FieldLog.lines { person, view in
          FieldLog.line(
            person, view: view,
            front: { address in (person == 1 ? address : "10.0.0.4") + " - - " },
            behind: " \"-\" \"\(FieldLog.agent)\" "
              + (person == 1 ? "\"-\"" : "\"\(FieldLog.address(person))\""))
        }
      ], "inspect --client-address forwarded a.log", .six),
  ]
}
