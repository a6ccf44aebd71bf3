import RussianMorphology
import ServiceStandards

/// The employee as the call's data names them («Иванова Ольга Петровна»), and where that name is
/// said: no turn of speech is needed to know whose it is.
struct KnownEmployee {
  let context: ElementContext
  /// What each word of the name is, by its form.
  private let parts: [LemmaKey: NameParts]
  var hasSurname: Bool { parts.values.contains(.surname) }
  /// Longer than this it is no name but a remark.
  private static let longest = 4
  /// Bytes of a word: initials name nobody.
  private static let shortest = 4

  /// Nil where the data names nobody: «Оператор 12», «agent7».
  init?(context: ElementContext) {
    guard let name = context.call.employee else { return nil }
    self.context = context
    let words = name.words.indices.filter { Self.isPerson($0, in: name, context) }
    guard (1...Self.longest).contains(words.count) else { return nil }
    let infos = words.map { context.info($0, in: name) }
    guard let first = Self.firstName(among: infos) else { return nil }
    var parts: [LemmaKey: NameParts] = [:]
    for (place, info) in infos.enumerated() {
      let isPatronymic =
        place != first && info.likeliestNamePart == .patronymic
        && (place == first + 1 || infos.count > 2)
      parts[info.key] = place == first ? .first : isPatronymic ? .patronymic : .surname
    }
    self.parts = parts
  }

  /// Letters, and no position: «Оператор Ольга».
  private static func isPerson(_ word: Int, in name: AnalyzedTurn, _ context: ElementContext)
    -> Bool
  {
    let info = context.info(word, in: name)
    guard info.folded.count >= shortest, info.folded.allSatisfy({ $0 >= 0x80 || $0 == 0x2D })
    else { return false }
    return !context.isPosition(word, in: name)
  }

  /// Which word is the first name: the one before a patronymic; else the likeliest, a name of the
  /// dictionary before one that only looks like a name («Вера Стахеева»); else, of a word or two
  /// that no dictionary has, the one that does not look like a surname.
  private static func firstName(among infos: [WordInfo]) -> Int? {
    let patronymic = infos.indices.dropFirst().first {
      infos[$0].likeliestNamePart == .patronymic
    }
    if let patronymic, mayBeFirst(infos[patronymic - 1]) { return patronymic - 1 }
    let likely = infos.indices.filter { infos[$0].likeliestNamePart == .first }
    let listed = infos.indices.filter {
      infos[$0].best.source == .dictionary && mayBeFirst(infos[$0])
    }
    let known = [likely.filter(listed.contains), listed, likely].first { !$0.isEmpty } ?? []
    if let likeliest = known.max(by: { weight(infos[$0]) < weight(infos[$1]) }) {
      return likeliest
    }
    if let possible = infos.indices.first(where: { mayBeFirst(infos[$0]) }) { return possible }
    return infos.indices.first {
      infos[$0].best.source != .dictionary && !infos[$0].looksLikeSurname
        && infos[$0].nameWord == nil
    }
  }

  private static func mayBeFirst(_ info: WordInfo) -> Bool {
    info.rareNameWord?.parts.contains(.first) == true
  }

  private static func weight(_ info: WordInfo) -> Float { info.nameWord?.weight ?? 0 }

  /// Where a turn holds the name or a part of it, the patronymic alone aside.
  func names(in turn: AnalyzedTurn) -> [NameGroup] {
    var result: [NameGroup] = []
    var start = 0
    while start < turn.words.count {
      guard let group = group(at: start, in: turn) else {
        start += 1
        continue
      }
      start = group.words.upperBound
      if group.parts != .patronymic { result.append(group) }
    }
    return result
  }

  private func group(at start: Int, in turn: AnalyzedTurn) -> NameGroup? {
    var said: NameParts = []
    var keys: Set<LemmaKey> = []
    var end = start
    while end < turn.words.count,
      end == start || !turn.words[end].before.contains(.sentenceEnd)
    {
      let info = context.info(end, in: turn)
      guard let part = parts[info.key], !said.contains(part) else { break }
      said.insert(part)
      if part == .first {
        keys = NameReader.keys(of: info).union(info.nameWord?.keys ?? [])
      }
      end += 1
    }
    guard end > start else { return nil }
    return NameGroup(
      turn: turn.index, words: start..<end, parts: said, firstNames: keys, isNominative: true,
      isSure: true)
  }
}
