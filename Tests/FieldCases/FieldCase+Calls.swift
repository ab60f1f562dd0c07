extension FieldCase {
  /// Calls that have several rows, that the company made, or that are written otherwise.
  static let calls = [
    repeated(
      "a webhook delivered four times", 6, left: ["repeated": 3],
      """
      call_id,at,session_id
      c1,2026-03-02T07:15:00Z,s1
      c1,2026-03-02T07:15:00Z,s1
      c1,2026-03-02T07:15:00Z,s1
      c1,2026-03-02T07:15:00Z,s1
      c2,2026-03-02T07:16:00Z,s2
      c3,2026-03-02T07:17:00Z,s3
      c4,2026-03-02T07:18:00Z,s4
      c5,2026-03-02T07:19:00Z,s5
      c6,2026-03-02T07:20:00Z,s6
      """),
    repeated(
      "each state of a call on a row", 2, left: ["repeated": 4],
      """
      CallSid,StartTime,From,To,CallStatus,session_id
      CA1,2026-03-02T07:15:04Z,+15550101,+15550199,queued,s1
      CA2,2026-03-02T07:16:00Z,+15550102,+15550199,queued,s2
      CA1,2026-03-02T07:15:00Z,+15550101,+15550199,ringing,s1
      CA1,2026-03-02T07:15:09Z,+15550101,+15550199,completed,s1
      CA2,2026-03-02T07:16:02Z,+15550102,+15550199,ringing,
      CA2,2026-03-02T07:16:30Z,+15550102,+15550199,no-answer,s2
      """),
    repeated(
      "child legs, some of them twice", 2, left: ["repeated": 1, "not_incoming_call": 3],
      """
      Sid,ParentCallSid,From,To,Direction,StartTime,session_id
      CA1,,+15550101,+15550199,inbound,"Mon, 02 Mar 2026 07:15:00 +0000",s1
      CB1,CA1,+15550101,+15550177,outbound-dial,"Mon, 02 Mar 2026 07:15:02 +0000",s1
      CB1,CA1,+15550101,+15550177,outbound-dial,"Mon, 02 Mar 2026 07:15:02 +0000",s1
      CA2,,+15550102,+15550199,inbound,"Mon, 02 Mar 2026 07:16:00 +0000",s2
      CB2,CA2,+15550102,+15550177,,"Mon, 02 Mar 2026 07:16:02 +0000",s2
      CA2,,+15550102,+15550199,inbound,"Mon, 02 Mar 2026 07:16:00 +0000",s2
      """),
    repeated(
      "no names, equal rows", 2, left: ["repeated": 1],
      """
      at,caller,dialled,session_id
      2026-03-02T07:15:00Z,+15550101,+15550199,s1
      2026-03-02T07:16:00Z,+15550102,+15550199,s2
      2026-03-02T07:15:00Z,+15550101,+15550199,s1
      """, saying: "name no call and are the same as another row"),
    repeated(
      "many who withhold their numbers", 3, left: [:],
      """
      at,caller,dialled,session_id
      2026-03-02T07:15:00Z,anonymous,+15550199,s1
      2026-03-02T07:15:00Z,anonymous,+15550199,s2
      2026-03-02T07:15:00Z,anonymous,+15550199,s3
      """),
    repeated(
      "one name for all calls", 3, left: [:],
      """
      call_id,at,session_id
      main,2026-03-02T07:15:00Z,s1
      main,2026-03-02T07:16:00Z,s2
      main,2026-03-02T07:17:00Z,s3
      """, saying: "have the call_id of another call"),
    repeated(
      "a dash for a name", 3, left: [:],
      """
      call_id,at,session_id
      -,2026-03-02T07:15:00Z,s1
      -,2026-03-02T07:16:00Z,s1
      -,2026-03-02T07:17:00Z,s2
      """),
    repeated(
      "calls made, in other words", 3, left: ["not_incoming_call": 6],
      """
      at,call_type,session_id
      2026-03-02T07:15:00Z,Incoming,s1
      2026-03-02T07:16:00Z,Outgoing,s2
      2026-03-02T07:17:00Z,outbound-api,s2
      2026-03-02T07:18:00Z,исходящий,s2
      2026-03-02T07:19:00Z,Исходящий вызов,s2
      2026-03-02T07:20:00Z,OUT,s2
      2026-03-02T07:21:00Z,internal,s2
      2026-03-02T07:22:00Z,входящий,s3
      2026-03-02T07:23:00Z,missed,s4
      """),
    repeated(
      "directions as numbers", 3, left: [:],
      """
      at,direction,session_id
      2026-03-02T07:15:00Z,1,s1
      2026-03-02T07:16:00Z,2,s2
      2026-03-02T07:17:00Z,1,s3
      """, saying: "in words that aren't known here"),
    repeated(
      "a column type that says something else", 1, left: [:],
      """
      at,type,session_id
      2026-03-02T07:15:00Z,new patient,s1
      """, notSaying: "aren't known here"),
    asterisk(
      "21 columns", 2, left: ["repeated": 1],
      [
        row(1, id: "1772435700.1", behind: #","","","1772435700.1","1""#),
        row(2, id: "1772435760.4", behind: #","","","1772435760.4","4""#),
        row(2, id: "1772435761.5", behind: #","","","1772435760.4","5""#),
      ]),
    asterisk(
      "19 columns", 2, left: ["repeated": 1],
      [
        row(1, id: "", behind: #""1772435700.1","1""#),
        row(2, id: "", behind: #""1772435760.4","4""#),
        row(2, id: "", behind: #""1772435760.4","5""#),
      ]),
    asterisk(
      "a ring group", 1, left: ["repeated": 2],
      [
        row(1, id: "1772435700.1", dialled: "101"), row(1, id: "1772435700.1", dialled: "102"),
        row(1, id: "1772435700.1", dialled: "103"),
      ]),
    asterisk(
      "calls from extensions", 1, left: ["not_incoming_call": 2],
      [
        row(1, id: "1772435700.1"),
        row(2, id: "1772435760.4", caller: "101"),
        row(3, id: "1772435761.5", caller: "1001"),
      ]),
    asterisk(
      "a database's columns", 1, left: ["not_incoming_call": 1, "repeated": 1],
      [
        "calldate,clid,src,dst,dcontext,duration,disposition,uniqueid,did,outbound_cnum,linkedid",
        "2026-03-02 10:15:00,x,15550101,600,ext-group,30,ANSWERED,1772435700.1,15550199,,1772435700.1",
        "2026-03-02 10:15:09,x,15550101,101,ext-group,21,ANSWERED,1772435709.2,15550199,,1772435700.1",
        "2026-03-02 10:16:00,x,15550199,15550102,out,30,ANSWERED,1772435760.3,,15550199,1772435760.3",
      ]),
    asterisk(
      "the same without a header", 1, left: [:],
      [
        #"2026-03-02 10:15:00,"""A"" <15550101>",15550101,600,ext,SIP/1,SIP/2,Dial,x,30,28,ANSWERED,"#
          + "3,,1772435700.1,,15550199,,,,,,,1772435700.1,,7"
      ]),
  ]

  /// Calls of which so many are left, judged by the sessions of the six.
  private static func repeated(
    _ name: String, _ calls: Int, left: [String: Int], _ table: String, saying: String? = nil,
    notSaying: String? = nil
  ) -> FieldCase {
    var right = Outcome.figures(["calls.judged": calls])
    for (reason, count) in left { right.figures["calls_read.left_out.\(reason)"] = count }
    for reason in ["repeated", "not_incoming_call"] where left[reason] == nil {
      right.figures["calls_read.left_out.\(reason)"] = .some(nil)
    }
    right.said = saying.map { [$0] } ?? []
    right.unsaid = notSaying.map { [$0] } ?? []
    return FieldCase(
      "calls: \(name)", ["calls.csv": table + "\n", "views.csv": sixSessions],
      "size --calls calls.csv views.csv", right)
  }

  /// Records of Asterisk, which name no sessions.
  private static func asterisk(
    _ name: String, _ calls: Int, left: [String: Int], _ rows: [String]
  ) -> FieldCase {
    var right = Outcome.figures(["calls_read.excluded.no_truth": calls])
    for (reason, count) in left { right.figures["calls_read.left_out.\(reason)"] = count }
    return FieldCase(
      "Asterisk: \(name)",
      ["Master.csv": rows.map { $0 + "\n" }.joined(), "views.csv": sixSessions],
      "size --time-zone +03:00 --calls Master.csv views.csv", right)
  }

  /// A record in the older order.
  private static func row(
    _ person: Int, id: String, caller: String? = nil, dialled: String = "s", behind: String = ""
  ) -> String {
    let time = "2026-03-02 10:1\(person):00"
    let name = id.isEmpty ? "" : ",\"\(id)\",\"\""
    return """
      "","\(caller ?? "1555010\(person)")","\(dialled)","from-trunk","x","SIP/1","SIP/2","Dial","y",\
      "\(time)","\(time)","\(time)",45,40,"ANSWERED","DOCUMENTATION"\(name)\
      \(behind.isEmpty ? "" : "," + behind.trimmingPrefix(","))
      """
  }

  /// Six people with a session of one page each, from 07:00 on, a minute apart.
  static let sixSessions =
    "at,session_id,visitor_id\n"
    + (1...6).map { "2026-03-02T07:0\($0):00Z,s\($0),v\($0)\n" }.joined()
}
