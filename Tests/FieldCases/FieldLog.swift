/// Web logs of six people with two page views each, all of them there at once at 10:06.
enum FieldLog {
  /// The line of a person's page view.
  ///
  /// - Parameters:
  ///   - person: From 1 to 6.
  ///   - view: 0 for the first page, 1 for the one ten minutes later.
  ///   - front: What stands before the time, made of the address.
  ///   - behind: What stands behind the size of the answer.
  static func line(
    _ person: Int, view: Int, front: (String) -> String = { "\($0) - - " },
    behind: String = " \"-\" \"\(agent)\""
  ) -> String {
    let minute = person - 1 + view * 10
    let time = "02/Mar/2026:10:\(minute < 10 ? "0" : "")\(minute):00 +0300"
    let path = view == 0 ? "/" : "/prices"
    return front(address(person)) + "[\(time)] \"GET \(path) HTTP/1.1\" 200 5120" + behind
  }

  /// All lines in order of time.
  static func text(
    front: (String) -> String = { "\($0) - - " },
    behind: (String) -> String = { _ in " \"-\" \"\(agent)\"" }
  ) -> String {
    lines { line($0, view: $1, front: front, behind: behind(address($0))) }
  }

  /// A line for each page view, in order of time, each ended.
  static func lines(_ line: (_ person: Int, _ view: Int) -> String) -> String {
    (0...1).flatMap { view in (1...6).map { line($0, view) + "\n" } }.joined()
  }

  /// A person's address.
  static func address(_ person: Int) -> String { "203.0.113.\(10 + person)" }

  /// A person's browser, the same for all.
  static let agent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    + " Chrome/145.0.0.0 Safari/537.36"
}

extension FieldCase.Outcome {
  /// What is right of the six people.
  static let six = traffic(visitors: 6, sessions: 6, pageViews: 12, peak: 6)
}
