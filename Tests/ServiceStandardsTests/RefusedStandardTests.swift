import Foundation
import ServiceStandards
import Testing

@Suite("Standards that are refused")
struct RefusedStandardTests {
  @Test(
    "A scorecard whose points would mean nothing is refused at its place",
    arguments: [
      ("pass: 180", "weight: 1, check: {element: greeting}", "5:9: зачёт (pass) — от 0 до 100"),
      ("pass: 0.8", "weight: 1, check: {element: greeting}", "вы имели в виду 80?"),
      ("pass: 80%", "weight: 1, check: {element: greeting}", "напишите 80 без знака процента"),
      ("pass: 80", "weight: 2,5, check: {element: greeting}", "ключ"),
      ("pass: 80", "weight: '2,5', check: {element: greeting}", "напишите 2.5 с точкой"),
      ("pass: 80", "weight: -5, check: {element: greeting}", "9:54: вес (weight) не бывает"),
      ("pass: 80", "weight: 0, check: {element: greeting}", "9:11: у всех критериев вес"),
      ("pass: 80", "weight: 1, check: {element: greeting, within_turns: 0}", "больше нуля"),
      ("pass: 80", "weight: 1, check: {findings: [jargon], each: 0}", "она больше нуля"),
      ("pass: 80", "weight: 1, check: {findings: [jargon], each: -1}", "она больше нуля"),
      ("pass: 80", "weight: 1, check: {findings: [jargon], each: 50}", "не больше 1"),
      ("pass: 80", "weight: 1, check: {findings: []}", "хотя бы одна категория"),
      ("pass: 80", "weight: 1, check: {says: []}", "хотя бы одна фраза"),
      ("pass: 80", "weight: 1, check: {all: []}", "хотя бы одна проверка"),
      ("pass: 80", "weight: 1, check: {rate: [filler], free: 3, none: 2}", "больше, чем free"),
      (
        "pass: 80", "weight: 1, check: {says_groups: [['а'], ['б']], at_least: 3}",
        "at_least 3, а групп 2"
      ),
      ("pass: 80", "weight: 1, check: {metric: turns, min: 5, max: 2}", "min больше, чем max"),
      ("pass: 80", "weight: 1, check: {metric: turns}", "не сказана граница"),
      ("pass: 80", "weight: 1, check: {review: true}", "здесь пишут, что проверить человеку"),
      ("pass: 80", "weight: 1, check: {review: ' '}", "здесь нужен текст"),
      (
        "pass: 80", "weight: 1, check: {order: [greeting, thanks, greeting]}",
        "«greeting» стоит дважды"
      ),
      ("pass: 80", "weight: 1, check: {order: [greeting]}", "хотя бы у двух элементов"),
      ("pass: 80", "weight: 1, check: {spoken_limit: ['а'], minutes: 0}", "больше нуля"),
      (
        "pass: 80", "weight: 1, check: {finding: [jargon]}",
        "неизвестный вид проверки; вы имели в виду «findings»?"
      ),
      (
        "pass: 80",
        "weight: 1, check: {element: greeting}}\n        - {id: own.c, title: К, clause: '1', weight: 1, check: {element: thanks}",
        "10:11: критерий «own.c» уже есть в standards/general.yaml:9:11"
      ),
      ("pass: 80", "weight: , check: {element: greeting}", "у ключа «weight» нет значения"),
      (
        "pass: 80", "weight: 1, when: {direction: входящий}, check: {element: greeting}",
        "incoming или outgoing, а стоит «входящий»"
      ),
    ])
  func scorecard(_ pass: String, _ criterion: String, _ message: String) throws {
    let text =
      "scorecard:\n  \(pass)\n  sections:\n    - title: Р\n      criteria:\n"
      + "        - {id: own.c, title: К, clause: '1', \(criterion)}"
    let library = try library(standard: "source: наш\n" + text)
    let error = try refusal("general", by: library)
    let told = error.description.replacing("standards/general.yaml:", with: "", maxReplacements: 1)
    #expect(told.contains(message), "\(error)")
  }

