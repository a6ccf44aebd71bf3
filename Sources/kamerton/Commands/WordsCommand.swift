import ArgumentParser
import RussianMorphology
import RussianText

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Показать разборы слов: начальная форма, часть речи, признаки.",
    discussion: """
      Слово, которого нет в словаре, но до слова из словаря ему не хватает одной описки на слух \
      («даговор»), и слово, разорванное надвое («четыр надцать»), в звонке понимаются как то, чем \
      были. Что это, сказано у таких слов в конце: в столбце «Понято как», в ещё одном поле tsv \
      («next:» и «previous:» — вместе со следующим или предыдущим словом), в ключе meant для json. \
      С --pretokenized этого поля нет.
      """)

  @Argument(help: "Текст.")
  var text: [String] = []

  @Flag(help: "Формы подаются на стандартный ввод по одной в строке, пустая строка — конец фразы.")
  var pretokenized = false

  @Option(help: "Вид вывода: table, json или tsv.")
  var format: WordsFormat = .table

  @Flag(help: "Показать уменьшительные слова и то, от чего они образованы.")
  var diminutives = false

  @Option(help: "Файл модели контекста вместо своего; «нет» — читать каждое слово отдельно.")
  var model: String?

  @Flag(help: "С --diminutives: и те, что уместны в деловой речи («домик», «собачка»).")
  var every = false

  @Flag(help: "Показать все формы каждого слова.")
  var paradigm = false

  @Flag(help: "Объяснить разборы: откуда каждый взялся и почему первый — первый.")
  var explain = false

  func validate() throws {
    if [paradigm, explain, diminutives].filter({ $0 }).count > 1 {
      throw ValidationError("Выберите одно: --paradigm, --explain или --diminutives.")
    }
    if every, !diminutives { throw ValidationError("--every — только вместе с --diminutives.") }
    if pretokenized, paradigm || explain {
      throw ValidationError("Вместе с --pretokenized нет ни --paradigm, ни --explain.")
    }
    if pretokenized, !diminutives, format != .tsv {
      throw ValidationError("Вместе с --pretokenized нужен --format tsv.")
    }
    if !pretokenized, text.isEmpty { throw ValidationError("Укажите текст.") }
  }

  func run() throws {
    try reporting { try answer() }
  }

  private func answer() throws {
    let installation = Installation()
    let printer = WordsPrinter(
      ranker: ReadingRanker(
        morphology: try installation.morphology(), model: try installation.contextModel(model)))
    var output = StandardOutput()
    if paradigm {
      let tokenized = Tokenizer().tokenize(text.joined(separator: " "))
      let forms = tokenized.tokens.map(tokenized.text(of:))
      output.write(
        WordsParadigm(morphology: printer.ranker.morphology).describe(forms, format: format))
    } else if explain {
      let sentences = printer.sentences(of: text.joined(separator: " "))
      output.write(WordsExplanation(ranker: printer.ranker).describe(sentences, format: format))
    } else if diminutives {
      let scope = every ? installation.everyDiminutive() : .business
      forEachForm { output.write(printer.diminutive(form: $0, scope: scope)) }
    } else if pretokenized {
      readSentences(printer, into: &output)
    } else {
      output.write(printer.describe(text.joined(separator: " "), format: format))
    }
    output.flush()
  }

  private func forEachForm(_ body: (String) -> Void) {
    if pretokenized {
      var input = StandardInput()
      while let line = input.next() { body(String(decoding: line, as: UTF8.self)) }
    } else {
      let tokenized = Tokenizer().tokenize(text.joined(separator: " "))
      for token in tokenized.tokens { body(tokenized.text(of: token)) }
    }
  }

  /// A form a line; an empty line ends a sentence, and so does a very long sentence by itself.
  private func readSentences(_ printer: WordsPrinter, into output: inout StandardOutput) {
    var input = StandardInput()
    var sentence = [[UInt8]]()
    while let line = input.next() {
      if !line.isEmpty { sentence.append(line) }
      guard line.isEmpty || sentence.count >= Self.longestSentence else { continue }
      output.write(bytes: printer.tabSeparated(sentence))
      if line.isEmpty { output.write(bytes: [0x0A]) }
      sentence.removeAll(keepingCapacity: true)
    }
    output.write(bytes: printer.tabSeparated(sentence))
  }

  /// So that a stream without empty lines takes no more memory than a long sentence.
  private static let longestSentence = 500
}

enum WordsFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, tsv
}
