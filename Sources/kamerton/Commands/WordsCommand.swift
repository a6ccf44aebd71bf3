import ArgumentParser
import RussianMorphology
import RussianText

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Показать разборы слов: начальная форма, часть речи, признаки.")

  @Argument(help: "Текст.")
  var text: [String] = []

  @Flag(help: "Формы подаются на стандартный ввод по одной в строке, пустая строка — конец фразы.")
  var pretokenized = false

  @Option(help: "Вид вывода: table, json или tsv.")
  var format: WordsFormat = .table

  @Flag(help: "Показать уменьшительные слова и то, от чего они образованы.")
  var diminutives = false

  @Flag(help: "Показать все формы каждого слова.")
  var paradigm = false

  @Flag(help: "Объяснить разборы: откуда каждый взялся и почему первый — первый.")
  var explain = false

  func validate() throws {
    if [paradigm, explain, diminutives].filter({ $0 }).count > 1 {
      throw ValidationError("Выберите одно: --paradigm, --explain или --diminutives.")
    }
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
    let printer = WordsPrinter(morphology: try Installation().morphology())
    var output = StandardOutput()
    if paradigm || explain {
      let tokenized = Tokenizer().tokenize(text.joined(separator: " "))
      let forms = tokenized.tokens.map(tokenized.text(of:))
      output.write(
        paradigm
          ? WordsParadigm(morphology: printer.morphology).describe(forms, format: format)
          : WordsExplanation(morphology: printer.morphology).describe(forms, format: format))
      output.flush()
      return
    }
    if pretokenized {
      var input = StandardInput()
      while let line = input.next() {
        if diminutives {
          output.write(printer.diminutive(form: String(decoding: line, as: UTF8.self)))
        } else {
          output.write(bytes: line.isEmpty ? [0x0A] : printer.tabSeparated(form: line))
        }
      }
    } else if diminutives {
      let tokenized = Tokenizer().tokenize(text.joined(separator: " "))
      for token in tokenized.tokens {
        output.write(printer.diminutive(form: tokenized.text(of: token)))
      }
    } else {
      output.write(printer.describe(text.joined(separator: " "), format: format))
    }
    output.flush()
  }
}

enum WordsFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, tsv
}
