/// Flags of one topic, under one heading in help.
struct FlagGroup: Sendable {
  /// What they are about.
  let heading: String
  /// The flags, in the order of help.
  let flags: [AnyFlag]
  /// Whether they say what becomes of the report only, and decide no figure in it.
  let isOfOutput: Bool

  /// Creates a group of what is listed.
  init(_ heading: String, isOfOutput: Bool = false, @Builder flags: () -> [AnyFlag]) {
    self.heading = heading
    self.flags = flags()
    self.isOfOutput = isOfOutput
  }

  /// Lists flags of any type.
  @resultBuilder
  enum Builder {
    static func buildExpression(_ flag: Flag<some Sendable>) -> AnyFlag { AnyFlag(flag) }
    static func buildBlock(_ flags: AnyFlag...) -> [AnyFlag] { flags }
  }
}

/// A flag of any type, as lists of flags hold it.
struct AnyFlag: Sendable {
  /// How it is spelled, and what is said of it.
  let spelling: FlagSpelling
  /// Reads its value, in a box that tells the type.
  let read: @Sendable (_ texts: [String]) throws(UsageError) -> any Sendable

  /// Writes its value as it would be typed.
  let write: @Sendable (any Sendable) -> String?

  init<Value>(_ flag: Flag<Value>) {
    write = { ($0 as? FlagValues.Box<Value>).flatMap { flag.write($0.value) } }
    spelling = flag.spelling
    read = { (texts) throws(UsageError) in FlagValues.Box(value: try flag.read(texts)) }
  }
}
