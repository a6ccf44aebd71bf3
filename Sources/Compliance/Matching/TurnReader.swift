import RussianMorphology
import RussianText
import Transcripts

/// Reads a call's turns into words that phrases can be matched against.
struct TurnReader: Sendable {
  let morphology: Morphology
  let bank: PhraseBank
  private let models: SpeechModels
  private let tokenizer = Tokenizer()

  init(morphology: Morphology, bank: PhraseBank, models: SpeechModels = SpeechModels()) {
    self.morphology = morphology
    self.bank = bank
    self.models = models
  }

  func read(_ call: Call, cache: inout WordCache) -> AnalyzedCall {
    cache.trim()
    var turns: [AnalyzedTurn] = []
    turns.reserveCapacity(call.turns.count)
    var ordinals: [Speaker: Int] = [:]
    for (index, turn) in call.turns.enumerated() {
      let ordinal = ordinals[turn.speaker, default: 0]
      ordinals[turn.speaker] = ordinal + 1
      turns.append(read(turn, index: index, ordinal: ordinal, cache: &cache))
    }
    let employee = call.employee.map {
      read(Turn(speaker: .operator, text: $0), index: turns.count, ordinal: 0, cache: &cache)
    }
    for model in models.networks { cache.complete(for: model) }
    if let uses = models.uses { cache.complete(for: uses) }
    return AnalyzedCall(call: call, turns: turns, employee: employee)
  }

  private func read(_ turn: Turn, index: Int, ordinal: Int, cache: inout WordCache)
    -> AnalyzedTurn
  {
    let text = tokenizer.tokenize(turn.text)
    // This folding never changes the length, so that offsets stay what they are; words that are not
    // plain are read one by one.
    var folded = text.bytes
    Folding.fold(inPlace: &folded, from: 0)
    var words: [AnalyzedWord] = []
    words.reserveCapacity(text.tokens.count)
    var pending: Punctuation = []
    var sentenceEnds = 0
    for (tokenIndex, token) in text.tokens.enumerated() {
      switch token.kind {
      case .word, .number, .address:
        let info = wordIndex(
          folded[Int(token.start)..<Int(token.end)], of: text, token, cache: &cache)
        if !words.isEmpty { words[words.count - 1].after = pending }
        words.append(
          AnalyzedWord(
            token: Int32(tokenIndex), lastToken: Int32(tokenIndex), info: info, before: pending,
            after: []))
        pending = []
        if words.count > 1 { joinSplit(&words, cache: &cache) }
      case .punctuation, .symbol:
        let signs = Self.signs(of: text, at: tokenIndex)
        if signs.contains(.sentenceEnd) { sentenceEnds += 1 }
        pending.formUnion(signs)
      }
    }
    if !words.isEmpty { words[words.count - 1].after = pending }
    let isPunctuated = sentenceEnds > 0 || Self.hasComma(words)
    cache.complete(for: bank.layers)
    return AnalyzedTurn(
      index: index, speaker: turn.speaker, text: text, words: words, ordinal: ordinal,
      isPunctuated: isPunctuated, present: bank.present(words, cache: cache))
  }

  /// Makes the last two words one, where a recogniser wrote one as two.
  private func joinSplit(_ words: inout [AnalyzedWord], cache: inout WordCache) {
    let (first, last) = (words[words.count - 2], words[words.count - 1])
    guard last.before.isEmpty, first.token == first.lastToken,
      last.token == first.lastToken + 1,
      cache.partsOfWords[Int(first.info)] || cache.partsOfWords[Int(last.info)]
    else { return }
    let (one, other) = (cache.infos[Int(first.info)], cache.infos[Int(last.info)])
    guard
      let whole = morphology.joined(
        (one.folded, one.readings), (other.folded, other.readings))
    else { return }
    words.removeLast()
    words[words.count - 1].lastToken = last.token
    words[words.count - 1].info = wordIndex(whole, cache: &cache)
  }

