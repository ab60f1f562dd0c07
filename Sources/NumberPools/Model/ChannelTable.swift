/// The one table of sites, media and names by which sessions are put into channels.
///
/// Everything here is compared folded: in lower case, and without spaces, hyphens and underscores.
package enum ChannelTable {
  /// What kind of site a source is.
  package enum Kind: CaseIterable, Sendable {
    case search
    case social
    case messenger
    case video
    case shopping
    case email
    case affiliate
    case assistant
    case sms
    case direct
  }

  /// A site by the name that stands for it, and its places: a host stands for its subdomains too,
  /// `.*` for any ending; a word without a dot, or behind `=`, is another name for it in tags.
  package typealias Site = (kind: Kind?, source: String, places: String)

  /// Sites that say what kind of place a session came from. The longest host that fits decides.
  package static let sites: [Site] = [
    (
      .search, "google",
      "google.* com.google.android.googlequicksearchbox adwords googleads googleadwords gads"
    ),
    (.search, "bing", "bing.com msn.com bingads microsoft microsoftads"),
    (.search, "yahoo", "yahoo.*"),
    (
      .search, "yandex",
      "yandex.* ru.yandex.searchplugin com.yandex.browser yandexdirect =direct.yandex.ru"
        + " =ya.direct ydirect yandexads яндекс яндексдирект"
    ),
    (.search, "ya", "ya.ru"), (.search, "duckduckgo", "duckduckgo.com ddg"),
    (.search, "baidu", "baidu.com"), (.search, "ecosia", "ecosia.org"),
    (.search, "qwant", "qwant.com"), (.search, "ask", "ask.com"), (.search, "aol", "aol.*"),
    (.search, "rambler", "rambler.ru nova.rambler.ru"), (.search, "mail.ru", "go.mail.ru"),
    (.search, "seznam", "seznam.cz"), (.search, "naver", "naver.com"),
    (.search, "daum", "daum.net"), (.search, "sogou", "sogou.com"), (.search, "360", "so.com"),
    (.search, "startpage", "startpage.com"), (.search, "brave", "search.brave.com"),
    (.search, "kagi", "kagi.com"), (.search, "mojeek", "mojeek.com"),
    (.search, "swisscows", "swisscows.com"), (.search, "coccoc", "coccoc.com"),
    (.search, "sputnik", "sputnik.ru"), (.search, "apple", "applesearchads"),
    (
      .social, "facebook",
      "facebook.com fb.com fb.me com.facebook.katana fb facebookads fbads meta metaads"
    ),
    (.social, "instagram", "instagram.com com.instagram.android ig insta instagramads"),
    (.social, "threads", "threads.net threads.com"),
    (.social, "t.co", "t.co"), (.social, "twitter", "twitter.com x.com com.twitter.android x"),
    (.social, "linkedin", "linkedin.com lnkd.in com.linkedin.android linkedinads"),
    (.social, "pinterest", "pinterest.* pin.it com.pinterest"),
    (.social, "reddit", "reddit.com com.reddit.frontpage"),
    (.social, "tiktok", "tiktok.com com.zhiliaoapp.musically tiktokads tt"),
    (.social, "snapchat", "snapchat.com"), (.social, "tumblr", "tumblr.com"),
    (.social, "quora", "quora.com"), (.social, "xing", "xing.com"),
    (.social, "weibo", "weibo.com"), (.social, "bluesky", "bsky.app"),
    (.social, "mastodon", "mastodon.social"), (.social, "nextdoor", "nextdoor.com"),
    (.social, "livejournal", "livejournal.com"), (.social, "pikabu", "pikabu.ru"),
    (
      .social, "vk.com",
      "vk.com vk.ru vkontakte.* com.vkontakte.android vk vkads vkreklama вк вконтакте"
    ),
    (.social, "ok.ru", "ok.ru odnoklassniki.* ok одноклассники"),
    (.social, "mail.ru", "my.mail.ru target.my.com mytarget target.mail.ru"),
    (.social, "dzen", "dzen.ru zen.yandex.* zen дзен яндексдзен"),
    (
      .messenger, "telegram",
      "t.me telegram.me telegram.org org.telegram.messenger tg telegramads телеграм"
    ),
    (.messenger, "whatsapp", "wa.me whatsapp.com com.whatsapp wa"),
    (.messenger, "viber", "viber.com com.viber.voip вайбер"),
    (.messenger, "messenger", "messenger.com m.me"),
    (.messenger, "discord", "discord.* discord.gg"),
    (.messenger, "slack", "slack.com com.slack"), (.messenger, "skype", "skype.com"),
    (.messenger, "line", "line.me"), (.messenger, "wechat", "wechat.com weixin.qq.com"),
    (.messenger, "max", "max.ru"), (.messenger, "signal", "signal.org"),
    (.messenger, "teams", "teams.microsoft.com teams.live.com"),
    (.video, "youtube", "youtube.* youtu.be com.google.android.youtube yt ютуб"),
    (.video, "vimeo", "vimeo.com"), (.video, "rutube", "rutube.ru"),
    (.video, "vkvideo", "vkvideo.ru"), (.video, "twitch", "twitch.tv"),
    (.video, "dailymotion", "dailymotion.com"),
    (.shopping, "yandex.market", "market.yandex.* =market.yandex.ru yandexmarket yamarket"),
    (.shopping, "google.shopping", "shopping.google.* googleshopping"),
    (.shopping, "amazon", "amazon.*"), (.shopping, "ebay", "ebay.*"),
    (.shopping, "etsy", "etsy.com"),
    (.shopping, "aliexpress", "aliexpress.*"), (.shopping, "walmart", "walmart.com"),
    (.shopping, "ozon", "ozon.ru"), (.shopping, "wildberries", "wildberries.ru wb.ru wb"),
    (.shopping, "idealo", "idealo.*"),
    (.email, "gmail", "mail.google.* com.google.android.gm"),
    (.email, "yandex.mail", "mail.yandex.*"),
    (.email, "mail.ru", "e.mail.ru touch.mail.ru click.mail.ru"),
    (.email, "outlook", "outlook.live.com outlook.office.com outlook.office365.com"),
    (.email, "yahoo.mail", "mail.yahoo.*"), (.email, "rambler.mail", "mail.rambler.ru"),
    (.email, "aol.mail", "mail.aol.com"), (.email, "proton", "mail.proton.me"),
    (.email, "gmx", "gmx.* deref-gmx.* deref-mail.com"), (.email, "zoho", "mail.zoho.com"),
    (.email, "qq.mail", "mail.qq.com"), (.email, "mailchimp", "list-manage.com mailchimp"),
    (
      .email, "email",
      "mail newsletter mailing sendgrid sendpulse unisender getresponse klaviyo hubspotemail"
        + " esputnik mindbox рассылка письмо"
    ),
    (.affiliate, "admitad", "admitad.com ad.admitad.com"), (.affiliate, "cityads", "cityads.com"),
    (.affiliate, "actionpay", "actionpay.net"), (.affiliate, "awin", "awin.com awin1.com"),
    (.affiliate, "cj", "cj.com anrdoezrs.net jdoqocy.com tkqlhce.com dpbolvw.net kqzyfj.com"),
    (.affiliate, "shareasale", "shareasale.com"), (.affiliate, "rakuten", "linksynergy.com"),
    (.affiliate, "tradedoubler", "tradedoubler.com"), (.affiliate, "gdeslon", "gdeslon.ru"),
    (.affiliate, "epn", "epn.bz"),
    (.assistant, "chatgpt.com", "chatgpt.com chat.openai.com openai.com openai chatgpt"),
    (.assistant, "perplexity.ai", "perplexity.ai perplexity"),
    (.assistant, "gemini.google.com", "gemini.google.com bard.google.com gemini"),
    (.assistant, "copilot.microsoft.com", "copilot.microsoft.com copilot"),
    (.assistant, "claude.ai", "claude.ai claude"), (.assistant, "deepseek.com", "deepseek.com"),
    (.assistant, "grok.com", "grok.com grok"), (.assistant, "meta.ai", "meta.ai"),
    (.assistant, "alice.yandex.ru", "alice.yandex.*"), (.assistant, "giga.chat", "giga.chat"),
    (.assistant, "chat.mistral.ai", "chat.mistral.ai"),
    (.sms, "sms", "смс"), (.direct, "direct", "(direct) прямойзаход"),
    // Sites of search engines on which nobody searches.
    (
      nil, "",
      "docs.google.* drive.google.* sites.google.* calendar.google.* classroom.google.*"
        + " groups.google.* translate.google.* meet.google.* chat.google.* support.google.*"
        + " play.google.* ads.google.* cloud.google.* tagassistant.google.* trends.google.*"
        + " webmaster.yandex.* metrika.yandex.* metrica.yandex.* disk.yandex.* translate.yandex.*"
        + " direct.yandex.* wordstat.yandex.* tracker.yandex.* wiki.yandex.* forms.yandex.*"
        + " yabs.yandex.* an.yandex.* cloud.yandex.* finance.yahoo.* news.rambler.ru"
    ),
  ]

  /// Pages that send a visitor back to the site: what they refer to is no arrival. Those of
  /// payment first, then those on which one proves who one is.
  package static let returnPages = """
    paypal.com paypal.me stripe.com klarna.com adyen.com mollie.com mollie.nl 2checkout.com
    checkout.com squareup.com authorize.net braintreegateway.com worldpay.com sagepay.com
    opayo.co.uk opayo.eu afterpay.com affirm.com clearpay.co.uk pay.google.com pay.amazon.*
    payments.amazon.* shop.app pay.shopify.com checkout.shopify.com alipay.com razorpay.com payu.*
    przelewy24.pl sofort.com giropay.de paydirekt.de eps-payment.eu bluesnap.com skrill.com
    paysafecard.com cardinalcommerce.com arcot.com 3dsecure.io securesuite.net securesuite.co.uk
    payone.com computop-paygate.com saferpay.com datatrans.com postfinance.ch wirecard.com
    paymentwall.com fondy.eu wayforpay.com liqpay.ua interkassa.com
    yookassa.ru yoomoney.ru money.yandex.ru pay.yandex.ru robokassa.ru robokassa.com
    robokassa.kz cloudpayments.ru payanyway.ru payture.com paykeeper.ru unitpay.ru unitpay.money
    qiwi.com webmoney.ru securepayments.sberbank.ru securecardpayment.ru 3dsec.sberbank.ru
    securepayments.sberbank.com sberpay.ru online.sberbank.ru
    securepay.tinkoff.ru securepay.tbank.ru pay.tbank.ru pay.tinkoff.ru forma.tinkoff.ru
    forma.tbank.ru acs1.sbrf.ru acs2.sbrf.ru acs3.sbrf.ru acs4.sbrf.ru acs.vtb.ru pay.alfabank.ru
    payment.alfabank.ru web.rbsuat.com rbsuat.com ecommerce.raiffeisen.ru pay.raif.ru
    pay.modulbank.ru paymo.ru uniteller.ru wpay.uniteller.ru assist.ru best2pay.net
    payeer.com prodamus.ru payform.ru lifepay.ru dolyame.ru podeli.ru split.yandex.ru qr.nspk.ru
    platiqr.ru epay.kkb.kz epay.homebank.kz kaspi.kz bepaid.by webpay.by
    accounts.google.* oauth.yandex.* passport.yandex.* appleid.apple.com login.microsoftonline.com
    login.live.com id.vk.com oauth.vk.com id.vk.ru oauth.vk.ru esia.gosuslugi.ru account.mail.ru
    """

  /// Words of a medium and the channel that they name.
  private static let mediaRows: [(Channel, String)] = [
    (
      .email,
      "email mail newsletter newsletters mailing emailing emailcampaign emailmarketing edm digest"
        + " рассылка рассылки rassylka rassilka письмо почта"
    ),
    (.sms, "sms смс mms"), (.push, "push webpush mobilepush browserpush пуш"),
    (
      .messenger,
      "messenger messengers im telegram tg whatsapp viber chat chatbot bot мессенджер мессенджеры"
    ),
    (
      .affiliate,
      "affiliate affiliates affiliation aff partner partners partnership партнер партнёр партнеры"
        + " партнёры партнерка"
    ),
    (
      .display,
      "display banner banners expandable interstitial cpm programmatic dsp rtb teaser teasers tizer"
        + " native nativeads richmedia media displayads gdn rsya рся кмс баннер медийка тизер"
    ),
    (.audio, "audio podcast podcasts подкаст"),
    (
      .offline,
      "offline print qr qrcode tv radio flyer leaflet brochure catalog catalogue magazine newspaper"
        + " outdoor ooh billboard poster directmail postcard businesscard vizitka listovka офлайн"
        + " печать листовка визитка буклет наружка тв радио газета"
    ),
    (
      .organicSocial,
      "social socialnetwork socialnetworks socialmedia sm smm organicsocial socialorganic post posts"
        + " story stories соцсети соцсеть"
    ),
    (.organicSearch, "organic seo organicsearch поиск"), (.organicVideo, "video organicvideo"),
    (.organicShopping, "shopping freelisting freelistings organicshopping"),
    (.paidSearch, "paidsearch sem adwords searchads context контекст kontekst"),
    (
      .paidSocial,
      "paidsocial socialpaid socialads socialcpc cpcsocial target targeting targeted targetads"
        + " таргет таргетинг"
    ),
    (.paidVideo, "paidvideo cpv videoads videoad"), (.paidShopping, "paidshopping pla shoppingads"),
    (.assistant, "ai aiassistant aisearch llm"), (.referral, "referral link app website ссылка"),
    (.direct, "direct"),
  ]

  /// Paid media that don't say of what kind.
  package static let paidMedia: Set<String> = [
    "ppc", "retargeting", "remarketing", "retarget", "ads", "ad", "adv", "advert", "advertising",
    "advertisement", "sponsored", "sponsor", "reklama", "реклама", "ретаргетинг", "ремаркетинг",
  ]
}