  @Test(
    "A standard is called by its file",
    arguments: [
      (
        "../../x",
        "2:5: в файле стоит «id: ../../x», а называют стандарт по файлу: напишите «id: own»"
      ),
      ("Own", "напишите «id: own»"), ("general", "а «general» — другой стандарт"),
    ])
  func name(_ id: String, _ message: String) throws {
    let library = try library(rules: "rules: []")
    try "title: Наш\nid: \(id)\nextends: general\n".write(
      to: library.folder.appending(path: "standards/own.yaml"), atomically: true, encoding: .utf8)
    let error = try refusal("own", by: library)
    #expect(error.description.contains(message), "\(error)")
  }

  @Test("A title is not empty", arguments: ["''", "' '", "\"\\t\""])
  func title(_ title: String) throws {
    let library = try library(rules: "rules: []")
    try "title: \(title)\nid: own\nextends: general\n".write(
      to: library.folder.appending(path: "standards/own.yaml"), atomically: true, encoding: .utf8)
    let error = try refusal("own", by: library)
    #expect(error.description.contains("own.yaml:1:8: здесь нужен текст"), "\(error)")
  }

  @Test(
    "What is wrong with the YAML itself is told in Russian, where it is, with what to do",
    arguments: [
      (
        "- id: a\n   category: blame",
        "3:4: ошибка YAML: отступ этой строки — 3, а список начат в строке 2 с отступом 2"
      ),
      (
        "- id: a\n     category: blame",
        "3:14: ошибка YAML: строка читается как продолжение той, что выше: выровняйте её отступ"
      ),
      (
        "- id:a\n    category: blame",
        "3:13: ошибка YAML: в строке выше за двоеточием нужен пробел: «id: a»"
      ),
      (
        "- id: x\n    category blame\n    clause: a",
        "3:5: ошибка YAML: здесь ожидалось «ключ: значение»"
      ),
      ("- id: x\n  -id: y", "3:3: ошибка YAML: за «-» нужен пробел: «- id: y»"),
      ("- id: x\n    clause: a: b", "3:14: ошибка YAML: двоеточие здесь лишнее"),
      ("- id: x\n    clause: \"п. \"7\"\"", "за закрывающей кавычкой стоит ещё текст"),
      (
        "- id: x\n    phrases:\n      - [очень] жаль",
        "4:17: ошибка YAML: за закрывающей скобкой стоит ещё текст"
      ),
      ("- id: x\n    phrases:\n      - !(не) вы", "«!» в начале значения"),
      ("- id: x\n    phrases:\n      - |вы", "с этих знаков начинают текст на несколько строк"),
      ("- id: x\n    phrases:\n      - %вы", "4:9: ошибка YAML: значение не начинают знаком «%»"),
      ("- id: x\n    phrases: ['вы'\n    clause: a", "«[» открыта в строке 3"),
      (
        "- id: x\n    clause: a\n    category: blame\n    clause: b",
        "5:5: ошибка YAML: ключ «clause» стоит дважды"
      ),
      (
        "- id: x\n    clause: a\n    id: y\n    clause: b",
        "4:5: ошибка YAML: ключ «clause», «id» стоит дважды; похоже, выше пропущен «-»"
      ),
      ("- id: x\n    clause:\u{A0}a", "в строке 3 вместо пробела стоит неразрывный"),
      ("- id: x\n    clause: a\u{0}", "недопустимый знак U+0000"),
      (
        "- {id: x\u{200B}, clause: a, category: blame, phrases: ['в\u{200B}ы']}",
        "невидимый знак U+200B"
      ),
      ("- id: x\n%TAG ! a\n", "ошибка YAML"), ("- id: &\n", "за знаком «*» или «&» ожидалось имя"),
      ("- ? a\n  b: ? c", "ошибка YAML"), ("- id: \"\\q\"", "неизвестный знак после «\\»"),
      ("- id: !<a b", "метка YAML"), ("- id: \"a\n---\nb\"", "кавычка выше не закрыта"),
    ])
  func yaml(_ rule: String, _ message: String) throws {
    let error = try refusal("general", by: try library(rules: "rules:\n  " + rule))
    #expect(error.description.contains(message), "\(error)")
    let latin = error.message.filter { $0.isASCII && $0.isLetter }
    #expect(latin.count < 20, "\(error)")
  }

  @Test("A file to include that is not there is told at its name")
  func included() throws {
    let library = try library(standard: "include: {rules: [rules/none.yaml]}")
    let error = try refusal("general", by: library)
    #expect(error.place == Place(file: "standards/general.yaml", line: 3, column: 19), "\(error)")
  }
}
