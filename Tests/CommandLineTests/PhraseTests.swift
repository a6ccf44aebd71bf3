import Foundation
import Testing

@Suite("The answer to «what do I say instead?»")
struct PhraseTests {
  @Test(
    "Every finding is answered, with other words or with what to do without them",
    arguments: [
      ("Алло", "    лучше: Слушаю вас"),
      ("Ну заходите", "    лучше: опустить"),
      ("Мастер выехал короче", "    лучше: без этих слов, как в строке «Целиком»"),
      ("Мы опоздали, алло", "Целиком не переписано: нет замены для «Мы опоздали»"),
      ("Мы опоздали", "    своих слов взамен стандарт не даёт: скажите то же иначе"),
      ("Всё готово", "Запрещённого не нашлось."),
    ])
  func answered(_ text: String, _ line: String) throws {
    let program = try Program()
    try program.write(
      "lexicons/standards/lagoon.yaml",
      """
      id: lagoon
      title: Лагуна
      extends: general
      rules:
        - id: well
          category: filler
          clause: "1"
          phrases: ['^^ =ну']
        - id: late
          category: company_failure
          clause: "2"
          phrases: ['мы (опоздать|опаздывать)']
        - id: slang
          category: jargon
          clause: "3"
          phrases: [{phrase: '=короче', replacements: ['']}]
      """)
    let answer = try program.run("phrase", "--standard", "lagoon", text)
    #expect(answer.lines.contains(line), "\(answer)")
  }
}
