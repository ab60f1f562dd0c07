import Foundation
import NumberPools
import TrafficLogs

/// Files of every format, drawn from one seed.
enum SampleText {
  /// A file of so many rows, and a header where the format has one.
  static func text(_ format: FileFormat, rows: Int) -> String {
    var random = SplitMix64(seed: 7)
    var text = header(of: format).map { $0 + "\n" } ?? ""
    var seconds = 1_772_323_200.0
    for row in 0..<rows {
      seconds += random.nextExponential() * 15
      text += Self.row(
        format, row, at: Int64(seconds), visitor: random.next(below: rows / 2 + 1), &random)
      text += "\n"
    }
    return text
  }

  private static func header(of format: FileFormat) -> String? {
    switch format {
    case .webLog, .ga4, .asterisk, .calltouch: nil
    case .pageViews: "at,session_id,visitor_id,url,referrer"
    case .sessions: "start,session_id,visitor_id,last_activity,landing_url"
    case .metricaVisits:
      "ym:s:visitID\tym:s:clientID\tym:s:dateTimeUTC\tym:s:visitDuration\tym:s:startURL"
    case .metricaHits:
      "ym:pv:watchID\tym:pv:clientID\tym:pv:dateTime\tym:pv:isPageView\tym:pv:URL"
    case .counts: "minute,visits"
    case .calls: "at,call_id,session_id,caller,dialled,duration_s,answered"
    case .twilio: "Sid,ParentCallSid,From,To,Status,StartTime,Duration,Direction"
    case .callrail:
      "id,start_time,customer_phone_number,tracking_phone_number,duration,answered,direction"
    }
  }

  private static func row(
    _ format: FileFormat, _ row: Int, at seconds: Int64, visitor: Int, _ random: inout SplitMix64
  ) -> String {
    let time = Timestamp(milliseconds: seconds * 1000).description
    let date = time.prefix(10)
    let clock = time.dropFirst(11).prefix(8)
    let page = "/product/\(random.next(below: 500))"
    let click = row.isMultiple(of: 7) ? "?utm_source=google&utm_medium=cpc&gclid=\(row)" : ""
    let url = "https://www.shop.example\(page)\(click)"
    let caller = "+1555\(1_000_000 + visitor)"
    switch format {
    case .webLog:
      let address = "198.\(visitor >> 16 & 255).\(visitor >> 8 & 255).\(visitor & 255)"
      let month = months[date.dropFirst(5).prefix(2)] ?? "-"
      return "\(address) - - [\(date.suffix(2))/\(month)/\(date.prefix(4)):\(clock) +0000]"
        + " \"GET \(page)\(click) HTTP/2.0\" 200 \(5000 + row % 9000)"
        + " \"https://www.google.com/\" \"\(agents[visitor % agents.count])\""
    case .pageViews:
      return "\(seconds)000,s\(row / 2),v\(visitor),\(url),https://www.google.com/"
    case .sessions:
      return "\(seconds)000,s\(row),v\(visitor),\(seconds + 90)000,\(url)"
    case .metricaVisits:
      return "\(row)\t\(visitor)\t\(date) \(clock)\t\(row % 900)\t\(url)"
    case .metricaHits:
      return "\(row)\t\(visitor)\t\(date) \(clock)\t\(row % 5 == 0 ? 0 : 1)\t\(url)"
    case .counts:
      return "\(time),\(random.next(below: 4))"
    case .ga4:
      return #"{"event_date":"20260302","event_timestamp":"\#(seconds)000000","#
        + #""event_name":"page_view","event_params":["#
        + #"{"key":"page_location","value":{"string_value":"\#(url)"}},"#
        + #"{"key":"ga_session_id","value":{"int_value":"\#(row / 2)"}}],"#
        + #""user_pseudo_id":"\#(visitor).1","device":{"category":"mobile"}}"#
    case .calls:
      return "\(time),c\(row),s\(row / 2),\(caller),+15550199,\(row % 300),yes"
    case .asterisk:
      return "acc,\(caller),5550199,from-trunk,\"\"\"Ann\"\" <\(caller)>\",SIP/1,SIP/2,Dial,x,"
        + "\(date) \(clock),,\(date) \(clock),30,20,ANSWERED,DOCUMENTATION,17.\(row),user"
    case .twilio:
      return "CA\(row),,\(caller),+15550199,completed,\(time),\(row % 300),inbound"
    case .callrail:
      return "CAL\(row),\(time),\(caller),+15550199,\(row % 300),true,inbound"
    case .calltouch:
      return #"{"timestamp":\#(seconds),"callId":"\#(row)","callerNumber":"\#(caller)","#
        + #""phoneNumber":"74950000002","duration":\#(row % 300),"clientId":"\#(visitor).1"}"#
    }
  }

  private static let months: [Substring: String] = [
    "01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun", "07": "Jul",
    "08": "Aug", "09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec",
  ]

  private static let agents = (100..<150).map {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
      + " Chrome/\($0).0.0.0 Safari/537.36"
  }
}
