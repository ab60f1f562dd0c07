import Foundation
import NumberPoolTestSupport
import Testing

@Suite(
  "Comparisons on real logs",
  .enabled(if: SharedData.isPresent, "the folder with real logs is absent"))
struct RealComparisonTests {
  @Test("Where clicks carry an id and no tag the first sentence says so, as the manual does")
  func clickIDs() throws {
    let log = try SharedData.paths("knowbigdata-2015", "access")
    let text = try CommandRun(["compare"] + log).output
    #expect(
      text.split(separator: "\n").prefix(3).joined(separator: " ")
        .contains("because the address has a click id and no UTM tag"))
    let report = try CommandRun(["compare", "--json"] + log).json()
    #expect(report["numbers"] as? Int == 63)
    let schemes = try #require(report["schemes"] as? [[String: Any]])
    func campaign(_ name: String) throws -> [String: Any] {
      let scheme = try #require(schemes.first { $0["name"] as? String == name })
      return try #require((scheme["levels"] as? [String: [String: Any]])?["campaign"])
    }
    let tags = try campaign("per-utm")
    #expect(tags["right"] as? Int == 1)
    #expect(tags["causes"] as? [String: Int] == ["click_id_only": 477])
    #expect(try campaign("pool")["right"] as? Int == 433)
  }
}
