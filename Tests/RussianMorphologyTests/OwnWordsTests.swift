import RussianMorphology
import RussianText
import Testing

@Suite("The user's own words")
struct OwnWordsTests {
  let plain: Morphology

  init() throws { plain = try Fixture.morphology.get() }

  private func morphology(_ words: [(String, String)]) throws -> Morphology {
    var own = OwnWords()
    for (word, model) in words { try own.add(word, like: model, in: plain) }
    return Morphology(dictionary: plain.dictionary, ownWords: own)
  }

  @Test(
    "Every form of the model is a form of the word",
    arguments: [
      ("зумер", "геймер"), ("Финтерра", "кафедра"), ("Первомайка", "сотка"), ("чэлси", "такси"),
    ])
  func forms(_ word: String, like model: String) throws {
    let morphology = try morphology([(word, model)])
    let reading = plain.readings(of: model)[0]
    let models = plain.forms(of: reading, form: model)
    let lemma = Folding.folded(word)
    let ownReading = morphology.readings(of: word)[0]
    let own = morphology.forms(of: ownReading, form: word)
    #expect(own.count == models.count)
    for (form, wanted) in zip(own, models) {
      #expect(morphology.isKnown(form.form))
      let readings = morphology.readings(of: form.form)
      #expect(Folding.folded(morphology.lemma(of: readings[0], form: form.form)) == lemma)
      #expect(readings.contains { $0.grammemes.isSuperset(of: wanted.grammemes) }, "\(form.form)")
      #expect(readings[0].source == .dictionary)
      #expect(readings[0].lemma == LemmaKey(folded: lemma.utf8))
    }
  }

  @Test("A capital makes a name, and the dictionary's word comes second")
  func names() throws {
    let morphology = try morphology([("Озон", "магазин"), ("зумер", "геймер")])
    let readings = morphology.readings(of: "озоном")
    #expect(readings[0].grammemes.contains(.organisation))
    #expect(readings.last?.grammemes.contains(.organisation) == false)
    #expect(morphology.readings(of: "зумер")[0].grammemes.contains(.organisation) == false)
    let sum = readings.reduce(0) { $0 + $1.probability }
    #expect(abs(sum - 1) < 0.01)
  }

  @Test("An own word is no diminutive")
  func diminutive() throws {
    let morphology = try morphology([("заявочка", "кафедра")])
    func hasBase(_ morphology: Morphology) -> Bool {
      morphology.readings(of: "заявочку").contains {
        morphology.diminutive(of: "заявочку", reading: $0) != nil
      }
    }
    #expect(hasBase(plain))
    #expect(!hasBase(morphology))
  }

  @Test(
    "Mistakes are named",
    arguments: [
      ("зумер", "гемерр", OwnWordError.unknownModel("гемерр")),
      ("зумер", "геймеру", .modelIsNoLemma("геймеру", lemma: "геймер")),
      ("зумер", "кафедра", .otherEnding("зумер", model: "кафедра", ending: "а")),
      ("а", "кафедра", .otherEnding("а", model: "кафедра", ending: "а")),
      ("два слова", "геймер", .notOneWord("два слова")), ("", "геймер", .notOneWord("")),
    ])
  func mistakes(_ word: String, like model: String, _ expected: OwnWordError) {
    #expect(throws: expected) { try morphology([(word, model)]) }
  }

  @Test("A word stands once, and the fingerprint tells lists apart")
  func repeated() throws {
    #expect(throws: OwnWordError.repeated("Зумер")) {
      try morphology([("зумер", "геймер"), ("Зумер", "геймер")])
    }
    let one = try morphology([("зумер", "геймер")]).ownWords
    let other = try morphology([("зумер", "магазин")]).ownWords
    #expect(one.fingerprint != other.fingerprint)
    #expect(OwnWords().fingerprint == 0 && OwnWords().isEmpty && !one.isEmpty)
  }
}
