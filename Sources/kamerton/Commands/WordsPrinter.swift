import JSONBytes
import RussianMorphology
import RussianText

/// Writes readings of words for people and for programs.
struct WordsPrinter {
  let ranker: ReadingRanker

  private var morphology: Morphology { ranker.morphology }

  /// For each word of a sentence: form, lemma, part of speech, candidates and whether the
  /// dictionary has the form; of a text also what it is meant for.
  func tabSeparated(_ sentence: [[UInt8]], withMeant: Bool = false) -> [UInt8] {
    let meant = withMeant ? morphology.meant(by: sentence) : []
    var result = [UInt8]()
    for (index, (form, word)) in zip(sentence, ranker.words(of: sentence)).enumerated() {
      let joined = word.candidates.map { "\($0.lemma)/\($0.partOfSpeech.rawValue)" }
        .joined(separator: "|")
      let best = word.candidates[0]
      result += form
      result += "\t\(best.lemma)\t\(best.partOfSpeech.rawValue)\t".utf8
      result += "\(joined)\t\(word.isKnown ? 1 : 0)".utf8
      if withMeant { result += meant[index].tabSeparated.utf8 }
      result.append(0x0A)
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
      return sentences.map {
        String(decoding: tabSeparated($0, withMeant: true), as: UTF8.self)
      }.joined()
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
    let meant = morphology.meant(by: sentence)
    return zip(sentence, ranker.words(of: sentence)).enumerated().map { index, pair in
      let (written, word) = pair
      let form = String(decoding: written, as: UTF8.self)
      let others = morphology.readings(of: form).filter { $0 != word.reading }
      let best = word.candidates[0]
      let readings = ([word.reading] + others).enumerated().map { number, reading in
        let (lemma, universal) =
          number == 0 ? (best.lemma, best.partOfSpeech) : morphology.universal(reading, form: form)
        return #"{"lemma":\#(JSONText.quoted(lemma)),"upos":"\#(universal.rawValue)","#
          + #""tag":"\#(morphology.tag(of: reading))","probability":\#(reading.probability)}"#
      }
      return #"{"form":\#(JSONText.quoted(form)),"known":\#(word.isKnown),"#
        + #""readings":[\#(readings.joined(separator: ","))]\#(meant[index].json(morphology))}"#
    }
  }

  /// The last column is there when a word of the text is meant for another.
  private func table(_ sentences: [[[UInt8]]]) -> String {
    var rows = [
      ["Слово", "Начальная форма", "Часть речи", "Признаки", "Другие разборы", "Понято как"]
    ]
    for sentence in sentences {
      let meant = morphology.meant(by: sentence)
      for (index, (form, word)) in zip(sentence, ranker.words(of: sentence)).enumerated() {
        let others = word.candidates.dropFirst().map { "\($0.lemma)/\($0.partOfSpeech.rawValue)" }
        rows.append([
          String(decoding: form, as: UTF8.self), word.candidates[0].lemma,
          word.reading.partOfSpeech.russianName,
          word.reading.grammemes.russianNames.joined(separator: ", "),
          others.joined(separator: " "), meant[index].russianText,
        ])
      }
    }
    if rows.dropFirst().allSatisfy({ $0[5].isEmpty }) {
      for index in rows.indices { rows[index].removeLast() }
    }
    return TextTable.lines(rows, indent: "") + "\n"
  }
}
