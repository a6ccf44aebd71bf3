import JSONBytes
import RussianMorphology
import RussianText

/// Writes readings of words for people and for programs.
struct WordsPrinter {
  let ranker: ReadingRanker

  private var morphology: Morphology { ranker.morphology }

  /// For each word of a sentence: form, lemma, part of speech, candidates and whether the
  /// dictionary has the form.
  func tabSeparated(_ sentence: [[UInt8]]) -> [UInt8] {
    var result = [UInt8]()
    for (form, word) in zip(sentence, ranker.words(of: sentence)) {
      let joined = word.candidates.map { "\($0.lemma)/\($0.partOfSpeech.rawValue)" }
        .joined(separator: "|")
      let best = word.candidates[0]
      result += form
      result += "\t\(best.lemma)\t\(best.partOfSpeech.rawValue)\t".utf8
      result += "\(joined)\t\(word.isKnown ? 1 : 0)\n".utf8
    }
    return result
  }

  /// The form, its base and the base's lemma when the form is a living diminutive, else nothing.
  func diminutive(form: String, scope: DiminutiveScope = .business) -> String {
    for reading in morphology.readings(of: form) {
      if let found = morphology.diminutive(of: form, reading: reading, scope: scope) {
        return "\(form)\t\(found.base)\t\(found.baseLemma)\n"
      }
    }
    return ""
  }

  func describe(_ text: String, format: WordsFormat) -> String {
    let sentences = sentences(of: text)
    switch format {
    case .tsv:
      return sentences.map { String(decoding: tabSeparated($0), as: UTF8.self) }.joined()
    case .json: return "[" + sentences.flatMap(json).joined(separator: ",\n ") + "]\n"
    case .table: return table(sentences)
    }
  }

  /// The forms of a text, sentence by sentence.
  func sentences(of text: String) -> [[[UInt8]]] {
    let tokenized = Tokenizer().tokenize(text)
    var result: [[[UInt8]]] = [[]]
    for (index, token) in tokenized.tokens.enumerated() {
      result[result.count - 1].append(Array(tokenized.text(of: token).utf8))
      if tokenized.isSentenceEnd(index) { result.append([]) }
    }
    return result
  }

  /// The word's readings of the dictionary, the one its sentence speaks for first.
  private func json(_ sentence: [[UInt8]]) -> [String] {
    zip(sentence, ranker.words(of: sentence)).map { form, word in
      let form = String(decoding: form, as: UTF8.self)
      let others = morphology.readings(of: form).filter { $0 != word.reading }
      let best = word.candidates[0]
      let readings = ([word.reading] + others).enumerated().map { number, reading in
        let (lemma, universal) =
          number == 0 ? (best.lemma, best.partOfSpeech) : morphology.universal(reading, form: form)
        return #"{"lemma":\#(JSONText.quoted(lemma)),"upos":"\#(universal.rawValue)","#
          + #""tag":"\#(morphology.tag(of: reading))","probability":\#(reading.probability)}"#
      }
      return #"{"form":\#(JSONText.quoted(form)),"known":\#(word.isKnown),"#
        + #""readings":[\#(readings.joined(separator: ","))]}"#
    }
  }

  private func table(_ sentences: [[[UInt8]]]) -> String {
    var rows = [["Слово", "Начальная форма", "Часть речи", "Признаки", "Другие разборы"]]
    for sentence in sentences {
      for (form, word) in zip(sentence, ranker.words(of: sentence)) {
        let others = word.candidates.dropFirst().map { "\($0.lemma)/\($0.partOfSpeech.rawValue)" }
        rows.append([
          String(decoding: form, as: UTF8.self), word.candidates[0].lemma,
          word.reading.partOfSpeech.russianName,
          word.reading.grammemes.russianNames.joined(separator: ", "),
          others.joined(separator: " "),
        ])
      }
    }
    let widths = (0..<5).map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < 4 {
          line += String(repeating: " ", count: widths[column] - cell.unicodeScalars.count + 2)
        }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