extension ChannelTable {
  /// The names of channels in exports: first those of Google Analytics, then those of Yandex
  /// Metrica, by word and by label, then Matomo's.
  private static let nameRows: [(Channel, String)] = [
    (
      .paidSearch,
      "Paid Search|Brand Paid Search|Generic Paid Search|Платный поиск|Контекстная реклама|CPC|PPC"
    ),
    (
      .organicSearch,
      "Organic Search|Search|SEO|Обычный поиск|Органический поиск|organic|"
        + "Search engine traffic|Search engines|Переходы из поисковых систем|Поисковые системы"
    ),
    (.paidSocial, "Paid Social|Таргетированная реклама|Таргет|Платные социальные сети"),
    (
      .organicSocial,
      "Organic Social|Social|social|Social network traffic|Traffic from social networks|"
        + "Social networks|Переходы из социальных сетей|Социальные сети|Соцсети"
    ),
    (.paidVideo, "Paid Video"), (.organicVideo, "Organic Video|Video"),
    (.paidShopping, "Paid Shopping"), (.organicShopping, "Organic Shopping"),
    (.display, "Display|Медийная реклама|Баннеры"),
    (
      .paidOther,
      "Paid Other|Cross-network|Other Advertising|Paid|ad|ads|Ad traffic|Advertising traffic|"
        + "Переходы по рекламе|Реклама|Другая реклама"
    ),
    (
      .email,
      "Email|E-mail|Mailing traffic|Mailing list traffic|Newsletter traffic|Email рассылки|"
        + "Переходы с почтовых рассылок|Почтовые рассылки|Рассылки"
    ),
    (.messenger, "messenger|Messenger traffic|Messengers|Переходы из мессенджеров|Мессенджеры"),
    (.sms, "SMS|СМС"), (.push, "Mobile Push Notifications|Push"),
    (.affiliate, "Affiliates|Affiliate|Партнеры|Партнёры|Партнёрские программы"),
    (.audio, "Audio"),
    (.offline, "Offline|qr|qrcode|QR code traffic|Переходы по QR-кодам|Переходы по QR-коду|Офлайн"),
    (
      .assistant,
      "AI Assistant|AI Assistants|AI|ai-assistant|Переходы из нейросетей|Нейросети|"
        + "Переходы из ИИ-ассистентов"
    ),
    (
      .referral,
      "Referral|Referrals|Link traffic|Website|Websites|recommend|Recommendation system traffic|"
        + "Переходы по ссылкам на сайтах|Переходы из рекомендательных систем|Веб-сайты|Сайты|"
        + "Реферальный трафик"
    ),
    // A page of the site itself, or one that was saved, is no arrival from anywhere.
    (
      .direct,
      "Direct|(direct)|Direct Entry|Direct traffic|internal|Internal traffic|saved|save|"
        + "Cached page traffic|Прямые заходы|Прямой трафик|Прямой заход|Внутренние переходы|"
        + "Переходы с сохранённых страниц|Переходы с сохраненных страниц"
    ),
    (
      .other,
      "Unassigned|(Other)|Other|campaign|Campaigns|Кампании|undefined|Undefined traffic|"
        + "Не определено|Не определён|Неопределённый|Не назначено|Другое"
    ),
  ]

  package static let names: [String: Channel] = {
    var names: [String: Channel] = [:]
    for channel in Channel.allCases { names[folded(channel.rawValue)] = channel }
    for (channel, words) in nameRows {
      for word in words.split(separator: "|") { names[folded(String(word))] = channel }
    }
    return names
  }()

  static let media: [String: Channel] = {
    var media: [String: Channel] = [:]
    for (channel, words) in mediaRows {
      for word in words.split(separator: " ") { media[String(word)] = channel }
    }
    return media
  }()
}
