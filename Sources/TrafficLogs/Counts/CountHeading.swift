package import NumberPools

/// What the heading of a column of times says of the stretches that it names.
package enum CountHeading: Hashable {
  /// A moment, whose stretch lasts so long at most, where that is known.
  case moment(most: Interval?)
  case day
  case week(isCompact: Bool)
  case month
  /// The number of a stretch so long, from 0 at the report's first.
  case nth(Interval)
  /// The number of a stretch of so many days.
  case nthDays(Int)
  case nthMonth
}

extension CountHeading {
  /// What the heading of the column of whole times says.
  package init(ofTime folded: String) {
    self = Self.byName[folded] ?? .moment(most: nil)
  }

  /// Headings of columns that tell a stretch alone; the finest first, as a table may have several.
  static let times: [(names: [String], heading: CountHeading)] = [
    (
      [
        "dateHourMinute", "Date hour and minute", "Date, hour and minute",
        "Date + hour + minute (YYYYMMDDHHMM)", "Дата, час и минута", "ym:s:dateTimeMinute",
      ], .moment(most: .minutes(1))
    ),
    (
      [
        "dateHour", "Date + hour (YYYYMMDDHH)", "Date + hour", "Date and hour", "Date hour",
        "Hour of date", "Дата и час (ГГГГММДДЧЧ)", "Дата + час (ГГГГММДДЧЧ)", "Дата + час",
        "Дата и час", "Дата и час визита", "Час и дата",
      ], .moment(most: .hours(1))
    ),
    (
      [
        "datetime", "timestamp", "Date and time", "Date and time of visit", "Visit date and time",
        "Дата и время визита", "Дата и время", "ym:s:dateTime", "interval", "Интервал", "period",
        "Период", "time period",
      ], .moment(most: nil)
    ),
    (
      [
        "date", "day", "Date of visit", "Visit date", "Day of visit", "Дата", "Дата визита",
        "День", "День визита", "ym:s:date", "Datum", "Tag",
      ], .day
    ),
    (["nthMinute", "Nth minute", "N-я минута", "Порядковый номер минуты"], .nth(.minutes(1))),
    (["nthHour", "Nth hour", "N-й час", "Порядковый номер часа"], .nth(.hours(1))),
    (["nthDay", "Nth day", "N-й день", "Порядковый номер дня"], .nthDays(1)),
    (["nthWeek", "Nth week", "N-я неделя", "Порядковый номер недели"], .nthDays(7)),
    (["nthMonth", "Nth month", "N-й месяц", "Порядковый номер месяца"], .nthMonth),
    (
      ["isoYearIsoWeek", "ISO week of ISO year", "Неделя ISO года ISO"],
      .week(isCompact: true)
    ),
    (
      [
        "week", "Week of visit", "week start", "Week start date", "start of week", "Неделя",
        "Неделя визита", "Начало недели", "ym:s:startOfWeek",
      ], .week(isCompact: false)
    ),
    (
      [
        "month", "yearMonth", "Year month", "Month of visit", "month start", "start of month",
        "Месяц", "Месяц визита", "Год и месяц", "Месяц года", "ym:s:startOfMonth",
      ], .month
    ),
  ]

  private static let byName: [String: CountHeading] = {
    var headings: [String: CountHeading] = [:]
    for (names, heading) in times {
      for name in names { headings[DelimitedHeader.folded(name)] = heading }
    }
    return headings
  }()

  /// Whether a heading, folded, is that of a column which tells stretches alone.
  package static func isTime(_ folded: String) -> Bool { byName[folded] != nil || folded == "at" }

  /// Headings of the hour of a day; without a date beside them such a column may hold whole times.
  static let hours = [
    "hour", "Hour of day", "Hour of the day", "Hour of visit", "Visit hour", "time",
    "time of day", "Time of visit", "Час", "Час визита", "Час суток", "Час дня", "Время",
    "Время визита", "Время суток", "ym:s:hour", "ym:s:hourMinute", "Server time",
    "Server time - hour", "Server time - hour (end of visit)", "Local time",
    "Local time - hour", "Local time - hour (start of visit)", "Hour (server time)",
    "Hour (local time)", "Время сервера", "Время сервера - час", "Местное время", "label",
    "Stunde", "Uhrzeit",
  ]

  /// Headings of the minute of an hour; without an hour beside them it may hold whole times.
  static let minutes = ["minute", "Minute of hour", "Минута", "Минута визита"]

  /// Headings of the number of sessions.
  static let sessions = [
    "sessions", "count", "visits", "nb_visits", "Total sessions", "Total visits",
    "Number of sessions", "Number of visits", "Визиты", "Сеансы", "Сессии", "Количество визитов",
    "Количество сеансов", "Число визитов", "Число сеансов", "ym:s:visits", "Sitzungen", "Besuche",
  ]

  /// Headings of the number of people, which isn't that of their sessions.
  static let users = [
    "Active users", "Users", "Total users", "Visitors", "Unique visitors", "nb_uniq_visitors",
    "nb_users", "Активные пользователи", "Пользователи", "Всего пользователей", "Посетители",
    "Уникальные посетители", "ym:s:users", "unique users",
  ]

  /// Headings of what one session may have several of, so that it counts once in each row.
  static let ofPages: Set<String> = Set(
    [
      "Page path", "pagePath", "Page path and screen class", "Page path + query string",
      "pagePathPlusQueryString", "Page location", "pageLocation", "Page title", "pageTitle",
      "Page title and screen name", "Page title and screen class", "Event name", "eventName",
      "Content group", "Item name", "Путь к странице", "Путь к странице и класс экрана",
      "Название страницы", "Заголовок страницы", "Название события", "Адрес страницы",
      "Страница", "Цель", "Page URL", "Page",
    ].map(DelimitedHeader.folded))
}
