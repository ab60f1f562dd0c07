import NumberPools
import Testing

/// One drawing for each cause, in which it alone makes a scheme fail.
@Suite("Why a scheme doesn't say the truth")
struct SchemeCauseTests {
  @Test("A call by a visitor who has just come by an ad is right under all schemes")
  func nothingFails() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:a/x"))
    let comparison = drawing.compare()
    for level in LabelLevel.allCases {
      #expect(comparison.fate(.pool, level) == "right")
      #expect(comparison.fate(.perVisitor, level) == "right")
      if level.rawValue <= LabelLevel.keyword.rawValue {
        #expect(comparison.fate(.perUTM, level) == "right")
      }
    }
    #expect(comparison.fate(.bestStatic, .campaign) == "right")
    #expect(comparison.fate(.perSource, .source) == "right")
    #expect(comparison.fate(.perChannel, .channel) == "right")
  }

  @Test("A static number has many visitors, and its key tells only so much")
  func manyOnOneNumber() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:a/x"))
    let comparison = drawing.compare()
    #expect(comparison.fate(.perUTM, .session) == "nothing one_number_for_many")
    #expect(comparison.fate(.single, .visitor) == "nothing one_number_for_many")
    #expect(comparison.fate(.perCampaign, .keyword) == "nothing coarse_key")
    #expect(comparison.fate(.perSource, .campaign) == "nothing coarse_key")
    #expect(comparison.fate(.perChannel, .source) == "nothing coarse_key")
    #expect(comparison.fate(.single, .channel) == "nothing coarse_key")
  }

  @Test("A call that no visit caused is credited all the same")
  func noVisit() {
    var drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(1, of: nil)
    let comparison = drawing.compare()
    #expect(comparison.fate(.pool, .session) == "invented no_visit")
    #expect(comparison.fate(.perUTM, .campaign) == "invented no_visit")
    #expect(comparison.fate(.perUTM, .keyword) == "silence")
    #expect(comparison.fate(.single, .channel) == "silence")
    #expect(comparison.callsWithoutVisit == 1)
    #expect(comparison.judged(.channel) == 0)
  }

  @Test("Who never sees a number is unknown to every scheme")
  func notSwapped() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:a", isNotSwapped: true))
    let comparison = drawing.compare()
    for scheme in Scheme.allCases where scheme != .single && scheme != .perChannel {
      #expect(comparison.fate(scheme, .channel) == "nothing not_swapped")
    }
    #expect(comparison[.perUTM].keys == 0)
    #expect(comparison[.perVisitor].numbersUsed == 0)
  }

  @Test("The pool was empty, or the number is another's by now")
  func pool() {
    var drawing = SchemeDrawing()
    let first = drawing.visit(0, 1, "ad:a", next: "")
    let second = drawing.visit(0, 2, "ad:b", next: "")
    drawing.call(1, of: second)
    #expect(drawing.compare(numbers: 1).fate(.pool, .channel) == "nothing fallback_shown")
    drawing.visit(5, 3, "ad:b")
    drawing.call(6, of: first)
    #expect(
      drawing.compare(numbers: 1).fate(.pool, .campaign) == "wrong reassigned_before_call")
    #expect(
      drawing.compare(numbers: 1, match: .currentHolderOnly).fate(.pool, .channel)
        == "nothing outside_match_window")
  }

  @Test("A later session of the same visitor is credited: the right visitor")
  func ownLaterSession() {
    var drawing = SchemeDrawing()
    let first = drawing.visit(0, 1, "ad:a")
    drawing.visit(40, 1, "ad:b")
    drawing.call(41, of: first)
    let comparison = drawing.compare(numbers: 1)
    for scheme in [Scheme.pool, .perVisitor] {
      #expect(comparison.fate(scheme, .session) == "wrong own_later_session")
      #expect(comparison.fate(scheme, .campaign) == "wrong own_later_session")
      #expect(comparison.fate(scheme, .visitor) == "right")
    }
  }

  @Test("Somebody else's link, or a link of the site itself, says another touch")
  func foreignAddresses() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:a", arrival: .sharedLink))
    var comparison = drawing.compare()
    #expect(comparison.fate(.pool, .channel) == "wrong shared_link")
    #expect(comparison.fate(.pool, .campaign) == "invented shared_link")
    #expect(comparison.fate(.perUTM, .source) == "wrong shared_link")
    drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:a", paid: "", arrival: .returnOwnLink))
    comparison = drawing.compare()
    #expect(comparison.fate(.perUTM, .channel) == "wrong internal_tag")
    #expect(comparison.fate(.perVisitor, .campaign) == "invented internal_tag")
  }

  @Test("Tags are lost on the way, or name another touch")
  func strippedAndMistyped() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "", paid: "ad:a"))
    var comparison = drawing.compare()
    #expect(comparison.fate(.pool, .channel) == "wrong tag_stripped")
    #expect(comparison.fate(.pool, .campaign) == "nothing tag_stripped")
    #expect(comparison.fate(.perUTM, .channel) == "nothing tag_stripped")
    #expect(comparison.fate(.bestStatic, .channel) == "wrong tag_stripped")
    drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:aa", paid: "ad:a"))
    comparison = drawing.compare()
    #expect(comparison.fate(.pool, .campaign) == "wrong mistyped_tag")
    #expect(comparison.fate(.perCampaign, .campaign) == "wrong mistyped_tag")
    #expect(comparison.fate(.perCampaign, .source) == "right")
    // Nobody filled in the campaign.
    drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "ad:", paid: "ad:a"))
    #expect(drawing.compare().fate(.perCampaign, .campaign) == "nothing mistyped_tag")
    // The misspelt name has no number, the right one has.
    drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(2, of: drawing.visit(1, 2, "ad:aa", paid: "ad:a"))
    #expect(drawing.compare(numbers: 1).fate(.perCampaign, .source) == "nothing mistyped_tag")
  }

  @Test("Who comes back is told by a cookie, by the address, or not at all")
  func returns() {
    var drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(61, of: drawing.visit(60, 1, paid: ""))
    var comparison = drawing.compare()
    #expect(comparison.fate(.pool, .campaign) == "right")
    #expect(comparison.fate(.perUTM, .campaign) == "nothing lost_on_return")
    #expect(comparison.fate(.bestStatic, .campaign) == "right")
    // Under another identifier even the ceiling doesn't know.
    drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(61, of: drawing.visit(60, 2, person: 1))
    comparison = drawing.compare()
    #expect(comparison.fate(.perVisitor, .channel) == "wrong cookie_lost")
    #expect(comparison.fate(.pool, .campaign) == "nothing cookie_lost")
    #expect(comparison.fate(.bestStatic, .channel) == "wrong stale_tag")
    // An address that was kept: another ad came in between.
    drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.visit(60, 1, "ad:b")
    drawing.call(121, of: drawing.visit(120, 1, "ad:a", arrival: .returnSameLink))
    comparison = drawing.compare()
    #expect(comparison.fate(.pool, .campaign) == "wrong stale_tag")
    #expect(comparison.fate(.perUTM, .campaign) == "wrong stale_tag")
    #expect(comparison.fate(.perUTM, .channel) == "right")
  }

  @Test("A long cookie credits yesterday's ad for today's search")
  func longCookie() {
    var drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(61, of: drawing.visit(60, 1, "site:google"))
    #expect(drawing.compare().fate(.perUTM, .channel) == "nothing no_tag_exists")
    let long = drawing.compare(keys: KeyRule(memory: .last(.days(30))))
    #expect(long.fate(.perUTM, .channel) == "wrong stale_tag")
    #expect(long.fate(.bestStatic, .channel) == "right")
  }

  @Test("The address says a click id, or nothing that a key could be made of")
  func notInTheAddress() {
    var drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1, "click:G1", paid: "click:G1/a"))
    let comparison = drawing.compare()
    #expect(comparison.fate(.pool, .campaign) == "right")
    #expect(comparison.fate(.perUTM, .channel) == "nothing click_id_only")
    #expect(comparison.fate(.bestStatic, .campaign) == "nothing click_id_only")
    let seeing = drawing.compare(keys: KeyRule(seesClickIDs: true))
    #expect(seeing.fate(.perUTM, .source) == "right")
    #expect(seeing.fate(.perUTM, .campaign) == "nothing click_id_only")
    drawing = SchemeDrawing()
    drawing.call(1, of: drawing.visit(0, 1))
    #expect(drawing.compare().fate(.perUTM, .channel) == "nothing no_tag_exists")
    #expect(drawing.compare().fate(.bestStatic, .channel) == "right")
    #expect(drawing.compare(numbers: 0).fate(.bestStatic, .channel) == "nothing beyond_budget")
  }

  @Test("The page of the call has no tags, and nothing remembers those of the landing page")
  func nextPage() {
    var drawing = SchemeDrawing()
    drawing.call(2, of: drawing.visit(0, 1, "ad:a", next: ""))
    let byPage = drawing.compare(keys: KeyRule(memory: .page))
    #expect(byPage.fate(.perUTM, .campaign) == "nothing lost_on_next_page")
    #expect(drawing.compare().fate(.perUTM, .campaign) == "right")
  }

  @Test("Keys beyond the budget have no number; ties go by first page view")
  func budget() {
    var drawing = SchemeDrawing()
    drawing.visit(0, 1, "ad:a")
    drawing.call(2, of: drawing.visit(1, 2, "ad:b"))
    let one = drawing.compare(numbers: 1)
    #expect(one.fate(.perCampaign, .campaign) == "nothing beyond_budget")
    #expect(drawing.compare(numbers: 2).fate(.perCampaign, .campaign) == "right")
    #expect(one[.perCampaign].numbersNeeded == 2)
    #expect(one[.perCampaign].keys == 2)
    #expect(one[.perCampaign].rightWithEveryKey?[LabelLevel.campaign.rawValue] == 1)
  }

  @Test("In a log a click id that nobody can resolve is a campaign of its own")
  func clickIDsInALog() {
    var drawing = SchemeDrawing()
    drawing.knowsTruth = false
    drawing.call(1, of: drawing.visit(0, 1, "click:G1"))
    let comparison = drawing.compare()
    #expect(comparison.fate(.pool, .campaign) == "right")
    #expect(comparison.fate(.perUTM, .keyword) == "nothing click_id_only")
  }
}
