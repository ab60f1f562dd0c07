import NumberPoolTestSupport
import Testing

@testable import numberpool

@Suite("The man page derives from the flags")
struct ManPageTests {
  private static let page = ManPage(of: NumberPool.catalog, version: "1.2.3").text

  @Test("Every command, every flag and every exit code is on it")
  func contents() throws {
    let page = try CommandRun("man").output
    let plain = page.replacing("\\-", with: "-")
    for command in NumberPool.catalog.commands {
      let part = try #require(plain.split(separator: ".SS numberpool \(command.name)\n").last)
      for flag in command.spellings.flatMap(\.flags) {
        #expect(part.contains("\n.TP\n\\fB\(flag.name)\\fR"), "\(command.name) \(flag.name)")
      }
    }
    for code in ExitCode.allCases { #expect(plain.contains("\n.TP\n.B \(code.rawValue)\n")) }
  }

  @Test("A line that begins with a dot is a request that is meant")
  func requests() {
    let known: Set = ["TH", "SH", "SS", "PP", "TP", "B", "br", "nf", "fi", "RS", "RE"]
    for line in Self.page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let request = line.dropFirst().prefix { $0 != " " }
      #expect(known.contains(String(request)), "\(line)")
    }
    #expect(!Self.page.contains { !$0.isASCII })
  }

  static let groff = ShellRun.isPossible("groff --version")

  @Test("Groff has nothing to say about it", .enabled(if: groff, "There is no groff here"))
  func groffWarnings() throws {
    try TemporaryFolder.with { folder in
      try folder.write(Array(Self.page.utf8), to: "page.1")
      let run = try ShellRun("groff -man -Tascii -ww -z page.1", in: folder)
      #expect(run.code == 0 && run.text.isEmpty, "\(run.text)")
    }
  }
}
