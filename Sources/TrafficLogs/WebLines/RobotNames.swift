/// What programs call themselves, in small letters, by what they are for; an underscore stands for
/// itself or a space. A word may be anywhere in a name, so a word that is part of a browser's or a
/// telephone's name can't be here unless that name is among the exceptions.
///
/// Most names need no entry: ``AgentFilter`` knows a program by the shape of its name, too. Those
/// here are of programs that go on like a browser, or have a comment in brackets.
enum RobotNames {
  /// The web server's own software.
  static let serverItself = "mod_pagespeed ngx_pagespeed internal_dummy_connection"

  /// Browsers and devices whose names have a robot's in them.
  static let exceptions = """
    cubot botech ;_m_bot ;_c_bot ;_b_bot ;_vr_bot ;_id_bot ;_idbot ;_power_bot ;_xbot m_bot_tab \
    caboto ecosia_ios@ ecosia_android@ spider_8 http://bsalsa.com java/jbed firephp
    """

  /// The names.
  static let all = [
    general, monitors, linkCheckers, readers, assistants, searchEngines, marketing, libraries,
    drivenBrowsers, previews, scanners,
  ].joined(separator: " ")

  /// Words that say it: what the program does, or where its owner can be written to.
  static let general = """
    bot crawl spider slurp http:// https:// www. @ fetch scan scrape harvest monitor probe checker \
    validator sitemap transcoder archiver wget curl/ favicon feed mediapartners headless [at] \
    leaddiscovery domainscorer prospecting research/ -research
    """

  /// Whoever looks whether the site is up, and how fast.
  static let monitors = """
    uptime pingdom statuscake site24x7 googlehc elb-healthchecker kube-probe betteruptime \
    updown.io freshping hetrix nodeping newrelic datadog dynatrace ruxitsynthetic synthetic \
    catchpoint thousandeyes iplabel ghost_inspector ghostinspector blackbox_exporter \
    healthcheck health-check health_check montools.com appinsights alertsite ptst/ gomezagent \
    hyperspin zabbix nagios check_http gtmetrix pagespeed page_speed lighthouse dareboost \
    criticalcss sqwatcher cloudflareobservatory cloudflarediag infrawatch
    """

  /// Whoever looks for broken links and faulty pages.
  static let linkCheckers = """
    linkcheck link_check linktiger linklint linkwalker deadlink brokenlink siteimprove silktide \
    monsido xenu_link w3c_ w3c- htmlparser securityheaders hardenize whatcms cmslookup cookiehub \
    taginspector readable/ collapsify
    """

  /// Readers of feeds and of articles.
  static let readers = """
    feedly inoreader theoldreader newsblur netvibes tiny_tiny_rss liferea akregator subscribers \
    rss/ newsnow hatenabookmark wordpress drupal printfriendly pageburst upday/ voltron
    """

  /// What answers questions, acts for somebody, or learns.
  static let assistants = """
    gptbot chatgpt-user oai-searchbot openai claudebot claude-user claude-web anthropic \
    perplexity ccbot bytespider amazonbot amzn-user amazonbuyforme meta-externalagent \
    meta-externalfetcher cohere-ai mistralai duckassist google-extended google-agent googleagent \
    google-notebooklm google-cloudvertex applebot ai2bot diffbot omgili webzio timpi \
    img2dataset firecrawl youbot devin/ manus-user newsai/ facebookexternalhit externalhit
    """

  /// Search engines.
  static let searchEngines = """
    google-read google-amphtml google-adwords google-insp google-site google-business google-hotel google-publisher \
    google-physicalweb google-assess google-youtube google-safety google-structured \
    google_search_console google_page_speed google_favicon googleother google-ads apis-google \
    duplexweb-google playstore-google adsbot ia_archiver archive.org heritrix teoma ask_jeeves \
    daumoa daum_ yahoo! coccoc/1 qwantify nutch larbin zyborg
    """

  /// Whoever sells what search engines and visitors do.
  static let marketing = """
    ahrefs semrush mj12 sistrix serpstat seokicks rogerbot screaming_frog megaindex barkrowler \
    seobility siteaudit marketgoo morningscore seositecheckup netcraft sitelock netpeak \
    dataforseo linkdex dataprovider datanyze adbeat scope3 outbrain ltx71 mixnode convertify \
    optimizer attracta brandwatch owler postrank leadradar productfinder sindup bit.ly rb.gy
    """

  /// Libraries that speak HTTP, and tools of the command line.
  static let libraries = """
    python java/ (java) libwww lwp: lwp- perl/ ruby/ php/ go-http httpclient http-client \
    http_client http_request httpcomponents apache-http axios node-fetch undici guzzle node.js \
    okhttp jersey/ httpunit htmlunit http-kit httpie aiohttp httpx urllib mechanize pycurl \
    libcurl feign restsharp postman insomnia alamofire reqwest typhoeus faraday httparty \
    rest-client restclient dart: lua-resty luasocket winhttp libhttp webclient powershell \
    wininet coldfusion superagent indy_library microsoft_office ms-office libredtail \
    apachebench siege/ jmeter httrack webcopier webzip webstripper teleport_pro \
    offline_explorer getright github-camo azure-logic-apps
    """

  /// Browsers that a program drives.
  static let drivenBrowsers = """
    phantomjs selenium puppeteer playwright slimerjs casperjs zombie.js cypress webdriver \
    browsershot prerender rendertron functionize testlocally miniature.io snapsearch scrapy splash_
    """

  /// What shows a link before somebody follows it, and what passes pictures on.
  static let previews = """
    preview whatsapp embedly iframely onebox metauri skypeuri slack-img telegrambot \
    linkedinbot pinterest/ twitterbot vkshare facebookcatalog facebookplatform redditbot \
    imageproxy emailproxy snapchat_url
    """

  /// Whoever looks for weak points.
  static let scanners = """
    zgrab masscan nmap nikto sqlmap detectify openvas ips-agent assetnote nessus acunetix \
    arachni qualys w3af wpscan dirbuster gobuster nuclei l9explore xtate censys netsystems \
    internetmeasurement networkmeasurement patchwatch watchtowr foregenix barracuda ${jndi \
    domainextractor emailwolf emailsiphon platform-fingerprint
    """
}
