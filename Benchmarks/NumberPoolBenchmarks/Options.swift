/// What the command line asks for.
struct Options {
  var filter: String?
  var runs = 5
  var json: String?
  var baseline: String?
  var isSmoke = false
  var isList = false
  var needsHelp = false
  /// The one case that this process is to measure for its parent.
  var child: String?

  /// Something asked for that can't be had.
  struct Wrong: Error {
    var message: String
    /// The exit code, as in sysexits.h.
    var code: Int32 = 64
  }

  init(_ arguments: [String]) throws(Wrong) {
    var rest = arguments[...]
    func value(of option: String) throws(Wrong) -> String {
      guard let value = rest.popFirst() else { throw Wrong(message: "\(option) needs a value.") }
      return value
    }
    while let option = rest.popFirst() {
      switch option {
      case "--filter": filter = try value(of: option)
      case "--json": json = try value(of: option)
      case "--compare": baseline = try value(of: option)
      case "--case": child = try value(of: option)
      case "--runs":
        let text = try value(of: option)
        guard let count = Int(text), count > 0 else {
          throw Wrong(message: "--runs takes a whole number above 0, not '\(text)'.")
        }
        runs = count
      case "--smoke": isSmoke = true
      case "--list": isList = true
      case "--help", "-h": needsHelp = true
      default: throw Wrong(message: "There is no option '\(option)'.")
      }
    }
  }
}
