import Compliance
import ServiceStandards
import Testing
import Transcripts

/// `requests:` of a standard, and the slot `{:просьба}` that asks by it.
@Suite("Verbs that ask politely for what is ordered")
struct RequestVerbTests {
  private static let rules = """
    rules:
      - id: command.order
        category: command
        clause: "1"
        phrases: ['[=сами|=не|=всё] <глаг пов>']
        examples: {hit: [], silent: []}
    rewordings:
      - categories: [command]
        unless: ['=вот _']
        replacements: ['{:просьба}[, пожалуйста,] {просьба:}']
      - categories: [command]
        replacements: ['{:пов}[, пожалуйста,] {пов:}']
    requests: {выключать: выключить, жать: нажать, стирать: стереть}
    """

  @Test(
    "An order is asked for in the verb of the standard, in the form and spelling of the order",
    arguments: [
      ("a deed", "выключайте роутер", "выключите, пожалуйста,"),
      ("with a capital", "Выключайте роутер.", "Выключите, пожалуйста,"),
      ("to one person", "выключай", "выключите, пожалуйста"),
      ("plain for colloquial", "жмите туда", "нажмите, пожалуйста,"),
      ("a stem that changes", "Стирайте!", "Сотрите, пожалуйста"),
      ("a word before it", "сами выключайте", "сами выключите, пожалуйста"),
      ("a verb that has none", "держите кнопку", "держите, пожалуйста,"),
      ("the verb that asks already", "выключите", "выключите, пожалуйста"),
      ("the slot that keeps the verb", "вот выключайте", "выключайте, пожалуйста"),
    ])
  func asked(_ name: String, _ text: String, _ replacement: String) throws {
    let found = findings(try analyzer(rules: Self.rules), in: text)
    #expect(found.map(\.replacements) == [[replacement]], "\(name)")
  }

  @Test(
    "Slang that has no other verb is not offered again, politely or not",
    arguments: [
      ("a verb that has one", "закидывайте файл", ["отправьте, пожалуйста,"]),
      ("a verb that has none", "кидайте файл", []),
    ])
  func slang(_ name: String, _ text: String, _ replacements: [String]) throws {
    let rules = """
      rules:
        - id: jargon.order
          category: jargon
          clause: "1"
          phrases: ['(закидывать|кидать)<глаг пов>']
          examples: {hit: [], silent: []}
      rewordings:
        - categories: [jargon]
          replacements: ['{:просьба}[, пожалуйста,]']
      requests: {закидывать: отправить}
      """
    let found = findings(try analyzer(rules: rules), in: text)
    #expect(found.map(\.replacements) == [replacements], "\(name)")
  }

  @Test(
    "A verb that cannot be ordered or asked for is remarked on",
    arguments: [
      ("кнопка: нажать", "«кнопка» — не глагол"), ("жать: кнопка", "у «кнопка» нет повелительного"),
      ("жать: бырмыжнуть", "у «бырмыжнуть» нет повелительного"),
      ("жмите: нажать", "«жмите» — не глагол в начальной форме"),
    ])
  func remark(_ pair: String, _ expected: String) throws {
    let standard = try analyzer(rules: "requests: {\(pair)}").compiled.standard
    let remarks = RequestVerbs(morphology: morphology).remarks(on: standard)
    #expect(remarks.map { $0.message.contains(expected) } == [true], "\(remarks)")
    #expect(remarks.first?.place.line == 1)
  }

  @Test("Verbs that ask for a deed have no remark")
  func silent() throws {
    let standard = try analyzer(rules: Self.rules).compiled.standard
    #expect(RequestVerbs(morphology: morphology).remarks(on: standard).isEmpty)
  }
}
