import RussianMorphology
import RussianText

/// Rewrites a whole turn with every finding mended.
struct TurnRewriter {
  let turn: AnalyzedTurn
  let compiled: CompiledStandard

  /// A piece of the rewritten turn: what stands before a word, and the word.
  private struct Piece {
    var gap: String
    var text: String
    /// Index of the turn's word that follows it.
    var next: Int
    /// Whether a comma has to follow where another word does.
    var wantsComma = false
    /// Whether it asks where an order was given.
    var asks = false
  }

  /// With more findings a turn is not rewritten: nobody reads it, and as every finding brings the
  /// whole turn with it, an answer would grow as the square of the turn.
  private static let most = 100
  /// Nor is a turn of more words.
  private static let longest = 2_000

  /// The rewritten turn, or nil when a finding has no mending, two of them are entangled or would say
  /// the same twice, or there are more than a hundred, or thousands of words.
  func rewrite(_ mendings: [Mending?], cache: borrowing WordCache) -> String? {
    guard mendings.count <= Self.most, turn.words.count <= Self.longest,
      let plan = Self.plan(mendings)?.filter({ !isNeeded($0, in: mendings, cache: cache) }),
      !Self.repeatsItself(plan)
    else { return nil }
    let joint = GapJoint(turn: turn, compiled: compiled)
    var pieces: [Piece] = []
    // What stands before the next piece, and whether it opens with a capital of what is gone.
    var gap: String?
    var takesCapital = false
    var isCourteous = false
    var index = 0
    var left: [Int] = []
    var rest = plan[...]
    while index < turn.words.count {
      let before = gap ?? self.gap(before: index)
      guard let mending = rest.first, mending.words.lowerBound == index else {
        var text = turn.quote(index..<index + 1)
        if takesCapital { text = ReplacementFitting.capitalized(text, like: "А") }
        pieces.append(Piece(gap: before, text: text, next: index + 1))
        left.append(index)
        index += 1
        gap = nil
        takesCapital = false
        continue
      }
      rest.removeFirst()
      let end = mending.words.upperBound
      if let fitted = mending.text {
        var text = isCourteous ? fitted.plain : fitted.courteous
        if fitted.courteous != fitted.plain { isCourteous = true }
        if takesCapital { text = ReplacementFitting.capitalized(text, like: "А") }
        var piece = Piece(
          gap: before, text: text, next: end, asks: fitted.courteous != fitted.plain)
        if text.hasSuffix(",") {
          piece.text.removeLast()
          piece.wantsComma = true
        }
        pieces.append(piece)
        left += mending.words
        gap = nil
        takesCapital = false
      } else {
        let isFirst = pieces.isEmpty || GapJoint.endsSentence(before)
        if isFirst, turn.quote(mending.words).first?.isUppercase == true { takesCapital = true }
        let after = self.gap(before: end)
        if isStammered(mending.words, after: left.last) {
          gap = after.replacing(",", with: "")
        } else if resumes(at: end, after: left.last, rest: rest.first, cache: cache) {
          // The word before the gap stays, what follows it is written as it was.
          index = end + 1
          continue
        } else {
          guard
            let joined = joint.join(
              before, after, left: left, right: end, isFirst: isFirst, cache: cache)
          else { return nil }
          gap = joined
        }
      }
      index = end
      if GapJoint.endsSentence(self.gap(before: index)) { left = [] }
    }
    return assemble(pieces, tail: gap ?? self.gap(before: index))
  }

  /// Whether leaving a word out would take the last of one that was stammered: of «это, это наш
  /// склад» one stays.
  private func isNeeded(_ mending: Mending, in all: [Mending?], cache: borrowing WordCache)
    -> Bool
  {
    let next = mending.words.upperBound
    guard mending.text == nil, next < turn.words.count,
      isStammered(next..<next + 1, after: mending.words.lowerBound),
      cache.infos[Int(turn.words[next].info)].readings.contains(where: {
        $0.partOfSpeech == .pronoun
      })
    else { return false }
    return all.contains { $0?.words == next..<next + 1 && $0?.text == nil }
  }

  /// Whether a word says the one before it once more.
  private func isStammered(_ words: Range<Int>, after last: Int?) -> Bool {
    words.count == 1 && last == words.lowerBound - 1
      && turn.words[words.lowerBound].info == turn.words[words.lowerBound - 1].info
  }

  /// Whether the preposition before a parasite is said again behind it: «скидка за это самое за
  /// маршрут».
  private func resumes(at next: Int, after last: Int?, rest: Mending?, cache: borrowing WordCache)
    -> Bool
  {
    guard let last, next < turn.words.count, rest?.words.contains(next) != true else {
      return false
    }
    return turn.words[last].info == turn.words[next].info
      && cache.infos[Int(turn.words[next].info)].best.partOfSpeech == .preposition
  }

  /// Mendings in order, without those that lie inside others; nil where two overlap otherwise.
  private static func plan(_ mendings: [Mending?]) -> [Mending]? {
    var result: [Mending] = []
    for mending in mendings {
      guard let mending else { return nil }
      if let last = result.last, last.words.overlaps(mending.words) {
        if last.words.contains(mending.words) { continue }
        guard mending.words.contains(last.words) else { return nil }
        result.removeLast()
      }
      result.append(mending)
    }
    return result
  }

  /// Whether a thought would be said twice: «мне необходимо уточнить. Мне необходимо уточнить эту
  /// информацию». Single words and short turns may well come again.
  private static func repeatsItself(_ plan: [Mending]) -> Bool {
    let thoughts = plan.compactMap { $0.text?.plain.lowercased() }.filter {
      $0.split(separator: " ").count >= thought
    }
    return thoughts.indices.contains { index in
      thoughts[..<index].contains {
        $0.hasPrefix(thoughts[index]) || thoughts[index].hasPrefix($0)
      }
    }
  }

  /// So many words are a thought.
  private static let thought = 3

  /// What is written between a word and the one before it; after the last word, the rest.
  private func gap(before index: Int) -> String {
    let bytes = turn.text.bytes
    let start = index == 0 ? 0 : turn.byteRange(index - 1..<index).upperBound
    let end =
      index == turn.words.count ? bytes.count : turn.byteRange(index..<index + 1).lowerBound
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func assemble(_ pieces: [Piece], tail: String) -> String? {
    guard !pieces.isEmpty else { return nil }
    var result = ""
    var wantsComma = false
    var asks = false
    for piece in pieces {
      if wantsComma, piece.gap.allSatisfy({ " «\"(".contains($0) }) { result += "," }
      result += (asks ? Self.calm(piece.gap) : piece.gap) + piece.text
      wantsComma = piece.wantsComma
      asks = piece.asks || asks && !GapJoint.endsSentence(piece.gap)
    }
    return result + (asks ? Self.calm(tail) : tail)
  }

  /// A request is not shouted: «Назовите, пожалуйста, фамилию!» ends in a full stop.
  private static func calm(_ gap: String) -> String {
    guard let sign = gap.firstIndex(of: "!"), !gap.contains("?") else { return gap }
    let shouted = gap[sign...].prefix { $0 == "!" }
    return gap[..<sign] + "." + gap[shouted.endIndex...]
  }
}
