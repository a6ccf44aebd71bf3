import RussianMorphology
import RussianText
import Testing

@Suite("Readings in their sentences")
struct ReadingRankerTests {
  let ranker: ReadingRanker

  init() throws { ranker = try Fixture.ranker() }

  @Test(
    "The word in brackets has this lemma and part of speech",
    arguments: [
      ("мы [все] поняли", "все PRON"), ("[все] мы здесь", "весь DET"),
      ("[все] документы у вас", "весь DET"), ("при [этом] они ждут", "это PRON"),
      ("в [этом] году", "этот DET"), ("вы [должны] оплатить счёт", "должен ADJ"),
      ("мы [нашли] ваш договор", "найти VERB"), ("они [стали] ждать", "стать VERB"),
      ("при [помощи] оператора", "помощь NOUN"), ("у вас [есть] вопросы ?", "быть VERB"),
      ("я [знаю] , что он ушёл", "знать VERB"), ("я знаю , [что] он ушёл", "что SCONJ"),
      ("я вижу [его] номер", "его DET"),
      ("я вижу [его] .", "он PRON"), ("мы проверим [их] договор", "их DET"),
      ("[что] вы хотите узнать ?", "что PRON"), ("в вагоне можно [есть] и пить", "есть VERB"),
      ("мы хотим [есть]", "есть VERB"), ("хочу [есть] .", "есть VERB"),
      ("пора [есть] !", "есть VERB"), ("вы будете [есть] ?", "есть VERB"),
      ("у нас [есть]", "быть VERB"), ("[есть] ли у вас вопросы ?", "быть VERB"),
      ("вопросы [есть] ?", "быть VERB"), ("если хотите , [есть] скидка", "быть VERB"),
      ("мы хотим узнать , [есть] ли места", "быть VERB"),
      ("вагон из [стали]", "сталь NOUN"), ("как [это] работает ?", "это PRON"),
      ("вагон [стоит] на станции", "стоять VERB"), ("сколько [стоит] билет ?", "стоить VERB"),
      ("сделайте [лучше]", "хорошо ADV"), ("звоните [чаще]", "часто ADV"),
      // Names: what a capital says.
      ("Я говорил с Анной [Ивановой]", "Иванова PROPN"),
      ("Ольга [Петровна] слушает", "Петровна PROPN"),
      ("господин [Громов] ждёт", "Громов PROPN"), ("звоните [Вере] завтра", "Вера PROPN"),
      // Conventions of the treebanks.
      ("это [крупнейший] банк", "крупнейший ADJ"),
      ("наши [сомненья] прошли", "сомненье NOUN"), ("с [Юрьевичем] говорили", "Юрьевич PROPN"),
      ("[наилучшие] условия", "наилучший ADJ"), ("[таковы] правила", "таков DET"),
      ("они [собиралися] ехать", "собираться VERB"), ("я [хочууу] домой", "хотеть VERB"),
      ("в 1999 [г.] он родился", "год NOUN"), ("Пушкин [А.] С. родился", "А PROPN"),
      ("звонил И́горь [Ви́кторович]", "Викторович PROPN"), ("наш [#договор]", "#договор NOUN"),
      // Colloquial spellings.
      ("я [щас] подойду", "сейчас ADV"), ("[чё] случилось ?", "что PRON"),
      ("[здрасте]", "здравствуйте INTJ"), ("[здрасьте] , я по договору", "здравствуйте INTJ"),
      ("[драсте] .", "здравствуйте INTJ"), ("[здравствуйте] , слушаю вас", "здравствовать VERB"),
      ("[скажите-ка] мне", "сказать VERB"),
    ])
  func reading(in marked: String, is expected: String) {
    let (sentence, index) = Self.parse(marked)
    let word = ranker.words(of: sentence)[index]
    let found = word.candidates.map { "\(Folding.folded($0.lemma)) \($0.partOfSpeech.rawValue)" }
    let parts = expected.split(separator: " ")
    #expect(found[0] == "\(Folding.folded(String(parts[0]))) \(parts[1])", "\(found)")
  }

