import LogFiles
import NumberPoolTestSupport
import NumberPools
import PoolReports
import SystemThreads
import Testing
import TrafficLogs

/// The code of the manual, compiled and run; `ManualTests` sees to it that both say the same.
@Suite("The manual's examples in Swift")
struct ManualExampleTests {
  @Test("README")
  func readme() throws {
    let dataset = try DatasetReader().read([
      .file(Sample.path("Scenarios/furniture-shop/access.log"))
    ])
    let target = try Target("coverage >= 99%, credit@15m >= 95%")
    let findings = SizeFindings(
      SizeStudy.Question(target: target), of: dataset, on: ThreadMap())
    let curve = findings.study.curve
    #expect(try findings.study.minimum.get().numbers == 18)
    #expect(curve.sessionsCovered(at: 18) == 1023)
    #expect(curve.credit(at: .minutes(15))?.correct[18] == 1023)
    #expect(SizeReport(findings, of: dataset).text().hasPrefix("18 numbers would have") == true)
    #expect(
      HoldReplay(numbers: 18).run(findings.study.holds, allocation: .longestIdle).assignments.count
        == 1023)
  }

  @Test("The core's first page")
  func core() throws {
    var log = PageViewLog()
    for minute in [0, 1, 2, 40] {
      log.append(visitor: VisitorID(Int32(minute)), at: .seconds(Int64(minute) * 60))
    }
    let traffic = Sessionizer().traffic(from: log)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(30)))
    let curve = PoolCurve(of: holds)
    #expect(curve.peak == 3)
    #expect(curve.sessionsCovered == [0, 2, 3, 4])
    #expect(try MinimumPool(for: Target("coverage >= 75%"), on: curve).numbers == 2)
  }

  @Test("The readers' first page")
  func readers() throws {
    let log = try TrafficReader().read([
      .file(Sample.path("Scenarios/dental-clinic/page_views.csv"))
    ])
    let sessions = log.sessions(by: Sessionizer()).withTouches()
    let calls = try TrafficReader().readCalls([
      .file(Sample.path("Scenarios/dental-clinic/calls.csv"))
    ])
    let linked = calls.linked(to: sessions)
    #expect(sessions.traffic.sessions.count == 1350)
    #expect(sessions.traffic.touches[0].source == "google")
    #expect(linked.calls.count == 151)
  }

  /// Adding a reader.
  struct BeaconReader {
    func read(_ text: String) -> (log: PageViewLog, summary: LogSummary) {
      var log = PageViewLog()
      var summary = LogSummary()
      var visitors: [Substring: VisitorID] = [:]
      for line in text.split(separator: "\n") {
        summary.lines += 1
        let fields = line.split(separator: " ")
        guard fields.count == 2, let seconds = Int64(fields[0]) else {
          summary.unreadable += 1
          continue
        }
        let visitor = visitors[fields[1], default: VisitorID(Int32(visitors.count))]
        visitors[fields[1]] = visitor
        log.append(visitor: visitor, at: .seconds(seconds))
      }
      return (log, summary)
    }
  }

  @Test("A client's own reader")
  func ownReader() {
    let text = """
      1772445600 a7
      1772445660 b2
      soon b2
      1772446000 a7
      """
    let (log, summary) = BeaconReader().read(text)
    let traffic = Sessionizer().traffic(from: log)
    let curve = PoolCurve(of: Holds(of: traffic, rule: HoldRule()))
    #expect(summary.unreadable == 1)
    #expect(curve.sessions == 2)
    #expect(curve.peak == 2)
  }
}
