extension CallColumn {
  /// What a row tells of a caller besides its truth: visitors first, then clicks.
  ///
  /// - Parameter text: What a column holds; `nil` where it is empty.
  static func clues(_ text: (CallColumn) -> String?) -> [CallLog.Clue] {
    var clues: [CallLog.Clue] = []
    if let client = text(.metricaClient), let clue = CallLog.Clue.client(ofCookie: client) {
      clues.append(clue)
    }
    if let client = text(.googleClient), let clue = CallLog.Clue.client(ofCookie: client) {
      clues.append(clue)
    }
    let clicks: [CallColumn] = [
      .click, .googleClick, .yandexClick, .microsoftClick, .facebookClick,
    ]
    clues += clicks.compactMap { text($0).flatMap(CallLog.Clue.click(named:)) }
    if let page = text(.landingPage), let clue = CallLog.Clue.click(ofPage: page) {
      clues.append(clue)
    }
    return clues
  }
}
