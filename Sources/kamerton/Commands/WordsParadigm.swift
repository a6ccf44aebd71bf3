import JSONBytes
import RussianMorphology
import RussianText

/// Writes all forms of words.
struct WordsParadigm {
  let morphology: Morphology

  func describe(_ forms: [String], format: WordsFormat) -> String {
    let paradigms = forms.map { form in
      let readings = morphology.readings(of: form)
      return (form, morphology.paradigm(of: readings[0], form: form), others(than: readings, form))
    }
    switch format {
    case .table:
      return paradigms.map { table($1, others: $2) }.joined(separator: "\n")
    case .tsv:
      return paradigms.flatMap { form, paradigm, _ in
        paradigm.forms.map { "\(form)\t\(paradigm.lemma)\t\($0.text)\t\($0.tag)\n" }
      }.joined()
    case .json:
      return "[" + paradigms.map { json($0, $1, $2) }.joined(separator: ",\n ") + "]\n"
    }
  }

  /// Other words with the same form: lemma and part of speech, each once.
  private func others(than readings: [Reading], _ form: String) -> [String] {
    var result = [String]()
    let first = name(readings[0], form)
    for reading in readings where name(reading, form) != first {
      if !result.contains(name(reading, form)) { result.append(name(reading, form)) }
    }
    return result
  }

  private func name(_ reading: Reading, _ form: String) -> String {
    let paradigm = morphology.paradigm(of: reading, form: form)
    return "\(paradigm.lemma) (\(paradigm.partOfSpeech.russianName))"
  }

  private func json(_ form: String, _ paradigm: Paradigm, _ others: [String]) -> String {
    let forms = paradigm.forms.map {
      #"{"form":\#(JSONText.quoted($0.text)),"tag":\#(JSONText.quoted($0.tag))}"#
    }
    return #"{"word":\#(JSONText.quoted(form)),"lemma":\#(JSONText.quoted(paradigm.lemma)),"#
      + #""forms":[\#(forms.joined(separator: ","))],"#
      + #""others":[\#(others.map(JSONText.quoted).joined(separator: ","))]}"#
  }

  private func table(_ paradigm: Paradigm, others: [String]) -> String {
    let traits = paradigm.grammemes.subtracting(
      Grammemes.cases.union(.numbers).union([.indicative]))
    let head = [paradigm.partOfSpeech.russianName] + traits.russianNames
    var result = "\(Terminal.clean(paradigm.lemma)) — \(head.joined(separator: ", "))\n"
    if paradigm.forms.count == 1 || Set(paradigm.forms.map(\.text)).count == 1 {
      result += "\nСлово не изменяется.\n"
    } else {
      for section in ParadigmSection.sections(of: paradigm) {
        result += "\n"
        if !section.title.isEmpty { result += section.title + "\n" }
        result += TextTable.lines(section.rows) + "\n"
      }
    }
    if !others.isEmpty {
      result += "\nТу же форму имеют: \(others.joined(separator: ", ")).\n"
    }
    return result
  }
}

extension TextTable {
  /// Rows of aligned columns without a header of their own; nothing trails.
  static func lines(_ rows: [[String]], indent: String = "  ") -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = indent
      for (column, cell) in row.enumerated() {
        line += cell + String(repeating: " ", count: widths[column] - cell.unicodeScalars.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