  @Test("Colloquial spellings stay marked", arguments: ["щас", "чё", "здрасте"])
  func colloquial(_ form: String) {
    let word = ranker.words(of: [Array(form.utf8)])[0]
    #expect(word.reading.grammemes.contains(.colloquial))
    #expect(word.isKnown)
  }

  @Test("The same words have the same readings, whatever was read before")
  func noMemory() {
    let first = Self.parse("мы [все] поняли").0
    let second = Self.parse("[стали] ждать все").0
    var used = SentenceReadings()
    for sentence in [second, first, second, first] { ranker.rank(sentence, into: &used) }
    var fresh = SentenceReadings()
    ranker.rank(first, into: &fresh)
    for index in first.indices { #expect(used.chosen(at: index) == fresh.chosen(at: index)) }
    #expect(used.count == first.count)
  }

  @Test("Words that are remembered have the readings of words that are not")
  func remembered() {
    var remembering = SentenceReadings()
    var plain = SentenceReadings(remembersWords: false)
    let other = ReadingRanker(morphology: ranker.morphology, model: nil)
    let sentences = [
      "мы [все] поняли", "ООО это не [все]", "здрасьте [все] вы поняли", "[Анна] Юрьевичу это все",
      "быстрейшего [создаются] создаются быстрейшего быстрее",
    ].map { Self.parse($0).0 }
    for round in 0..<3 {
      for sentence in sentences {
        // Another ranker in between must not be given what this one found, nor the other way.
        other.rank(sentence, into: &remembering)
        if round > 0 { ranker.rank(sentence, into: &remembering) }
        ranker.rank(sentence, into: &remembering)
        ranker.rank(sentence, into: &plain)
        for index in sentence.indices {
          let words = [remembering, plain].map {
            RankedWord(sentence[index], at: index, in: $0, ranker)
          }
          #expect(words[0].candidates == words[1].candidates)
          #expect(words[0].reading == words[1].reading)
        }
      }
    }
  }

  @Test("A sentence of thousands of different words is read to its end")
  func longSentence() {
    let sentence = (0..<20_000).map { Array("слово\($0)".utf8) }
    var readings = SentenceReadings()
    for _ in 0..<2 {
      ranker.rank(sentence, into: &readings)
      #expect(readings.count == sentence.count)
    }
  }

  @Test("The chosen candidate comes first, and every candidate is there once")
  func candidates() {
    let (sentence, _) = Self.parse("[стали] известны все условия договора")
    var readings = SentenceReadings()
    ranker.rank(sentence, into: &readings)
    for (index, word) in ranker.words(of: sentence).enumerated() {
      #expect(word.candidates[0].partOfSpeech == readings.chosen(at: index).partOfSpeech)
      #expect(Set(word.candidates).count == word.candidates.count)
    }
  }

  @Test("Without a model every word is read by itself, with the same candidates")
  func withoutModel() {
    let (sentence, _) = Self.parse("[мы] все поняли")
    let plain = ReadingRanker(morphology: ranker.morphology, model: nil).words(of: sentence)
    #expect(plain.map { $0.candidates[0].lemma } == ["мы", "всё", "понять"])
  }

  @Test("Random forms never crash, and each has a reading")
  func randomForms() {
    var state: UInt64 = 11
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40)
    }
    let letters = Array("абвеёийклностьяАБВЕИ--.#@ ́0a'\u{300}").map(String.init)
    for _ in 0..<3_000 {
      let sentence = (0..<(next() % 6)).map { _ in
        Array((0..<(next() % 9)).map { _ in letters[next() % letters.count] }.joined().utf8)
      }
      for word in ranker.words(of: sentence) { #expect(!word.candidates.isEmpty) }
    }
    for bytes: [UInt8] in [[], [0xD0], [0xCC], [0x23], [0xFF, 0xD1], [0xCC, 0x81], [0x2E]] {
      #expect(ranker.words(of: [bytes]).count == 1)
    }
  }

  private static func parse(_ marked: String) -> ([[UInt8]], Int) {
    let words = marked.split(separator: " ")
    let index = words.firstIndex { $0.first == "[" } ?? 0
    return (words.map { Array($0.filter { $0 != "[" && $0 != "]" }.utf8) }, index)
  }
}

