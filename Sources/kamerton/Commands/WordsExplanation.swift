import JSONBytes
import RussianMorphology
import RussianText

/// Writes where the readings of words come from and why the first is first.
struct WordsExplanation {
  let ranker: ReadingRanker

  private var morphology: Morphology { ranker.morphology }

  /// A reading with its rank among the word's readings before its sentence was looked at.
  private struct Item {
    var reading: Reading
    var rankBefore: Int
  }

  private struct Word {
    var form: String
    /// The one that the sentence speaks for, then the others in the dictionary's order.
    var items: [Item]
    /// The lemma and part of speech that are answered.
    var answer: RankedWord.Candidate
    /// What the analysis of a call takes the word for.
    var meant: [MeantWord]
  }

  func describe(_ sentences: [[[UInt8]]], format: WordsFormat) -> String {
    let words = sentences.flatMap(words(of:))
    switch format {
    case .table: return words.map(text).joined(separator: "\n")
    case .tsv: return words.map(tabSeparated).joined()
    case .json: return "[" + words.map(json).joined(separator: ",\n ") + "]\n"
    }
  }

  private func words(of sentence: [[UInt8]]) -> [Word] {
    let meant = morphology.meant(by: sentence)
    return zip(sentence, ranker.words(of: sentence)).enumerated().map { index, pair in
      let (written, ranked) = pair
      let form = String(decoding: written, as: UTF8.self)
      var items = morphology.readings(of: form).enumerated().map {
        Item(reading: $1, rankBefore: $0 + 1)
      }
      let chosen = items.firstIndex {
        $0.reading.lemma == ranked.reading.lemma
          && $0.reading.partOfSpeech == ranked.reading.partOfSpeech
          && $0.reading.grammemes == ranked.reading.grammemes
      }
      if let chosen { items.insert(items.remove(at: chosen), at: 0) }
      return Word(form: form, items: items, answer: ranked.candidates[0], meant: meant[index])
    }
  }

  private func text(_ word: Word) -> String {
    var result = "\(Terminal.clean(word.form))\n"
    for (rank, item) in word.items.enumerated() {
      let reading = item.reading
      let traits = [reading.partOfSpeech.russianName] + reading.grammemes.russianNames
      result += "  \(rank + 1). \(morphology.lemma(of: reading, form: word.form)) — "
      result += traits.joined(separator: ", ") + "\n"
      result += "     \(percent(reading.probability)); "
      result += morphology.origin(of: reading, form: word.form).russianText
      if item.rankBefore != rank + 1 { result += "; до контекста \(item.rankBefore)-й" }
      result += "\n"
    }
    result += "  Почему первый: \(reason(word)).\n"
    guard !word.meant.isEmpty else { return result }
    return result + "  В звонке понимается как \(word.meant.russianText).\n"
  }

  private func tabSeparated(_ word: Word) -> String {
    word.items.enumerated().map { rank, item in
      let origin = morphology.origin(of: item.reading, form: word.form)
      return [
        word.form, "\(rank + 1)", "\(item.rankBefore)",
        morphology.lemma(of: item.reading, form: word.form), morphology.tag(of: item.reading),
        "\(item.reading.probability)", origin.name, origin.detail,
      ].joined(separator: "\t") + word.meant.tabSeparated + "\n"
    }.joined()
  }

  private func json(_ word: Word) -> String {
    let items = word.items.enumerated().map { rank, item in
      let origin = morphology.origin(of: item.reading, form: word.form)
      let lemma = morphology.lemma(of: item.reading, form: word.form)
      return #"{"rank":\#(rank + 1),"rankBeforeContext":\#(item.rankBefore),"#
        + #""lemma":\#(JSONText.quoted(lemma)),"tag":"\#(morphology.tag(of: item.reading))","#
        + #""probability":\#(item.reading.probability),"#
        + #""unit":"\#(origin.name)","detail":\#(JSONText.quoted(origin.detail))}"#
    }
    return #"{"form":\#(JSONText.quoted(word.form)),"#
      + #""readings":[\#(items.joined(separator: ","))],"#
      + #""why":\#(JSONText.quoted(reason(word)))\#(word.meant.json(morphology))}"#
  }

  private func reason(_ word: Word) -> String {
    let first = word.items[0]
    let lemma = morphology.universal(first.reading, form: word.form)
    // Counts of whole words may know better than any reading.
    let isCounted = Folding.folded(lemma.lemma) != Folding.folded(word.answer.lemma)
    let counted =
      isCounted
      ? "; ответ «\(word.answer.lemma)» — по счётам слов в размеченных текстах" : ""
    guard word.items.count > 1 else { return "другого разбора нет" + counted }
    guard first.rankBefore == 1 else {
      let before = word.items.first { $0.rankBefore == 1 } ?? first
      return "так решили соседние слова; по словарю первым был «"
        + morphology.lemma(of: before.reading, form: word.form)
        + "»\(difference(before.reading, from: first.reading)) "
        + "(\(percent(before.reading.probability)) против "
        + "\(percent(first.reading.probability)))" + counted
    }
    return reason(first.reading, second: word.items[1].reading, word.form) + counted
  }

  /// What sets a reading of the same word apart: «, винительный».
  private func difference(_ reading: Reading, from other: Reading) -> String {
    guard reading.lemma == other.lemma else { return "" }
    return reading.grammemes.subtracting(other.grammemes).russianNames.map { ", " + $0 }.joined()
  }

  private func reason(_ first: Reading, second: Reading, _ form: String) -> String {
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