  /// Runs of signs that mask letters («х*й», «п***ц», «бл@ть») as one «#», as phrases write them.
  private static func unmasked(_ folded: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in folded {
      if !isMask(byte) {
        result.append(byte)
      } else if result.last != 0x23 {
        result.append(0x23)
      }
    }
    return result
  }

  private static func isMask(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x40 || byte == 0x23
  }

  private static func hasComma(_ words: [AnalyzedWord]) -> Bool {
    words.contains { $0.after.contains(.comma) }
  }

  /// - Parameter token: as it is written, that of which the folded letters are.
  @inline(__always)
  private func wordIndex(
    _ folded: ArraySlice<UInt8>, of text: TokenizedText, _ token: Token, cache: inout WordCache
  ) -> Int32 {
    var key = LemmaKey(folded: EmptyCollection())
    var isMasked = false
    var traits: UInt8 = 0
    for byte in folded {
      key.add(byte)
      traits |= Folding.trait(of: byte)
      if Self.isMask(byte) { isMasked = true }
    }
    guard isMasked || !Folding.isPlain(traits: traits), token.kind == .word, folded.count > 1
    else { return cache.index(of: key) ?? insert(Array(folded), key, cache: &cache) }
    let plain = Folding.isPlain(traits: traits) ? Array(folded) : text.folded(token)
    return wordIndex(isMasked ? Self.unmasked(plain) : plain, cache: &cache)
  }

  private func wordIndex(_ folded: [UInt8], cache: inout WordCache) -> Int32 {
    let key = LemmaKey(folded: folded)
    return cache.index(of: key) ?? insert(folded, key, cache: &cache)
  }

  private func insert(_ folded: [UInt8], _ key: LemmaKey, cache: inout WordCache) -> Int32 {
    cache.insert(info(folded, key))
  }

  private func info(_ folded: [UInt8], _ key: LemmaKey) -> WordInfo {
    var readings: [Reading] = []
    morphology.readings(folded: folded, into: &readings)
    // A guess may be wrong where a later one is right: «заявочку» is no «заявочко».
    let form = String(decoding: folded, as: UTF8.self)
    var diminutive: DiminutiveBase?
    for reading in readings where diminutive == nil {
      diminutive = morphology.diminutive(of: form, reading: reading)
    }
    // What is meant has readings of the dictionary, so that nothing else is sought for it.
    let soundAlikes = morphology.soundAlikes(of: (folded, readings))
    return WordInfo(
      folded: folded, key: key, readings: readings, diminutive: diminutive,
      soundAlikes: soundAlikes.map { info($0, LemmaKey(folded: $0)) })
  }

  /// What a punctuation token means for the sentence.
  private static func signs(of text: TokenizedText, at index: Int) -> Punctuation {
    let token = text.tokens[index]
    let bytes = text.bytes[Int(token.start)..<Int(token.end)]
    var signs: Punctuation = []
    var dots = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "?"): signs.formUnion([.question, .sentenceEnd])
      case UInt8(ascii: "!"): signs.formUnion([.exclamation, .sentenceEnd])
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: ","), UInt8(ascii: ";"): signs.insert(.comma)
      case UInt8(ascii: ":"): signs.insert(.colon)
      case UInt8(ascii: "-"): signs.insert(.dash)
      case UInt8(ascii: "\""): signs.insert(.quote)
      case 0xE2: signs.formUnion(wide(bytes))
      case 0xC2: signs.insert(.quote)
      default: break
      }
    }
    if dots > 1 { signs.insert(.ellipsis) }
    // «То есть… Сейчас»: a capital after the pause begins a new sentence.
    if dots > 0 || signs.contains(.ellipsis), text.isSentenceEnd(index) {
      signs.insert(.sentenceEnd)
    }
    return signs
  }

  /// Signs of three bytes: dashes, the ellipsis, quotation marks.
  private static func wide(_ bytes: ArraySlice<UInt8>) -> Punctuation {
    let start = bytes.startIndex
    guard bytes.count >= 3, bytes[start + 1] == 0x80 else { return [] }
    switch bytes[start + 2] {
    case 0x90...0x95: return .dash
    case 0xA6: return .ellipsis
    default: return .quote
    }
  }
}
