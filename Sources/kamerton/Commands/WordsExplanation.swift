import RussianMorphology
import RussianText

/// Writes where the readings of words come from and why the first is first.
struct WordsExplanation {
  let morphology: Morphology

  func describe(_ forms: [String], format: WordsFormat) -> String {
    switch format {
    case .table: forms.map(text).joined(separator: "\n")
    case .tsv: forms.map(tabSeparated).joined()
    case .json: "[" + forms.map(json).joined(separator: ",\n ") + "]\n"
    }
  }

  private func text(_ form: String) -> String {
    let readings = morphology.readings(of: form)
    var result = "\(Terminal.clean(form))\n"
    for (rank, reading) in readings.enumerated() {
      let traits = [reading.partOfSpeech.russianName] + reading.grammemes.russianNames
      result += "  \(rank + 1). \(morphology.lemma(of: reading, form: form)) — "
      result += traits.joined(separator: ", ") + "\n"
      result += "     \(percent(reading.probability)); "
      result += morphology.origin(of: reading, form: form).russianText + "\n"
    }
    return result + "  Почему первый: \(reason(readings, form)).\n"
  }

  private func tabSeparated(_ form: String) -> String {
    morphology.readings(of: form).enumerated().map { rank, reading in
      let origin = morphology.origin(of: reading, form: form)
      return [
        form, "\(rank + 1)", morphology.lemma(of: reading, form: form),
        morphology.tag(of: reading), "\(reading.probability)", origin.name, origin.detail,
      ].joined(separator: "\t") + "\n"
    }.joined()
  }

  private func json(_ form: String) -> String {
    let readings = morphology.readings(of: form)
    let items = readings.enumerated().map { rank, reading in
      let origin = morphology.origin(of: reading, form: form)
      return #"{"rank":\#(rank + 1),"lemma":"#
        + JSONText.quoted(morphology.lemma(of: reading, form: form))
        + #","tag":"\#(morphology.tag(of: reading))","probability":\#(reading.probability),"#
        + #""unit":"\#(origin.name)","detail":\#(JSONText.quoted(origin.detail))}"#
    }
    return #"{"form":\#(JSONText.quoted(form)),"readings":[\#(items.joined(separator: ","))],"#
      + #""why":\#(JSONText.quoted(reason(readings, form)))}"#
  }

  private func reason(_ readings: [Reading], _ form: String) -> String {
    guard readings.count > 1 else { return "другого разбора нет" }
    let first = readings[0]
    let second = readings[1]
    let ratio = "\(percent(first.probability)) против \(percent(second.probability))"
    if first.probability == second.probability {
      return "разборы равны (\(percent(first.probability))), решает порядок словаря"
    }
    switch first.source {
    case .dictionary:
      return "по счётам разборов этой формы и таких признаков он вероятнее следующего: \(ratio)"
    case .prediction:
      let names: Grammemes = [.firstName, .surname, .patronymic, .place, .organisation, .tradeMark]
      let isName = !first.grammemes.isDisjoint(with: names)
      let capital = isName && Folding.isCapitalized(form.utf8) ? "; прописная буква — за имя" : ""
      return "слова нет в словаре, похожих слов с этим разбором больше: \(ratio)\(capital)"
    case .shape: return "так пишется только это: \(ratio)"
    }
  }

  private func percent(_ probability: Float) -> String {
    let tenths = Int((probability * 1000).rounded())
    if tenths == 0 { return "меньше 0,1 %" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10),\(tenths % 10) %"
  }
}

extension ReadingOrigin {
  /// The unit's name for programs.
  var name: String {
    switch self {
    case .dictionary: "dictionary"
    case .ownWord: "own-word"
    case .spelling: "spelling"
    case .particle: "particle"
    case .adverbWithPo: "po-adverb"
    case .hyphenated: "hyphenated"
    case .knownPrefix: "known-prefix"
    case .unknownPrefix: "unknown-prefix"
    case .ending: "ending"
    case .initial: "initial"
    case .number: "number"
    case .roman: "roman"
    case .latin: "latin"
    case .punctuation: "punctuation"
    case .hesitation: "hesitation"
    case .unknown: "unknown"
    }
  }

  /// What the unit saw.
  var detail: String {
    switch self {
    case .spelling(let standard): standard
    case .particle(let particle): particle
    case .hyphenated(let rest, _): rest
    case .knownPrefix(let prefix, _), .unknownPrefix(let prefix, _): prefix
    case .ending(let ending, let count): "\(ending) \(count)"
    default: ""
    }
  }

  var russianText: String {
    switch self {
    case .dictionary: "есть в словаре"
    case .ownWord: "из списка слов компании"
    case .spelling(let standard): "разговорное написание слова «\(standard)»"
    case .particle(let particle): "частица «\(particle)» отделена"
    case .adverbWithPo: "наречие с «по-»"
    case .hyphenated(let rest, let isLeftInflected):
      "по второй части «\(rest)», первая \(isLeftInflected ? "склоняется вместе с ней" : "не меняется")"
    case .knownPrefix(let prefix, let rest): "известная приставка «\(prefix)» и слово «\(rest)»"
    case .unknownPrefix(let prefix, let rest): "начало «\(prefix)» и слово «\(rest)»"
    case .ending(let ending, let count):
      count == 0 ? "по окончанию" : "по окончанию «-\(ending)», как у \(count) слов словаря"
    case .initial: "инициал: одна прописная буква"
    case .number: "цифры"
    case .roman: "римское число"
    case .latin: "латинские буквы"
    case .punctuation: "знак препинания"
    case .hesitation: "протянутый звук"
    case .unknown: "ничего не известно"
    }
  }
}
