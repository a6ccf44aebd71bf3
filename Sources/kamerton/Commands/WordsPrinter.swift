import RussianMorphology
import RussianText

/// Writes readings of words for people and for programs.
struct WordsPrinter {
  let morphology: Morphology

  /// Form, lemma, part of speech, candidates and whether the dictionary has the form.
  func tabSeparated(form: [UInt8]) -> [UInt8] {
    let text = String(decoding: form, as: UTF8.self)
    let candidates = candidates(of: text)
    let joined = candidates.map { "\($0.lemma)/\($0.partOfSpeech.rawValue)" }
      .joined(separator: "|")
    let best = candidates[0]
    let known = morphology.isKnown(text) ? 1 : 0
    let rest = "\t\(best.lemma)\t\(best.partOfSpeech.rawValue)\t\(joined)\t\(known)\n"
    return form + Array(rest.utf8)
  }

  /// Different pairs of lemma and part of speech, best first.
  func candidates(of form: String) -> [(lemma: String, partOfSpeech: UniversalPartOfSpeech)] {
    var result = [(lemma: String, partOfSpeech: UniversalPartOfSpeech)]()
    for reading in morphology.readings(of: form) {
      let candidate = morphology.universal(reading, form: form)
      if !result.contains(where: { $0 == candidate }) { result.append(candidate) }
    }
    return result
  }

  /// The form, its base and the base's lemma when the form is a living diminutive, else nothing.
  func diminutive(form: String) -> String {
    for reading in morphology.readings(of: form) {
      if let found = morphology.diminutive(of: form, reading: reading) {
        return "\(form)\t\(found.base)\t\(found.baseLemma)\n"
      }
    }
    return ""
  }

  func describe(_ text: String, format: WordsFormat) -> String {
    let tokenized = Tokenizer().tokenize(text)
    let forms = tokenized.tokens.map(tokenized.text(of:))
    switch format {
    case .tsv:
      return forms.map { String(decoding: tabSeparated(form: Array($0.utf8)), as: UTF8.self) }
        .joined()
    case .json: return "[" + forms.map(json).joined(separator: ",\n ") + "]\n"
    case .table: return table(forms)
    }
  }

  private func json(_ form: String) -> String {
    let readings = morphology.readings(of: form).map { reading in
      let (lemma, universal) = morphology.universal(reading, form: form)
      return #"{"lemma":\#(JSONText.quoted(lemma)),"upos":"\#(universal.rawValue)","#
        + #""tag":"\#(morphology.tag(of: reading))","probability":\#(reading.probability)}"#
    }
    return #"{"form":\#(JSONText.quoted(form)),"known":\#(morphology.isKnown(form)),"#
      + #""readings":[\#(readings.joined(separator: ","))]}"#
  }

  private func table(_ forms: [String]) -> String {
    var rows = [["Слово", "Начальная форма", "Часть речи", "Признаки", "Другие разборы"]]
    for form in forms {
      let best = morphology.readings(of: form)[0]
      let others = candidates(of: form).dropFirst().map {
        "\($0.lemma)/\($0.partOfSpeech.rawValue)"
      }
      rows.append([
        form, morphology.lemma(of: best, form: form), best.partOfSpeech.russianName,
        best.grammemes.russianNames.joined(separator: ", "), others.joined(separator: " "),
      ])
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
