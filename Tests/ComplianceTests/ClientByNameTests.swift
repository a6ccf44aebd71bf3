import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// 175/р, table 2, row 1: the client is called by name where the call tells it.
@Suite("The client called by name instead of «мужчина»")
struct ClientByNameTests {
  @Test(
    "The address gives way to the name that was said, of the same gender",
    arguments: [
      (
        "the employee has said it",
        ["О: Пётр Ильич, добрый день.", "К: Да.", "О: Мужчина, не кричите."], "Мужчина",
        ["Пётр Ильич"]
      ),
      (
        "and says it later", ["О: женщина ждите", "К: жду", "О: инна марковна вы на линии"],
        "женщина", ["Инна Марковна"]
      ),
      (
        "the client gave it",
        ["О: Слушаю.", "К: Меня зовут Гульнара Фаритовна.", "О: Девушка, ждите."], "Девушка",
        ["Гульнара Фаритовна"]
      ),
      (
        "without the surname",
        ["О: Добрый день.", "К: Это Ермолаев Степан.", "О: Молодой человек, ждите."],
        "Молодой человек", ["Степан"]
      ),
      (
        "a word without gender",
        ["О: Добрый день.", "К: Меня зовут Ольга Юрьевна.", "О: Ну солнце моё, ждите."],
        "солнце моё",
        ["Ольга Юрьевна"]
      ),
      (
        "nobody has said it", ["О: Добрый день.", "К: Да.", "О: Мужчина, не кричите."], "Мужчина",
        []
      ),
      (
        "a surname is no address", ["О: Хачатрян?", "К: Да, это я.", "О: Мужчина, не кричите."],
        "Мужчина", []
      ),
      (
        "another's name", ["О: Иннокентий Фролович, добрый день.", "К: Да.", "О: Девушка, ждите."],
        "Девушка", []
      ),
      ("the name stands beside", ["О: Мужчина, Пётр Ильич, не кричите.", "К: Да."], "Мужчина", []),
    ])
  func called(_ name: String, _ lines: [String], _ quote: String, _ replacements: [String]) throws {
    var call = Call(id: "call", direction: .incoming, turns: [])
    for line in lines {
      call.turns.append(
        Turn(speaker: line.hasPrefix("О") ? .operator : .client, text: String(line.dropFirst(3))))
    }
    var cache = WordCache()
    let analysis = try Self.analyzer.get().analyze(call, cache: &cache)
    let found = analysis.findings.filter { $0.category == .rudeRepeat && $0.quote == quote }
    #expect(found.map(\.replacements) == [replacements], "\(name)")
  }

  private static let analyzer = Result {
    let standard = try StandardLibrary(folder: lexicons).standard("general")
    return CallAnalyzer(
      standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
  }
}
