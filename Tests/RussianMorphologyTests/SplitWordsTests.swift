import RussianMorphology
import Testing

@Suite("Words written as two")
struct SplitWordsTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  private func joined(_ first: String, _ second: String) -> String? {
    morphology.joined(
      (Array(first.utf8), morphology.readings(of: first)),
      (Array(second.utf8), morphology.readings(of: second))
    ).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "A part that is no word, and a preposition before a verb, belong to what stands beside them",
    arguments: [
      ("четыр", "надцать", "четырнадцать"), ("вы", "йдет", "выйдет"),
      ("со", "гласовать", "согласовать"), ("рас", "срочка", "рассрочка"),
      ("занимаем", "ся", "занимаемся"),
      ("за", "терялась", "затерялась"), ("по", "звоню", "позвоню"), ("от", "дали", "отдали"),
      ("про", "консультирует", "проконсультирует"), ("до", "станут", "достанут"),
    ])
  func one(_ first: String, _ second: String, _ whole: String) {
    #expect(joined(first, second) == whole)
  }

  @Test(
    "Two words are left two",
    arguments: [
      // Both are words.
      ("за", "явку"), ("на", "до"), ("раз", "звонили"), ("вы", "звоните"), ("не", "было"),
      ("при", "ем"), ("по", "года"),
      // Too short a part, a hesitation, no letters.
      ("с", "делаю"), ("у", "есть"), ("э", "то"), ("ээ", "ра"), ("12", "надцать"), ("", "надцать"),
      // Nothing the dictionary has.
      ("шкаф", "оград"), ("фин", "терра"), ("дом", "ру"), ("смс", "ке"), ("до", "консультирует"),
    ])
  func two(_ first: String, _ second: String) {
    #expect(joined(first, second) == nil)
  }
}
