import NumberPools
import Testing

@testable import ReaderFuzzer

@Suite("Personal data never comes out of a copy")
struct PlantedDataTests {
  private static let agent =
    "Mozilla/5.0 (Linux; Android 13; SM-S908B) AppleWebKit/537.36 Chrome/120.0.0.0"
  private static let inputs: [String] = [
    #"""
    192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] "GET /a/b.html?utm_source=x&q=y&utm_term=t HTTP/1.1" 200 12 "https://www.shop.example/c?d=e" "\#(agent)"
    www.shop.example:443 192.0.2.2 - joe [02/Mar/2026:10:00:01.125 +0000] "POST /_next/image HTTP/2.0" 200 12 "-" "Bot" "198.51.100.7" 0.012
    """#,
    """
    192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 12
    """,
    """
    at,visitor_id,url,referrer,kind,user_agent,utm_source,utm_content,utm_term,gclid,bot,device,region,agent,note
    2026-03-02T10:00:00Z,v1,/a?b=c,https://x.example/d,page,\(agent),google,banner,chairs,abc,0,phone,Rome,Joe,n
    2026-03-02T10:01:00Z,v1,/a?b=c,https://x.example/d,page,\(agent),google,banner,chairs,abc,0,phone,Rome,Joe,n
    """,
    "start;session_id;visitor_id;last_activity;landing_url;medium\n1772445600;s1;v1;1772445700.5;/a;cpc\n",
    "hour,visits,source\n2026030210,2,google\n2026030211,3,bing\n",
    "Report\nMade;now\n\nat;visitor_id;campaign\n02/03/2026 10:15;v1;spring\n46083.427083;v2;autumn\n",
    "at,call_id,caller,dialled,duration_s,answered,session_id,ip,agent\n"
      + "2026-03-02 10:00:00.5Z,c1,+4915112345678,+49301234567,20,1,s1,192.0.2.1,Joe\n",
    "Sid,From,To,Status,StartTime,Duration,Direction\n"
      + "CA1,+15551230100,+15551230199,completed,2026-03-02 10:00:00,20,inbound\n",
    "ym:s:visitID\tym:s:clientID\tym:s:dateTime\tym:s:startURL\tym:s:UTMSource\n"
      + "1\t2\t2026-03-02 10:00:00\thttps://x.example/a?yclid=1\tyandex\n",
    "\"acc\",\"5551230100\",\"101\",\"ctx\",\"x\",\"c\",\"d\",\"Dial\",\"a\",\"2026-03-02 10:00:00\","
      + "\"2026-03-02 10:00:05\",\"2026-03-02 10:01:00\",60,55,\"ANSWERED\",\"DOCUMENTATION\","
      + "\"1772445600.1\",\"\"\n",
  ]

  @Test("In any place of any input, in every spelling", arguments: UInt64(0)..<3)
  func everywhere(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let boundaries = Array(" /=,;\t_\"?&".utf8)
    for (index, text) in Self.inputs.enumerated() {
      let bytes = Array(text.utf8)
      for data in PlantedData.all {
        let boundary = boundaries[random.next(below: boundaries.count)]
        // A field of its own as often as a part of one.
        let place = random.next(below: bytes.count)
        let planted = data.planted(in: bytes, at: place, beside: boundary)
        try data.check(planted, keepsPaths: (Int(seed) + index) % 2 == 0)
      }
    }
  }

  @Test("In place of any field", arguments: PlantedData.all.indices)
  func fields(index: Int) throws {
    let data = PlantedData.all[index]
    // A third of the fields for each spelling, all of them for each kind.
    var number = index
    for text in Self.inputs {
      let bytes = Array(text.utf8)
      let separators = Array(" ,;\t\n\"".utf8)
      var start = 0
      for end in bytes.indices where separators.contains(bytes[end]) {
        number += 1
        if end > start, number % 3 == 0 {
          let planted = bytes[..<start] + Array(data.spelling.utf8) + bytes[end...]
          try data.check(Array(planted), keepsPaths: number % 2 == 0)
        }
        start = end + 1
      }
    }
  }
}
