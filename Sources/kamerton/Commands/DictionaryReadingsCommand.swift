import ArgumentParser
import RussianMorphology

/// All readings of forms with OpenCorpora's tags, for comparison with other analyzers.
struct DictionaryReadingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readings",
    abstract: "Все разборы форм со стандартного ввода, по форме в строке.",
    discussion: """
      Строка ответа — форма и через табуляцию её разборы, лучший первым: написание с «ё», \
      начальная форма, тег OpenCorpora, вероятность и источник (dictionary, prediction, shape) \
      через вертикальную черту.
      """)

  func run() throws {
    let morphology = try Installation().morphology()
    var input = StandardInput()
    var output = StandardOutput()
    while let line = input.next() {
      let form = String(decoding: line, as: UTF8.self)
      output.write(bytes: line)
      for reading in morphology.readings(of: form) {
        output.write("\t" + morphology.spelling(of: form, reading: reading))
        output.write("|" + morphology.lemma(of: reading, form: form))
        output.write("|" + morphology.tag(of: reading))
        output.write("|\(reading.probability)|\(reading.source)")
      }
      output.write("\n")
    }
    output.flush()
  }
}
