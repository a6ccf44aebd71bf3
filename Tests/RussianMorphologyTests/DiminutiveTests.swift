import RussianMorphology
import RussianText
import Testing

@Suite("Diminutives")
struct DiminutiveTests {
  let morphology: Morphology

  init() throws {
    let dictionary = try MorphologicalDictionary(path: Fixture.dictionaryPath)
    morphology = Morphology(dictionary: dictionary, lexicalised: try Fixture.lexicalised())
  }

  private func base(of form: String) -> String? {
    for reading in morphology.readings(of: form) {
      if let found = morphology.diminutive(of: form, reading: reading) { return found.base }
    }
    return nil
  }

  @Test(
    "A living diminutive has this base in the same form",
    arguments: [
      ("звоночек", "звонок"), ("договорчики", "договоры"), ("Договорчик", "Договор"),
      ("адресок", "адрес"), ("номерочком", "номером"), ("минуточку", "минуту"),
      ("минутку", "минуту"), ("секундочку", "секунду"), ("циферки", "цифры"),
      ("документики", "документы"), ("вопросик", "вопрос"), ("письмецо", "письмо"),
      ("письмишко", "письмо"), ("дельце", "дело"), ("времечко", "время"),
      ("заявочку", "заявку"), ("копеечек", "копеек"), ("рубликов", "рублей"),
      ("денежки", "деньги"), ("денёчек", "день"), ("квартирку", "квартиру"),
      ("бумажечка", "бумага"), ("телефончик", "телефон"), ("счётик", "счёт"),
      ("пакетик", "пакет"), ("тарифчик", "тариф"), ("скидочку", "скидку"),
      ("списочек", "список"), ("кнопочку", "кнопку"), ("паспортичек", "паспорт"),
      ("быстренько", "быстро"), ("тихонечко", "тихо"), ("быстренькая", "быстрая"),
      ("ссылочкой", "ссылкой"), ("местечко", "место"), ("ипотечку", "ипотеку"),
      ("заявленьице", "заявление"), ("сотенку", "сотню"), ("фамилийку", "фамилию"),
      ("вкладику", "вкладу"), ("номерочке", "номере"), ("счётчичка", "счётчика"),
      ("счётчичке", "счётчике"), ("продавщичка", "продавщица"), ("стульчик", "стул"),
      ("диспетчерочка", "диспетчер"), ("диспетчерочку", "диспетчера"), ("грузчичку", "грузчику"),
      ("терминальчик", "терминал"), ("оригинальчик", "оригинал"), ("портфельчик", "портфель"),
    ])
  func living(_ form: String, base expected: String) {
    #expect(base(of: form) == expected)
  }

  @Test(
    "Lexicalised words, names and look-alikes are no diminutives",
    arguments: [
      "карточка", "ручку", "точка", "строчку", "справка", "кнопка", "ссылку", "звонок",
      "собачка", "чёрточка", "ящик", "датчик", "счётчик", "почка", "дочка", "ложка", "бабушка",
      "девушка", "чашка", "трубку", "заявка", "сетка", "папка", "рамка", "метка", "копейка",
      "посылка", "доставка", "галочку", "мышка", "картинка", "табличка", "мешок", "порошок",
      "срок", "урок", "рынок", "остаток", "участок", "список", "кусок", "песок", "платок",
      "проверка", "отправка", "поставка", "заказчик", "перевозчик", "подрядчик", "переводчик",
      "животное", "конец", "товарищ", "Ложечкин", "Кнопкина", "Иваночкин", "маленький",
      "пятёрка", "платёжка", "полка", "коробка", "сумка", "площадка", "записка", "подписка",
      "выписка", "оценка", "заметка", "график", "трафик", "оператор", "человек", "только",
      "сколько", "немножко", "кофе", "пользователь", "станок", "поток", "цепочка", "листок",
      "отрезок", "образец", "столбец", "палец", "месяц", "улица", "граница", "таблица",
      "страница", "единица", "больница", "линейка", "ячейка", "батарейка", "скамейка",
      "мальчик", "пальчик", "мальчики",
    ])
  func lexicalised(_ form: String) {
    #expect(base(of: form) == nil)
  }

  private func everyBase(of form: String) throws -> String? {
    let scope = DiminutiveScope.every(except: try Fixture.words("no-diminutives"))
    for reading in morphology.readings(of: form) {
      if let found = morphology.diminutive(of: form, reading: reading, scope: scope) {
        return found.base
      }
    }
    return nil
  }

  @Test(
    "Every diminutive of the language, also those at home in business speech",
    arguments: [
      ("домиком", "домом"), ("собачку", "собаку"), ("братишки", "братья"), ("дождик", "дождь"),
      ("камешек", "камень"), ("пёрышки", "перья"), ("сердечко", "сердце"), ("юбочкой", "юбкой"),
      ("земелька", "земля"), ("деревушка", "деревня"), ("зверюшка", "зверь"), ("хлебушек", "хлеб"),
      ("человечек", "человек"), ("морозец", "мороз"), ("окошечко", "окошко"),
      ("заявочку", "заявку"), ("давненько", "давно"), ("легонечко", "легонько"),
      ("договорчики", "договоры"), ("быстренькая", "быстрая"),
    ])
  func every(_ form: String, base expected: String) throws {
    #expect(try everyBase(of: form) == expected)
  }

  @Test(
    "Agents, tools, pieces and words that only look so are none in any speech",
    arguments: [
      "грузчик", "лётчик", "атаманец", "перехватчик", "ласточка", "кошелёк", "блюдце", "резинка",
      "дедушка", "подушка", "девушка", "карточка", "соломинка", "точка", "игрушка", "Ложечкин",
      "только", "техника", "отметка", "француженка", "проверка",
    ])
  func neverOne(_ form: String) throws {
    #expect(try everyBase(of: form) == nil)
  }

  /// The list that was labelled by hand and may be looked at; the other half is only measured.
  @Test("The labelled words: precision and recall")
  func labelled() throws {
    let bytes = try Fixture.bytes(of: Fixture.root + "/Corpora/diminutives/work.tsv")
    var found = 0
    var wrong = 0
    var missed = 0
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells[1] != "?" else { continue }
      switch (try everyBase(of: cells[0]) != nil, cells[1] != "-") {
      case (true, true): found += 1
      case (true, false): wrong += 1
      case (false, true): missed += 1
      case (false, false): break
      }
    }
    #expect(Double(found) / Double(found + wrong) >= 0.98)
    #expect(Double(found) / Double(found + missed) >= 0.95)
  }
}
