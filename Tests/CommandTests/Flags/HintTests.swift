import NumberPoolTestSupport
import Testing

@testable import numberpool

@Suite("Hints name what was meant")
struct HintTests {
  private func hint(_ words: [String]) throws -> String {
    let run = try CommandRun(words)
    #expect(run.code == 64)
    return String(run.errors.split(separator: "\n").last ?? "").trimmingPrefix("  ").description
  }

  @Test(
    "By beginning, by letters, and by command",
    arguments: [
      (["size", "--price", "3", "a.log"], "Did you mean '--price-per-number'?"),
      (["size", "--price=3", "a.log"], "Did you mean '--price-per-number'?"),
      (["size", "--time", "x", "a.log"], "Did you mean '--timeouts' or '--time-zone'?"),
      (["size", "--tagret", "x", "a.log"], "Did you mean '--target'?"),
      (["size", "--JSON", "a.log"], "Did you mean '--json'?"),
      (["sise"], "Did you mean 'size'?"), (["rep"], "Did you mean 'replay'?"),
      (["access.log"], "Write one before a file: numberpool size access.log"),
      (["--json", "a.log"], "Options follow one: numberpool size --json ..."),
      (["Size"], "Did you mean 'size'?"), (["foo"], "Add --help for what is."),
      (
        ["inspect", "--target", "x", "a.log"],
        "It is an option of 'size', 'backtest' and 'compare': leave it out here."
      ),
      (
        ["inspect", "--match", "x", "a.log"],
        "It is an option of 'size', 'backtest', 'replay' and 'compare': leave it out here."
      ),
      (["size", "--nothing-like-it", "a.log"], "Add --help for what is."),
      (["size", "---", "a.log"], "Add --help for what is."),
    ])
  func hints(words: [String], hint: String) throws {
    #expect(try self.hint(words) == hint)
  }

  @Test("Every beginning of a flag that few share leads to it")
  func beginnings() {
    for command in NumberPool.catalog.commands {
      let names = command.spellings.flatMap(\.flags).map(\.name)
      for name in names {
        for length in 3..<name.count {
          let beginning = String(name.prefix(length))
          let alike = names.filter { $0.hasPrefix(beginning) }
          guard !names.contains(beginning), alike.count <= 5 else { continue }
          let error = UsageError(unknown: beginning, among: names)
          for name in alike { #expect(error.hint.contains("'\(name)'"), "\(beginning)") }
        }
      }
    }
  }

  @Test(
    "A flag that means nothing here is refused",
    arguments: [
      ["replay", "--numbers", "3", "--seed", "1", Sample.log],
      ["replay", "--numbers", "3", "--seed", "1", "--allocation", "lowest-first", Sample.log],
      ["size", "--calls-column", "at=when", Sample.log],
      ["size", "--calls-format", "calls", Sample.log],
      ["replay", "--numbers", "3", "--calls-clock-offset", "-2h", Sample.log],
      ["size", "--calls-time-zone", "UTC", Sample.log],
      ["inspect", "--allocation", "random", Sample.log],
      ["anonymize", "--json", Sample.log],
      ["size", "--help=1", Sample.log], ["man", "--json"], ["completions", "bash", "--json"],
      ["help", "size", "--json"],
    ])
  func meaningless(words: [String]) throws {
    let run = try CommandRun(words)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test("What one asks when decides how much a burst costs, so inspect knows --request")
  func requestOfInspect() throws {
    func words(_ rule: String) throws -> String {
      let run = try CommandRun(
        "inspect", "--last-page-time", "10m", "--request", rule, Sample.log)
      return run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
    #expect(try words("every-page-view").contains("and 10 numbers would meet the target"))
    #expect(try words("first-page-view").contains("and 11 numbers would meet the target"))
  }

  @Test(
    "Time zones are found however their names are written",
    arguments: [
      "Europe/Berlin", "europe/berlin", "EUROPE/BERLIN", "us/pacific", "america/new york",
      "america/argentina/buenos_aires", "etc/gmt+3", "asia/kolkata", " Europe/Paris",
    ])
  func zones(name: String) throws {
    #expect(throws: Never.self) { try ValueForm.timeZone.read(name, "--time-zone") }
  }

  @Test(
    "What is no time zone is none", arguments: ["", "/", "mars/x", "berlin", "europe/", "+25:00"])
  func noZones(name: String) throws {
    #expect(throws: UsageError.self) { try ValueForm.timeZone.read(name, "--time-zone") }
  }
}
