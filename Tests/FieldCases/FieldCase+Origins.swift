extension FieldCase {
  /// How sessions came: of six people so many that were paid for, or had a tag.
  static let origins = originsOfLogs + originsOfTables + originsOfCounts

  private static let originsOfLogs = [
    origin(
      "a tagged link of the site itself", paid: 0,
      first: ("/", "https://www.google.com/"),
      second: ("/sale?utm_source=site&utm_medium=banner", "https://shop.example/")),
    origin(
      "a page after a tagged link of the site itself", paid: 0,
      first: ("/sale?utm_source=site&utm_medium=banner", "https://shop.example/"),
      second: ("/cart", "https://shop.example/sale?utm_source=site&utm_medium=banner")),
    origin(
      "the way back from paying, with the tags kept", paid: 0, first: ("/cart", ""),
      second: ("/thanks?utm_source=yandex&utm_medium=cpc", "https://securepay.tinkoff.ru/")),
    origin(
      "a session that begins with the way back from paying", paid: 0,
      first: ("/thanks?gclid=X", "https://checkout.stripe.com/"),
      second: ("/", "https://shop.example/thanks?gclid=X")),
    origin(
      "an ad clicked within a session", paid: 0, first: ("/", "https://yandex.ru/"),
      second: ("/?yclid=1", "https://yabs.yandex.ru/")),
    origin("tags in capitals", paid: 6, first: ("/?UTM_SOURCE=Google&UTM_Medium=CPC", "")),
    origin("escaped tags", paid: 6, first: ("/?utm_source=a&utm_medium=paid%5Fsocial", "")),
    origin("a medium that nobody filled in", paid: 0, first: ("/?utm_medium=%7Bcpc%7D", "")),
    origin("the same as another system writes it", paid: 0, first: ("/?utm_medium=%%CPC%%", "")),
    origin("a click id that nobody filled in", paid: 0, first: ("/?gclid={gclid}", "")),
    origin("a parameter twice", paid: 0, first: ("/?utm_medium=email&utm_medium=cpc", "")),
    origin("an escape that is cut off", paid: 6, first: ("/?utm_medium=cpc%E", "")),
    origin(
      "openstat in base64", paid: 6, first: ("/?_openstat=ZGlyZWN0LnlhbmRleC5ydTsxOzI7cA", "")),
    origin("an id of VK", paid: 6, first: ("/?rb_clickid=1-2-3", "https://vk.com/")),
    origin("an id of Facebook's on any link", paid: 0, first: ("/?fbclid=x", "")),
    origin("tags behind a hash", paid: 0, first: ("/#utm_medium=cpc", "")),
  ]

  private static let originsOfTables = [
    table("a medium that analytics name", "source,medium", "x,social", tagged: 6, paid: 0),
    table("organic search", "source,medium", "google,organic", tagged: 0, paid: 0),
    table("a tag of the same name", "utm_source,utm_medium", "x,organic", tagged: 6, paid: 0),
    table("none", "source,medium", "(direct),(none)", tagged: 0, paid: 0),
    table("both in one", "Session source / medium", "google / cpc", tagged: 6, paid: 6),
    table(
      "a paid channel whatever the medium says",
      "Session primary channel group (Default Channel Group),Session medium",
      "Paid Search,(not set)", tagged: 6, paid: 6),
    table(
      "a channel in Russian", "Последний источник трафика", "Переходы по рекламе", tagged: 6,
      paid: 6),
    table("a channel of Matomo's", "referrerType", "search", tagged: 0, paid: 0),
    table("one click id of two columns", "gclid,yclid", ",77", tagged: 6, paid: 6),
    table("no click id", "gclid", "(not set)", tagged: 0, paid: 0),
    table(
      "the first session of a user", "First user source,First user medium", "a,cpc", tagged: 0,
      paid: 0),
  ].flatMap(\.self)

  private static let originsOfCounts = [
    FieldCase(
      "counts by channel",
      [
        "a.csv": """
        Date + hour (YYYYMMDDHH),Session primary channel group (Default Channel Group),Sessions
        2026030210,Paid Search,4
        2026030210,Direct,2
        2026030211,Cross-network,1
        2026030211,Email,3

        """
      ], "inspect --time-zone UTC --only paid a.csv", .figures(["traffic.sessions": 5]))
  ]

  /// Six people who come in one way and look at a second page.
  private static func origin(
    _ name: String, paid: Int, first: (page: String, referrer: String),
    second: (page: String, referrer: String) = ("/prices", "https://shop.example/")
  ) -> FieldCase {
    let log = FieldLog.lines { person, view in
      let (page, referrer) = view == 0 ? first : second
      let minute = person - 1 + view * 10
      return "\(FieldLog.address(person)) - - [02/Mar/2026:10:\(minute < 10 ? "0" : "")\(minute):00"
        + " +0300] \"GET \(page) HTTP/1.1\" 200 5120 \"\(referrer.isEmpty ? "-" : referrer)\""
        + " \"\(FieldLog.agent)\""
    }
    return FieldCase(
      name, ["a.log": log], "inspect --only paid a.log", .figures(["traffic.sessions": paid]))
  }

  /// Six sessions of a table with some columns.
  private static func table(
    _ name: String, _ columns: String, _ values: String, tagged: Int, paid: Int
  ) -> [FieldCase] {
    let rows = (1...6).map { "2026-03-02T10:0\($0):00Z,s\($0),\(values)\n" }
    let text = "start,session_id,\(columns)\n" + rows.joined()
    return [("tagged", tagged), ("paid", paid)].map { only, sessions in
      FieldCase(
        "\(name): \(only)", ["a.csv": text], "inspect --only \(only) a.csv",
        .figures(["traffic.sessions": sessions]))
    }
  }
}
