import ServiceStandards
import Testing

@Suite("Windows and frequencies")
struct WindowTests {
  @Test(
    "A window is printed back as it was written",
    arguments: [
      "30 секунд от начала звонка", "1 секунда до конца звонка", "2,5 секунды после ожидания",
      "3 реплики оператора до конца звонка", "20 слов клиента от правила jargon.slang",
      "1 слово после конца паузы дольше 7 секунд", "21 секунда до начала ожидания",
      "до начала паузы", "после перебивания", "5 секунд после перебивания оператором",
      "11 слов от перебивания клиентом", "60 секунд после условия",
      "2 реплики после элемента greeting", "10 слов до фразы до свидания",
      "5 слов от фразы клиента (жалоба|претензия) *3 принять",
      "после фразы оператора ^ @благодарность",
    ])
  func windows(text: String) throws {
    #expect(try WindowParser.parse(text).description == text)
  }

  @Test(
    "A window may be written in other words",
    arguments: [
      ("2 минуты от начала", "120 секунд от начала звонка"),
      ("30 с  ОТ  начала звонка", "30 секунд от начала звонка"),
      ("1.5 сек до конца", "1,5 секунды до конца звонка"),
      ("1 мин после паузы дольше 1 минуты", "60 секунд после паузы дольше 60 секунд"),
      ("1 реплику от правила a", "1 реплика от правила a"),
    ])
  func otherWords(text: String, canonical: String) throws {
    #expect(try WindowParser.parse(text).description == canonical)
  }

  @Test(
    "A window's mistake is reported at its place",
    arguments: [
      ("", 0, "здесь ожидалось «после», «до», «от», а текст кончился"),
      ("30 секунд", 9, "а текст кончился"),
      ("30 сикунд от начала", 3, "а стоит «сикунд»; вы имели в виду «секунд»?"),
      ("2 слва от начала", 2, "вы имели в виду «слова»?"),
      ("30 секунд отт начала", 10, "вы имели в виду «от»?"),
      ("30 секунд от нач", 13, "а стоит «нач»"),
      ("30 секунд от паузи", 13, "вы имели в виду «паузы»?"),
      ("от начала ожидани", 10, "вы имели в виду «ожидания»?"),
      ("до начала звонка", 0, "до начала звонка ничего не сказано"),
      ("после конца звонка", 0, "после конца звонка ничего не сказано"),
      ("от паузы дольше 3 реплик", 16, "паузу меряют секундами"),
      ("от элемента greting", 12, "вы имели в виду «greeting»?"),
      ("от правила", 10, "имя правила"),
      ("от фразы клиента (а", 17, "не закрыта"),
      ("от правила a b", 13, "лишнее слово «b»"),
      ("1e3 секунд от начала", 0, "здесь ожидалось число, а стоит «1e3»"),
      ("9999999 секунд от начала", 0, "число слишком велико"),
    ])
  func windowMistakes(text: String, offset: Int, message: String) {
    do throws(PhraseError) {
      _ = try WindowParser.parse(text)
      Issue.record("«\(text)» was accepted")
    } catch {
      #expect(error.offset == offset, "\(error)")
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test(
    "A frequency is printed back as it was written",
    arguments: [
      "не меньше 3 раз", "не меньше 3 раз за 60 секунд", "не больше 5 раз",
      "больше 2,5 на 100 слов", "больше 2 в минуту",
      "не меньше 2 раз и больше 5 на 100 слов и не больше 9 раз",
    ])
  func frequencies(text: String) throws {
    #expect(try FrequencyParser.parse(text).description == text)
  }

  @Test(
    "A frequency's mistake is reported at its place",
    arguments: [
      ("3 раза", 0, "здесь ожидалось «не», «больше», а стоит «3»"),
      ("не мньше 3 раз", 3, "вы имели в виду «меньше»?"),
      ("не меньше 0 раз", 10, "целое число от 1"),
      ("больше 3 на 100", 15, "а текст кончился"),
      ("не меньше 3 раз и", 17, "а текст кончился"),
    ])
  func frequencyMistakes(text: String, offset: Int, message: String) {
    do throws(PhraseError) {
      _ = try FrequencyParser.parse(text)
      Issue.record("«\(text)» was accepted")
    } catch {
      #expect(error.offset == offset, "\(error)")
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test("Random windows and frequencies are the same after printing and reading", arguments: 1...4)
  func random(seed: UInt64) throws {
    var windows = RandomWindow(seed: seed)
    for _ in 0..<2_000 {
      let window = windows.nextWindow()
      #expect((try? WindowParser.parse(window.description)) == window, "\(window)")
      let frequency = windows.nextFrequency()
      #expect((try? FrequencyParser.parse(frequency.description)) == frequency, "\(frequency)")
    }
  }

  @Test(
    "Words in any order are a window, a frequency or a mistake inside the text", arguments: 1...4)
  func fuzz(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "30", "1,5", "0", "-1", "1.", ".5", "секунд", "слова", "реплик", "оператора", "клиента", "до",
      "после", "от", "начала", "конца", "звонка", "ожидания", "паузы", "дольше", "перебивания",
      "оператором", "правила", "фразы", "(а|б)", "(", "элемента", "greeting", "условия", "не",
      "меньше", "больше", "раз", "на", "в", "минуту", "и", "за", "٣", "\u{301}",
    ]
    for _ in 0..<5_000 {
      let text = (0..<generator.below(9)).map { _ in generator.pick(words) }
        .joined(separator: generator.below(9) == 0 ? "  " : " ")
      do throws(PhraseError) {
        let window = try WindowParser.parse(text)
        #expect((try? WindowParser.parse(window.description)) == window, "\(text)")
      } catch {
        #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text)")
      }
      do throws(PhraseError) {
        let frequency = try FrequencyParser.parse(text)
        #expect((try? FrequencyParser.parse(frequency.description)) == frequency, "\(text)")
      } catch {
        #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text)")
      }
    }
  }

  @Test(
    "A mistake in the keys around a phrase names its line and column",
    arguments: [
      ("where: '3 секунды от начла'", 5, 26, "вы имели в виду «начала»?"),
      ("wher: 'от начала'", 5, 5, "вы имели в виду «where»?"),
      ("how_often: 'не меньше трёх раз'", 5, 27, "здесь ожидалось число, а стоит «трёх»"),
      ("how_often: 'не меньше 3 раз'\n    fires: one", 6, 12, "здесь ожидалось each или once"),
      ("fires: once", 5, 12, "fires бывает только вместе с how_often"),
      ("depends_on: {in: call}", 5, 17, "одно из двух: rule или unless_rule"),
      ("depends_on: {rule: b, in: sentense}", 5, 31, "вы имели в виду «sentence»?"),
      ("depends_on: {unless_rule: b, rest: drop}", 5, 40, "rest бывает только при rule"),
      ("phrases: [{phrase: да, speaker: operatr}]", 5, 37, "вы имели в виду «operator»?"),
    ])
  func keys(text: String, line: Int, column: Int, message: String) throws {
    let rule = "rules:\n  - id: a\n    category: blame\n    clause: x\n    \(text)"
    let library = try library(rules: rule)
    do throws(StandardError) {
      _ = try library.standard("general")
      Issue.record("accepted")
    } catch {
      #expect(error.description.contains(message), "\(error)")
      #expect(error.place == Place(file: "rules/some.yaml", line: line, column: column), "\(error)")
    }
  }
}
