import ServiceStandards
import Testing

@Suite("Phrase notation")
struct PhraseParserTests {
  @Test(
    "A phrase is printed back as it was written",
    arguments: [
      "у нас нет информации",
      "=ну",
      "=х#й",
      "слово<глаг пов>",
      "<сущ род ед>",
      "<=глаг пов>",
      "<число>",
      "<глаг -пов>",
      "(а|б в|г)",
      "[а]",
      "[а|б в] г",
      "а *2 б",
      "{а б в}*1",
      "{а (б в)}",
      "^ номер договора $?",
      "^^ номер $$",
      "!(а|б) в",
      "_ ваш",
      "вы «туда звоните»",
      "@данные<род>",
      "стем* *конец *середина*",
      "да , нет . и",
      "да … нет",
    ])
  func roundTrip(text: String) throws {
    let phrase = try PhraseParser.parse(text)
    #expect(phrase.description == text)
    #expect(try PhraseParser.parse(phrase.description) == phrase)
  }

  @Test("Grammar after a group holds for each of its words")
  func groupGrammar() throws {
    #expect(
      try PhraseParser.parse("(зайти|войти)<пов>")
        == PhraseParser.parse("(зайти<пов>|войти<пов>)"))
  }

  @Test(
    "A mistake is reported at its place",
    arguments: [
      ("", 0, "ожидалось слово"),
      ("“ваша вина”", 0, "простые одинарные кавычки"),
      ("мест нет?", 8, "«$?»"),
      ("мест нет!", 8, "«$!»"),
      ("мест — нет", 5, "тире и двоеточие пишут «,»"),
      ("мест/нет", 4, "«(а|б)»"),
      ("мест ... нет", 5, "несколько точек"),
      ("мест\u{200B} нет", 4, "невидимый знак U+200B"),
      ("слово<глаг и ещё", 5, "скобка «<» не закрыта"),
      ("ваша (вина|ошибка", 5, "не закрыта"),
      ("[ваша", 0, "не закрыта"),
      ("слово<глагл>", 6, "неизвестный признак «глагл»"),
      ("слово<глаг", 5, "не закрыта"),
      ("а | б", 2, "стоит «|»"),
      ("(а||б)", 3, "ожидалось слово"),
      ("(а б|в)<глаг>", 7, "только к отдельным словам"),
      ("{а}", 0, "от двух до четырёх"),
      ("=", 1, "ожидалось слово"),
      ("«а", 0, "не закрыта"),
      ("a)", 1, "стоит «)»"),
    ])
  func mistakes(text: String, offset: Int, message: String) {
    do {
      _ = try PhraseParser.parse(text)
      Issue.record("«\(text)» was accepted")
    } catch {
      #expect(error.offset == offset)
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test("Random characters are a phrase or an error, never a crash")
  func fuzz() {
    let alphabet = Array("аб =<>()[]{}|*!_«»^$?,.@-12 глаг".unicodeScalars)
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int(state % 24) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      guard let phrase = try? PhraseParser.parse(String(text)) else { continue }
      #expect((try? PhraseParser.parse(phrase.description)) == phrase, "\(String(text))")
    }
  }
}
