import ArgumentParser
import Foundation
import RussianMorphology

extension DictionaryCommand {
  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "train",
      abstract: "Обучить модель контекста на размеченных текстах (CoNLL-U).")

    @Option(help: "Какой файл записать.")
    var to: String

    @Option(
      parsing: .upToNextOption,
      help: "Тексты, размеченные по правилам Universal Dependencies.")
    var universal: [String] = []

    @Option(
      parsing: .upToNextOption, help: "Тексты, размеченные по правилам OpenCorpora.")
    var opencorpora: [String] = []

    @Option(help: "Папка со словарными добавками (Lexicons/morphology).")
    var additions: String?

    @Option(help: "Не учить каждому N-му предложению каждого текста: «3/10» — третьему из десяти.")
    var leaveOut: String?

    func validate() throws {
      if universal.isEmpty { throw ValidationError("Укажите тексты: --universal ФАЙЛ…") }
      if leaveOut != nil, part == nil {
        throw ValidationError("--leave-out пишется так: 3/10.")
      }
    }

    func run() throws {
      let installation = Installation()
      guard let folder = additions ?? installation.lexicons.map({ $0 + "/morphology" }) else {
        throw ValidationError("Нет папки со словарными добавками: укажите --additions.")
      }
      let training = ContextTraining(
        morphology: try installation.morphology(),
        abbreviations: try bytes(of: "\(folder)/abbreviations.tsv"))
      let corpora =
        try universal.map { try corpus($0, isUniversal: true) }
        + opencorpora.map { try corpus($0, isUniversal: false) }
        + [
          ContextTraining.Corpus(
            Treebank.judged(try bytes(of: "\(folder)/judged-readings.txt")), isUniversal: true)
        ]
      let model = training.train(corpora)
      try Data(model).write(to: URL(fileURLWithPath: to), options: .atomic)
      print("Модель обучена: \(to), \(model.count) байт.")
    }

    private var part: (number: Int, of: Int)? {
      let numbers = (leaveOut ?? "").split(separator: "/").compactMap { Int($0) }
      guard numbers.count == 2, numbers[1] > 1, 1...numbers[1] ~= numbers[0] else { return nil }
      return (numbers[0], numbers[1])
    }

    private func corpus(_ path: String, isUniversal: Bool) throws -> ContextTraining.Corpus {
      var sentences = Treebank.sentences(try bytes(of: path))
      if let part {
        sentences = sentences.enumerated()
          .filter { ($0.offset + 1) % part.of != part.number % part.of }.map(\.element)
      }
      return ContextTraining.Corpus(sentences, isUniversal: isUniversal)
    }

    private func bytes(of path: String) throws -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("Файл не читается: \(path)")
      }
      return Array(data)
    }
  }
}
