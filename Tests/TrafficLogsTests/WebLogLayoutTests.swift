import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

/// The sample shop's log as servers and what collects logs in the field would write it: whatever
/// the layout, it is the same log.
@Suite("Layouts of web logs")
struct WebLogLayoutTests {
  /// A line cut before the address's end, before the referrer, and at the end.
  private struct Parts {
    var address: String
    var middle: String
    var texts: String
  }

  private static let parts: [Parts] = {
    let path = CommandRun.package.appendingPathComponent("Scenarios/furniture-shop/access.log")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      guard let space = line.firstIndex(of: " "),
        // Neither this very machine, which no proxy names, nor a line that is damaged.
        !line.hasPrefix("127."), !line.hasPrefix("::1"), line.hasSuffix("\""),
        let match = line.firstMatch(of: /^\S+ - - \[[^\]]+\] "[^"]*" \d+ (\d+|-)/)
      else { return nil }
      return Parts(
        address: String(line[..<space]), middle: String(line[space..<match.range.upperBound]),
        texts: String(line[match.range.upperBound...]))
    }
  }()

  private static func log(_ line: (Int, Parts) -> String) -> LogInput {
    let lines = parts.enumerated().map { line($0, $1) + "\n" }
    return .bytes(name: "log", Array(lines.joined().utf8))
  }

  private struct Facts: Equatable {
    var visitors: [VisitorID]
    var times: [Timestamp]
    var leftOut: [LogSummary.LeftOut: Int]
    var clickIDs: Int

    init(_ log: TrafficLog) {
      // Numbered by first appearance, as nothing else is the same.
      var numbers: [VisitorID: VisitorID] = [:]
      visitors = log.pageViews.visitors.map { visitor in
        let number = numbers[visitor] ?? VisitorID(Int32(numbers.count))
        numbers[visitor] = number
        return number
      }
      times = log.pageViews.times
      leftOut = log.summary.leftOut
      clickIDs = log.summary.clickIDs
    }
  }

  /// How a line is written, by its name.
  private static let layouts: [(name: String, line: @Sendable (Int, Parts) -> String)] = [
    ("port", { "\($1.address):\(40_000 + $0 % 9000)\($1.middle)\($1.texts)" }),
    ("syslog", { "Mar  2 10:00:0\($0 % 10) web1 nginx[7]: \($1.address)\($1.middle)\($1.texts)" }),
    (
      "syslog of an address",
      { "Mar  2 10:00:00 192.0.2.9 nginx: \($1.address)\($1.middle)\($1.texts)" }
    ),
    ("compose", { "web-\($0 % 2)  | \($1.address)\($1.middle)\($1.texts)" }),
    (
      "Kubernetes",
      { "2026-03-02T07:00:0\($0 % 10).1Z stdout F \($1.address)\($1.middle)\($1.texts)" }
    ),
    ("server first", { "192.0.2.\($0 % 3) \($1.address)\($1.middle)\($1.texts)" }),
    ("server second", { "\($1.address) 192.0.2.\($0 % 3)\($1.middle)\($1.texts)" }),
    ("site first", { "www.shop.example:443 \($1.address)\($1.middle)\($1.texts)" }),
    (
      "mapped",
      {
        ($0 % 2 == 0 && !$1.address.contains(":") ? "::ffff:" : "") + $1.address + $1.middle
          + $1.texts
      }
    ),
    ("labels", { "CF:172.70.0.\($0 % 9) RL:\($1.address)\($1.middle)\($1.texts)" }),
    (
      "list first",
      {
        $0 % 3 == 0
          ? "\($1.address) 10.0.0.\($0 % 2)\($1.middle)\($1.texts)"
          : "\($1.address), 172.70.0.\($0 % 9) 10.0.0.\($0 % 2)\($1.middle)\($1.texts)"
      }
    ),
    (
      "user with spaces",
      {
        "\($1.address) - anna berg" + $1.middle.dropFirst(4) + $1.texts
      }
    ),
    ("numbers between", { "\($1.address)\($1.middle) 14\($0 % 7) 0.00\($0 % 9)\($1.texts)" }),
    (
      "number or dash between",
      {
        "\($1.address)\($1.middle) \($0 % 4 == 0 ? "-" : "0.1\($0 % 9)")\($1.texts)"
      }
    ),
    ("bare dashes", { "\($1.address)\($1.middle)\($1.texts.replacing("\"-\"", with: "-"))" }),
    (
      "fields behind",
      {
        "\($1.address)\($1.middle)\($1.texts) 0.\($0 % 9) \"web@docker\" \"http://10.0.0.5:80\" 3ms"
      }
    ),
    (
      "ingress",
      {
        "\($1.address) - [\($1.address)]\($1.middle)\($1.texts) 45\($0) 0.04 [shop-80] 10.42.0.17:50 5"
      }
    ),
    ("brackets", { "[\($1.address)]\($1.middle)\($1.texts)" }),
    ("zeros", { ($0 % 99 == 0 ? "\0\0\0\0" : "") + $1.address + $1.middle + $1.texts }),
    ("carriage returns", { "\($1.address)\($1.middle)\($1.texts)\r" }),
  ]

  @Test("Written in another layout, a log is the same log", arguments: 0..<20)
  func front(index: Int) throws {
    #expect(Self.layouts.count == 20 && Self.parts.count > 4000)
    let plain = try WebLogReader().read([Self.log { $1.address + $1.middle + $1.texts }])
    let other = try WebLogReader().read([Self.log(Self.layouts[index].line)])
    #expect(Facts(other) == Facts(plain), "\(Self.layouts[index].name)")
    #expect(other.summary.unreadable == plain.summary.unreadable)
  }

  @Test(
    "Behind a proxy, the log of the clients that it names is the same log",
    arguments: [
      " \"CLIENT\"", " \"CLIENT:5000\"", " CLIENT", " \"CLIENT, 10.0.0.9\"",
      " 0.1 \"10.0.0.7:80\" xff=\"CLIENT\"",
    ])
  func forwarded(field: String) throws {
    let plain = try WebLogReader().read([Self.log { $1.address + $1.middle + $1.texts }])
    let behind = Self.log {
      "10.0.0.\($0 % 2)" + $1.middle + $1.texts
        + field.replacing(
          "CLIENT",
          with: field.contains(":5000") && $1.address.contains(":") ? "[\($1.address)]" : $1.address
        )
    }
    let other = try WebLogReader(client: .forwarded).read([behind])
    #expect(Facts(other) == Facts(plain))
    #expect(other.summary.doubts.isEmpty)
    // Who doesn't ask for it is told.
    let peer = try WebLogReader().read([behind])
    #expect(peer.summary.forwardedLines > Self.parts.count * 9 / 10)
  }

  @Test("A file with few lines is read in the layout of the others")
  func together() throws {
    let server: (Int, Parts) -> String = { "\($1.address) 192.0.2.9\($1.middle)\($1.texts)" }
    let lines = Self.parts.enumerated().map { server($0, $1) + "\n" }
    let inputs = [lines[..<2], lines[2...]].map {
      LogInput.bytes(name: "log", Array($0.joined().utf8))
    }
    let whole = try WebLogReader().read([.bytes(name: "log", Array(lines.joined().utf8))])
    #expect(Facts(try WebLogReader().read(inputs)) == Facts(whole))
    let reversed = try WebLogReader().read(inputs.reversed())
    #expect(reversed.visitorNames.count == whole.visitorNames.count)
  }
}
