import Compliance
import Testing

/// How long the operator says something will take.
@Suite("Scoring: spoken terms")
struct SpokenTermTests {
  @Test(
    "A spoken term is read in digits and words",
    arguments: [
      ("О: Перезвоню через десять минут.", CriterionResult.Status.met),
      ("О: перезвоню через двадцать пять минут", .met),
      ("О: Перезвоню минут через пять.", .met),
      ("О: Перезвоню через полчаса.", .met),
      ("О: Перезвоню через 1 час.", .met),
      ("О: Перезвоню через час.", .met),
      ("О: Перезвоню через 2 часа.", .violated),
      ("О: Перезвоню через полтора часа.", .violated),
      ("О: перезвоню через сто минут", .violated),
      ("О: Перезвоню через пару дней.", .violated),
      ("О: Перезвоню когда-нибудь потом.", .needsReview),
      ("О: Ждите.", .violated),
    ])
  func spokenLimit(dialogue: String, status: CriterionResult.Status) throws {
    let check = """
      spoken_limit: ['перезвоню *1 через *4 (минута|час|день|полчаса)', \
      'перезвоню минут через <число>', 'перезвоню когда-нибудь'], hours: 1
      """
    #expect(try ScoringTests().result(check, dialogue).status == status)
  }

  @Test(
    "A term is read whole where a recogniser wrote a word as two",
    arguments: [
      ("через четыр надцать дней", "14 дней"), ("через две надцать минут", "12 минут"),
      ("через два дцать пять минут", "25 минут"), ("через пять десят минут", "50 минут"),
      ("через две надцать рабочих дней", "12 дней"), ("через два ме сяца", "60 дней"),
      ("дней четыр надцать", "14 дней"),
      // A comma parts two words, and half a number is none.
      ("через четыр, надцать дней", "1 день"), ("через надцать дней", "1 день"),
      ("через сто двадцать минут", "2 часа"),
    ])
  func split(term: String, length: String) throws {
    try expect(term, isRead: length, hours: 1)
  }

  @Test(
    "A number behind its unit",
    arguments: [
      ("минут пять", "5 минут"), ("минут двадцать пять", "25 минут"),
      ("минут через пять", "5 минут"), ("минуток через двадцать пять", "25 минут"),
      ("дня через три", "3 дня"), ("дня за 2", "2 дня"), ("дня через пару", "2 дня"),
      // That number has a unit of its own.
      ("за час через пять минут", "1 час"), ("через два часа", "2 часа"),
      ("через неделю", "7 дней"),
      // More than an integer holds, and a word that is read as a number elsewhere.
      ("через 99999999999999999999999999 минут", "больше ста лет"),
      ("через 9999999999999999999 дней", "больше ста лет"), ("через nan минут", "1 минута"),
    ])
  func behind(term: String, length: String) throws {
    try expect(term, isRead: length, hours: 0.01)
  }

  /// - Parameter hours: the limit, so short that the answer tells the term.
  private func expect(_ term: String, isRead length: String, hours: Double) throws {
    let result = try ScoringTests().result(
      "spoken_limit: ['ответить *7 $$'], hours: \(hours)", "О: отвечу \(term)")
    #expect(result.reason.hasPrefix("назван срок: \(length)"), "\(result.reason)")
  }
}
