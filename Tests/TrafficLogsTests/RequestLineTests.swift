import Testing

@testable import TrafficLogs

@Suite("Requests")
struct RequestLineTests {
  private func parts(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    guard let request = RequestLine(bytes.span, 0..<bytes.count) else { return nil }
    let site = request.site.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-"
    return [
      "\(request.method)", site, String(decoding: bytes[request.path], as: UTF8.self),
      String(decoding: bytes[request.query], as: UTF8.self),
    ]
  }

  @Test("Method, site, path and query")
  func parts() {
    #expect(parts("GET /a/b?c=d&e HTTP/1.1") == ["get", "-", "/a/b", "c=d&e"])
    #expect(parts("POST / HTTP/2.0") == ["post", "-", "/", ""])
    #expect(parts("HEAD /x HTTP/1.1") == ["other", "-", "/x", ""])
    #expect(parts("GET http://a.example:8080/p?q#f HTTP/1.1") == ["get", "a.example", "/p", "q"])
    #expect(parts("GET http://a.example#/p?q HTTP/1.1") == ["get", "a.example", "", ""])
    #expect(parts("GET http://a.example?q#/p HTTP/1.1") == ["get", "a.example", "", "q"])
    #expect(parts("GET /with space?q HTTP/1.1") == ["get", "-", "/with space", "q"])
    #expect(parts("GET /old") == ["get", "-", "/old", ""])
    #expect(parts("OPTIONS * HTTP/1.0") == ["other", "-", "*", ""])
    #expect(parts("GET /a:b?c://d HTTP/1.1") == ["get", "-", "/a:b", "c://d"])
    #expect(parts("GET ? HTTP/1.1") == ["get", "-", "", ""])
  }

  @Test("No request", arguments: ["", "-", "GET", "GET ", #"\x16\x03"#, "get / HTTP/1.1"])
  func none(text: String) {
    #expect(parts(text) == nil)
  }

  @Test(
    "Files that aren't pages",
    arguments: [
      "/a.css", "/A.PNG", "/a/b.min.js", "/robots.txt", "/sitemap.xml", "/favicon.ico",
      "/x.css,Mcc.b8.css.pagespeed.cf.h.css", "/feed/", "/piwik.php", "/price.pdf",
      "/style.css;v=2", "/wp-json/wp/v2/posts", "/app.webmanifest", "/wp-admin/admin-ajax.php",
    ])
  func assets(path: String) {
    #expect(isAsset(path))
  }

  @Test(
    "Pages",
    arguments: [
      "/", "", "/page/about-us", "/index.php", "/a.html", "/blog/version-1.2", "/css", "/feeder",
      "/page;jsessionid=a.css1", "/mr.smith", "/a.b/c", "/collection", "/v1.87", "/v1.88", "/a.k0",
      "/a.h7", "/a.", "/a.c-s", "/a.webmanifests", "/a.\u{13}s",
    ])
  func pages(path: String) {
    #expect(!isAsset(path))
  }

  @Test("Of all endings of two and three letters and digits, only those of files are files'")
  func shortEndings() {
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map { String($0) }
    let two = letters.flatMap { first in letters.map { first + $0 } }
    let three = two.flatMap { first in letters.map { first + $0 } }
    #expect(two.filter { isAsset("/a.\($0)") } == ["gz", "js", "ts", "7z"])
    let files = """
      apk avi axd bak bin bmp bz2 css csv deb dmg doc eot exe flv gif ico ics ipa iso jpe jpg m4a \
      m4v map mjs mkv mov mp3 mp4 msi ods odt ogg ogv otf pdf pkg png ppt rar rdf rpm rss rtf \
      sql svg swf tar tgz tif ttf txt vcf wav xls xml xsl zip
      """.split(separator: " ").map(String.init)
    #expect(three.filter { isAsset("/a.\($0)") }.sorted() == files)
  }

  private func isAsset(_ path: String) -> Bool {
    let bytes = Array("GET \(path) HTTP/1.1".utf8)
    return RequestLine(bytes.span, bytes.indices).map { AssetFilter.kind(bytes.span, $0) } != .page
  }
}
