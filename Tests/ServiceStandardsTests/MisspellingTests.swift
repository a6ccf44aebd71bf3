import ServiceStandards
import Testing

@Suite("Misspelt names")
struct MisspellingTests {
  @Test(
    "The nearest known name is meant, or none",
    arguments: [
      ("извенения", "извинения"), ("извенеиня", "извинения"), ("категря", "категория"),
      ("КАТЕГОРИЯ", "категория"), ("глагл", "глаг"), ("пв", "пов"), ("жеребьёвка", nil),
      ("", nil), ("а", nil), ("извинениями-всем", nil),
    ])
  func nearest(written: String, meant: String?) {
    let known = ["извинения", "категория", "глаг", "пов", "сочувствие"]
    #expect(Misspelling.nearest(to: written, among: known) == meant)
  }

  @Test(
    "A mistake says what was meant",
    arguments: [
      ("- id: a\n    categry: blame", "неизвестный ключ «categry»; вы имели в виду «category»?"),
      (
        "- id: a\n    category: refusl\n    clause: x",
        "неизвестная категория «refusl»; вы имели в виду «refusal»?"
      ),
      ("- id: a\n    category: отказы\n    clause: x", "вы имели в виду «отказ»?"),
      (
        "- id: a\n    category: blame\n    clause: x\n    phrases: ['быть<глаг прашло>']",
        "неизвестный признак «прашло»"
      ),
      (
        "- id: a\n    category: blame\n    clause: x\n    phrases: ['быть<глагло>']",
        "неизвестный признак «глагло»; вы имели в виду «глагол»?"
      ),
      (
        "- id: a\n    category: blame\n    clause: x\n    from_turn: три",
        "здесь ожидалось целое число, а стоит «три»"
      ),
      ("- id: [a]", "здесь ожидался текст, а стоит список"),
      ("- id: a\n    id: b", "ключ «id» стоит дважды"),
      ("- id: a: b", "двоеточие здесь лишнее"),
      ("- id: a\n\t  clause: b", "ошибка YAML"),
      ("\t- id: a", "знак табуляции; отступают пробелами"),
      ("- id: \"a\n    clause: b", "кавычка открыта здесь и не закрыта до конца файла"),
      ("- id: a\n    phrases: ['а', 'б'", "в списке ожидалась запятая или «]»"),
    ])
  func told(rule: String, message: String) throws {
    let library = try library(rules: "rules:\n  " + rule)
    do throws(StandardError) {
      _ = try library.standard("general")
      Issue.record("accepted")
    } catch {
      #expect(error.description.contains(message), "\(error)")
    }
  }
}
