import ArgumentParser
import Compliance
import Foundation
import ServiceStandards

/// Says what to say instead.
struct PhraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrase",
    abstract: "Как сказать иначе: замена слову, фразе или целому предложению",
    discussion: """
      Отвечает по таблицам 2 и 3 стандарта. С --situation показывает утверждённые фразы таблицы 1: \
      kamerton phrase --situation "клиент ругается".
      """)

  @Argument(help: "Слово, фраза или предложение") var text: [String] = []
  @Option(help: "Стандарт") var standard = "rzd-cfto"
  @Flag(help: "Искать не замену, а утверждённые фразы для ситуации; без слов — все ситуации")
  var situation = false
  @Option(help: "Вид ответа: text или json") var format = OutputFormat.text

  func validate() throws {
    if text.isEmpty, !situation {
      throw ValidationError("Напишите слово или фразу: kamerton phrase \"ваша заявочка\"")
    }
  }

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let installation = Installation()
    let morphology = try installation.morphology()
    var shelf = try installation.shelf(morphology, judges: false)
    let analyzer = try shelf.analyzer(self.standard)
    let question = text.joined(separator: " ")
    if situation {
      let lookup = SituationLookup(
        standard: analyzer.compiled.standard, morphology: morphology)
      let found = question.isEmpty ? lookup.all : lookup.situations(for: question)
      try printSituations(found, question: question, all: lookup.all)
    } else {
      let answer = PhraseLookup(analyzer, morphology: morphology).answer(question)
      try printAnswer(answer)
    }
  }

  private func printAnswer(_ answer: PhraseLookup.Answer) throws {
    guard format == .text else {
      print(try JSONOutput.encode(answer))
      return
    }
    guard !answer.findings.isEmpty || !answer.doubtful.isEmpty else {
      print("Запрещённого не нашлось.")
      return
    }
    for (finding, thoughts) in zip(answer.findings, answer.thoughts) {
      let spoken = SpokenFinding(finding, in: answer.text)
      print("«\(spoken.quote)» — \(finding.category.title) (\(finding.clause))")
      for replacement in spoken.replacements { print("    лучше: \(replacement)") }
      for say in thoughts { print("    можно сказать: \(say)") }
      if finding.replacements.isEmpty, thoughts.isEmpty {
        print("    \(advice(finding, isRewritten: answer.rewrite != nil))")
      }
    }
    for finding in answer.doubtful {
      print(
        "«\(finding.quote)» — спорно, \(finding.category.title) (\(finding.clause)): решать человеку"
      )
    }
    if let rewrite = answer.rewrite {
      print("\nЦеликом: \(rewrite)")
    } else if let reason = unwritten(answer) {
      print("\nЦеликом не переписано: \(reason)")
    }
  }

  /// What to do where a finding shows no words of its own. In a rewritten text it was left out, or
  /// mended along with the words around it.
  private func advice(_ finding: Finding, isRewritten: Bool) -> String {
    if finding.category == .filler { return "лучше: опустить" }
    if isRewritten { return "лучше: без этих слов, как в строке «Целиком»" }
    switch finding.category {
    case .command: return "скажите просьбой, а не приказом"
    case .diminutive:
      return "форму подобрать не удалось: скажите то же слово без уменьшительного суффикса"
    default: return "своих слов взамен стандарт не даёт: скажите то же иначе"
    }
  }

  /// Which words kept a text of several findings from being rewritten; nil where all or none did.
  private func unwritten(_ answer: PhraseLookup.Answer) -> String? {
    let left = answer.findings.filter { $0.replacements.isEmpty && $0.category != .filler }
    guard !left.isEmpty, left.count < answer.findings.count else { return nil }
    let quotes = left.map { "«\($0.quote)»" }.joined(separator: ", ")
    return "нет замены для \(quotes)"
  }

  private func printSituations(
    _ situations: [SituationScript], question: String, all: [SituationScript]
  ) throws {
    guard format == .text else {
      let answer = SituationAnswer(situation: question, situations: situations)
      print(try JSONOutput.encode(answer))
      return
    }
    guard !situations.isEmpty else {
      print("Такой ситуации в стандарте нет. Есть:")
      for script in all { print("  \(script.title)") }
      return
    }
    for script in situations {
      print("\(script.title) (\(script.clause))")
      for text in script.scripts { print("  — \(text)") }
      print("")
    }
  }
}

/// Situations as JSON.
private struct SituationAnswer: Encodable {
  var situation: String
  var situations: [Entry]

  struct Entry: Encodable {
    var id: String
    var title: String
    var clause: String
    var scripts: [String]
  }

  init(situation: String, situations: [SituationScript]) {
    self.situation = situation
    self.situations = situations.map {
      Entry(id: $0.id, title: $0.title, clause: $0.clause, scripts: $0.scripts)
    }
  }
}
