import NumberPools

/// The columns that tell how a session came, by all the names that exports have for them.
///
/// Those of the first session of a user (*First user source*) aren't among them: they say how
/// somebody came once, not how this session did.
extension TrafficColumn {
  /// Columns of touches, but for click ids.
  static let touchColumns: [TrafficColumn] = [
    .source, .medium, .sourceMedium, .campaign, .term, .content, .channel, .clickID,
  ]

  /// Each click id has a slot of its own, behind those of the columns: a table may have several.
  static let clickSlots = allCases.count..<(allCases.count + Touch.ClickID.parameters.count)

  /// How many slots a row of a table has.
  static let slotCount = clickSlots.upperBound

  private static let clickColumns =
    zip(clickSlots, Touch.ClickID.parameters).map { slot, parameter in
      WantedColumn(slot: slot, name: parameter, otherNames: metricaClickNames[parameter] ?? [])
    }

  private static let metricaClickNames = [
    "gclid": ["ym:s:lastGCLID", "ym:s:lastsignGCLID", "ym:s:lastSignificantGCLID", "ym:pv:GCLID"]
  ]

  /// Ways of Metrica to say which of a visitor's sessions is meant; the visit itself first.
  private static func metricaNames(_ name: String) -> [String] {
    [
      "", "last", "automatic", "lastsign", "lastSignificant", "last_yandex_direct_click",
      "cross_device_last", "cross_device_last_significant", "cross_device_last_yandex_direct_click",
    ].map { "ym:s:\($0)\(name)" }
  }

  static let origins =
    touches + clickColumns + [
      column(.clickID, "click_id"),
      column(.referrer, "referrer", ["referrerUrl", "page_referrer"]),
      column(.bot, "bot", ["is_bot", "robot", "is_robot"]),
    ]

  /// A count is of many sessions, which share no click.
  static let countOrigins = touches + [column(.referrer, "referrer")]

  static let metricaVisitOrigins =
    [
      column(.source, "source", metricaNames("UTMSource")),
      column(.medium, "medium", metricaNames("UTMMedium")),
      column(.campaign, "campaign", metricaNames("UTMCampaign")),
      column(.term, "term", metricaNames("UTMTerm")),
      column(.content, "content", metricaNames("UTMContent")),
      column(.channel, "channel", metricaNames("TrafficSource")),
    ] + clickColumns

  static let metricaHitOrigins =
    [
      column(.source, "source", ["ym:pv:UTMSource"]),
      column(.medium, "medium", ["ym:pv:UTMMedium"]),
      column(.campaign, "campaign", ["ym:pv:UTMCampaign"]),
      column(.term, "term", ["ym:pv:UTMTerm"]), column(.content, "content", ["ym:pv:UTMContent"]),
    ] + clickColumns

  private static let touches = [
    column(
      .source, "source",
      [
        "utm_source", "Session source", "Session manual source", "Source of session",
        "referrerName", "mkt_source", "ga:source", "ym:s:UTMSource", "ym:s:lastUTMSource",
        "ym:s:lastsignUTMSource", "Источник сеанса", "Сеанс – источник", "Источник",
      ]),
    column(
      .medium, "medium",
      [
        "utm_medium", "Session medium", "Session manual medium", "mkt_medium", "ga:medium",
        "ym:s:UTMMedium", "ym:s:lastUTMMedium", "ym:s:lastsignUTMMedium", "Канал сеанса",
        "Сеанс – канал",
      ]),
    column(
      .sourceMedium, "source_medium",
      [
        "Session source / medium", "Source / medium", "sessionSourceMedium",
        "Session manual source / medium", "sessionManualSourceMedium", "ga:sourceMedium",
        "Источник/канал сеанса", "Источник или канал сеанса", "Источник или канал",
        "Сеанс – источник/канал", "Источник/канал",
      ]),
    column(
      .campaign, "campaign",
      [
        "utm_campaign", "Session campaign", "sessionCampaignName", "Session manual campaign name",
        "Session manual campaign", "campaign_name", "mkt_campaign", "ga:campaign",
        "ym:s:UTMCampaign", "ym:s:lastUTMCampaign", "ym:s:lastsignUTMCampaign", "Кампания сеанса",
        "Сеанс – кампания", "Кампания",
      ]),
    column(
      .term, "term",
      ["utm_term", "Session manual term", "mkt_term", "ym:s:UTMTerm", "ym:s:lastUTMTerm"]),
    column(
      .content, "content",
      [
        "utm_content", "Session manual ad content", "mkt_content", "ym:s:UTMContent",
        "ym:s:lastUTMContent",
      ]),
    column(.channel, "channel", channelNames),
  ]

  private static let channelNames =
    [
      "Session primary channel group (Default Channel Group)", "Session primary channel group",
      "Session default channel group", "Session default channel grouping",
      "Primary channel group (Default Channel Group)", "Primary channel group",
      "Default channel group", "Default channel grouping", "Session custom channel group",
      "Channel group", "Channel grouping", "ga:channelGrouping",
      "Основная группа каналов сеанса (Группа каналов по умолчанию)",
      "Сеанс – основная группа каналов (Группа каналов по умолчанию)",
      "Основная группа каналов сеанса", "Сеанс – основная группа каналов",
      "Группа каналов сеанса по умолчанию", "Группа каналов по умолчанию для сеанса",
      "Сеанс – группа каналов по умолчанию", "Группа каналов по умолчанию", "Группа каналов",
    ] + metricaNames("TrafficSource") + [
      "Последний источник трафика", "Источник трафика", "Автоматический источник трафика",
      "Последний значимый источник трафика", "Источник трафика (последний)",
      "Источник трафика (автоматическая атрибуция)", "Источник трафика (последний значимый)",
      "Источник трафика (последний переход)", "Источник трафика (последний значимый переход)",
      "Последний переход из Директа: источник трафика",
      "Источник трафика (последний переход из Директа)", "Last traffic source", "Traffic source",
      "Automatic traffic source", "Last significant traffic source",
      "Last non-direct traffic source",
      "Traffic source type", "referrerType", "referrerTypeName", "Channel type",
    ]
}