@Suite("The file of the context model")
struct ContextModelTests {
  @Test("It says who made the data")
  func attribution() throws {
    #expect(try Fixture.ranker().model?.attribution.contains("CC BY-SA 4.0") == true)
  }

  @Test("A damaged file is refused or gives readings all the same", arguments: 0..<60)
  func damage(_ seed: Int) throws {
    var bytes = try Fixture.bytes(of: Fixture.modelPath)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    if seed % 4 == 0 { bytes.removeLast(next(bytes.count)) }
    // What follows the weights is looked at for every word.
    let range = seed % 3 == 0 ? 0..<64 : max(0, bytes.count - 100_000)..<bytes.count
    for _ in 0..<200 where !range.isEmpty {
      let place = range.lowerBound + next(range.count)
      if place < bytes.count { bytes[place] = UInt8(next(256)) }
    }
    let morphology = try Fixture.morphology.get()
    guard let model = try? ContextModel(bytes: bytes) else { return }
    let ranker = ReadingRanker(morphology: morphology, model: model)
    let sentence = ["Мы", "все", "это", "видели", "и", "т.", "д."].map { Array($0.utf8) }
    #expect(ranker.words(of: sentence).count == sentence.count)
  }

  @Test("Other files are refused")
  func otherFiles() {
    #expect(throws: ContextModelError.self) { try ContextModel(bytes: []) }
    #expect(throws: ContextModelError.self) {
      try ContextModel(bytes: Array(repeating: 0, count: 100))
    }
    #expect(throws: ContextModelError.missing(path: "/nonexistent")) {
      try ContextModel(path: "/nonexistent")
    }
  }
}

@Suite("Training of the context model")
struct ContextTrainingTests {
  @Test("What was shown is learned, and the same texts give the same bytes")
  func learns() throws {
    let morphology = try Fixture.morphology.get()
    let text = """
      1\tони\tони\tPRON\t_\tCase=Nom|Number=Plur|Person=3
      2\tстали\tстать\tVERB\t_\tMood=Ind|Number=Plur|Tense=Past|VerbForm=Fin

      1\tмарки\tмарка\tNOUN\t_\tCase=Gen|Gender=Fem|Number=Sing
      2\tстали\tсталь\tNOUN\t_\tCase=Gen|Gender=Fem|Number=Sing

      """
    var options = ContextTraining.Options()
    options.bits = 12
    options.rounds = 20
    let training = ContextTraining(
      morphology: morphology, abbreviations: Array("т.\tтак\tADV".utf8), options: options)
    let sentences = Treebank.sentences(Array(text.utf8))
    #expect(sentences.count == 2)
    let corpus = ContextTraining.Corpus(sentences, isUniversal: true)
    let bytes = training.train([corpus])
    #expect(bytes == training.train([corpus]))
    let ranker = ReadingRanker(morphology: morphology, model: try ContextModel(bytes: bytes))
    for (sentence, lemma) in zip(sentences, ["стать", "сталь"]) {
      #expect(ranker.words(of: sentence.map(\.form))[1].candidates[0].lemma == lemma)
    }
    let abbreviation = ranker.words(of: [Array("т.".utf8)])[0]
    #expect(abbreviation.candidates.contains { $0.lemma == "так" })
  }

  @Test("Words that are judged by hand")
  func judged() {
    let sentence = Treebank.judged(Array("# так\nя [её|она|PRON] вижу .".utf8))[0]
    #expect(sentence.map(\.partOfSpeech) == ["_", "PRON", "_", "PUNCT"])
    #expect(sentence.map { String(decoding: $0.form, as: UTF8.self) } == ["я", "её", "вижу", "."])
    #expect(String(decoding: sentence[3].lemma, as: UTF8.self) == ".")
    #expect(String(decoding: sentence[1].lemma, as: UTF8.self) == "она")
  }

  @Test("A sentence as a recogniser gives it")
  func raw() {
    let text = "1\tЕё\tона\tPRON\t_\t_\n2\t!\t!\tPUNCT\t_\t_\n"
    let raw = Treebank.sentences(Array(text.utf8)).map(Treebank.raw)
    #expect(raw.map { $0.map { String(decoding: $0.form, as: UTF8.self) } } == [["ее"]])
  }
}
