import RussianMorphology
import Testing

@Suite("Numbers with what they count")
struct CountingTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  @Test(
    "Digits",
    arguments: [
      (0, "минута", .nominative, "0 минут"), (1, "минута", .nominative, "1 минута"),
      (2, "минута", .nominative, "2 минуты"), (4, "рубль", .nominative, "4 рубля"),
      (5, "минута", .nominative, "5 минут"), (11, "день", .nominative, "11 дней"),
      (12, "заявка", .nominative, "12 заявок"), (21, "день", .nominative, "21 день"),
      (22, "заявка", .nominative, "22 заявки"), (25, "час", .nominative, "25 часов"),
      (100, "процент", .nominative, "100 процентов"), (101, "вагон", .nominative, "101 вагон"),
      (111, "вагон", .nominative, "111 вагонов"), (1000, "рубль", .nominative, "1000 рублей"),
      (1000, "рубль", .dative, "1000 рублей"), (1001, "рубль", .dative, "1001 рублю"),
      (3, "год", .nominative, "3 года"), (5, "год", .nominative, "5 лет"),
      (5, "год", .dative, "5 годам"), (5, "человек", .nominative, "5 человек"),
      (2, "человек", .nominative, "2 человека"), (3, "человек", .genitive, "3 человек"),
      (3, "человек", .instrumental, "3 людьми"), (5, "раз", .nominative, "5 раз"),
      (2, "ребёнок", .nominative, "2 ребёнка"), (5, "ребёнок", .nominative, "5 детей"),
      (2, "сутки", .nominative, "2 суток"), (1, "сутки", .nominative, "1 сутки"),
      (5, "сутки", .nominative, "5 суток"), (21, "сутки", .nominative, "21 сутки"),
      (1, "клиент", .accusative, "1 клиента"), (2, "клиент", .accusative, "2 клиентов"),
      (22, "клиент", .accusative, "22 клиента"), (5, "клиент", .accusative, "5 клиентов"),
      (2, "заявка", .accusative, "2 заявки"), (1, "заявка", .accusative, "1 заявку"),
      (2, "рабочий", .nominative, "2 рабочих"), (2, "столовая", .nominative, "2 столовые"),
      (5, "столовая", .nominative, "5 столовых"), (2, "минута", .dative, "2 минутам"),
      (15, "минута", .instrumental, "15 минутами"), (21, "день", .genitive, "21 дня"),
      (3, "коллега", .nominative, "3 коллеги"), (2, "кофе", .nominative, "2 кофе"),
    ] as [(Int, String, Grammemes, String)])
  func digits(_ number: Int, _ noun: String, in nounCase: Grammemes, gives expected: String) {
    #expect(morphology.count(number, noun, in: nounCase) == expected)
  }

  @Test(
    "Words",
    arguments: [
      (0, "минута", .nominative, "ноль минут"), (1, "минута", .nominative, "одна минута"),
      (1, "минута", .accusative, "одну минуту"), (2, "минута", .nominative, "две минуты"),
      (2, "рубль", .nominative, "два рубля"), (2, "окно", .nominative, "два окна"),
      (2, "минута", .instrumental, "двумя минутами"), (3, "день", .dative, "трём дням"),
      (4, "клиент", .accusative, "четырёх клиентов"), (5, "минута", .genitive, "пяти минут"),
      (8, "день", .instrumental, "восемью днями"), (40, "рубль", .genitive, "сорока рублей"),
      (21, "заявка", .nominative, "двадцать одна заявка"),
      (21, "клиент", .accusative, "двадцать одного клиента"),
      (22, "клиент", .accusative, "двадцать два клиента"),
      (22, "рубль", .dative, "двадцати двум рублям"),
      (57, "час", .instrumental, "пятьюдесятью семью часами"),
      (90, "день", .prepositional, "девяноста днях"), (100, "рубль", .genitive, "ста рублей"),
      (241, "минута", .instrumental, "двумястами сорока одной минутой"),
      (365, "день", .genitive, "трёхсот шестидесяти пяти дней"),
      (500, "рубль", .instrumental, "пятьюстами рублями"),
      (1000, "рубль", .nominative, "тысяча рублей"),
      (1000, "рубль", .accusative, "тысячу рублей"),
      (2000, "рубль", .nominative, "две тысячи рублей"),
      (2000, "рубль", .dative, "двум тысячам рублей"),
      (5000, "рубль", .instrumental, "пятью тысячами рублей"),
      (1500, "рубль", .instrumental, "тысячей пятьюстами рублями"),
      (21_001, "рубль", .genitive, "двадцати одной тысячи одного рубля"),
      (1_000_000, "рубль", .nominative, "миллион рублей"),
      (1_001_000, "рубль", .nominative, "миллион одна тысяча рублей"),
      (2_300_042, "рубль", .nominative, "два миллиона триста тысяч сорок два рубля"),
      (3_000_000_000, "рубль", .genitive, "трёх миллиардов рублей"),
      (1, "сутки", .nominative, "одни сутки"), (2, "сутки", .nominative, "двое суток"),
      (3, "сутки", .genitive, "трёх суток"), (5, "сутки", .nominative, "пять суток"),
      (5, "год", .nominative, "пять лет"), (1, "коллега", .nominative, "один коллега"),
    ] as [(Int, String, Grammemes, String)])
  func words(_ number: Int, _ noun: String, in nounCase: Grammemes, gives expected: String) {
    #expect(morphology.count(number, noun, in: nounCase, written: .words) == expected)
  }

  @Test(
    "Words between the number and the noun agree",
    arguments: [
      (1, "новый", "заявка", .nominative, "1 новая заявка"),
      (2, "новый", "заявка", .nominative, "2 новые заявки"),
      (2, "новый", "рубль", .nominative, "2 новых рубля"),
      (5, "рабочий", "день", .nominative, "5 рабочих дней"),
      (3, "рабочий", "день", .genitive, "3 рабочих дней"),
      (2, "рабочий", "день", .dative, "2 рабочим дням"),
      (2, "новый", "клиент", .accusative, "2 новых клиентов"),
      (21, "рабочий", "день", .instrumental, "21 рабочим днём"),
      (2, "лишний", "сутки", .nominative, "2 лишних суток"),
    ] as [(Int, String, String, Grammemes, String)])
  func groups(
    _ number: Int, _ word: String, _ noun: String, in nounCase: Grammemes, gives expected: String
  ) throws {
    let adjective = try #require(
      morphology.readings(of: word).first { $0.partOfSpeech == .adjective })
    let counted = try #require(morphology.readings(of: noun).first { $0.partOfSpeech == .noun })
    let words = [(form: word, reading: adjective), (form: noun, reading: counted)]
    #expect(morphology.count(number, words, in: nounCase) == expected)
  }

  @Test("What cannot be counted so is refused")
  func refused() {
    #expect(morphology.count(22, "сутки") == nil)
    #expect(morphology.count(-1, "минута") == nil)
    #expect(morphology.count(1_000_000_000_000, "минута") == nil)
    #expect(morphology.count(2, "минута", in: .vocative) == nil)
    #expect(morphology.count(2, "минута", in: [.genitive, .plural]) == nil)
    #expect(morphology.count(2, "быстро") == nil)
    #expect(morphology.count(5, "Петровна", written: .words) != "пять Петровна")
  }

  @Test("Every number below 1200 and every case give words that are read back as numerals")
  func allNumbers() throws {
    let cases: [Grammemes] = [
      .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional,
    ]
    for number in 0..<1200 {
      for nounCase in cases {
        let text = try #require(morphology.count(number, "заявка", in: nounCase, written: .words))
        for word in text.split(separator: " ").dropLast() {
          #expect(
            morphology.readings(of: String(word)).contains {
              $0.source == .dictionary && !$0.grammemes.isDisjoint(with: nounCase)
                || ["заявка", "заявку"].contains(word)
            }, "\(text)")
        }
      }
    }
  }
}
