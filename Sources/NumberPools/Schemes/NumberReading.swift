/// What a scheme says of a call: which number was dialled, and what that means.
struct NumberReading: Sendable {
  /// The number dialled, among those of the scheme; -1 for the default number.
  var number: Int32 = -1
  /// What is said of the origin.
  var labels = TouchLabels.silence
  /// The session named; -1 where none is.
  var session: Int32 = -1
  /// The session whose address the labels come from; -1 where nothing is said.
  var source: Int32 = -1
  /// The key of the page, of a static scheme; -1 without one.
  var key: Int32 = -1
  /// Why the scheme doesn't know the session of the call, where that is the cause at every level.
  var cause: SchemeCause?
}
