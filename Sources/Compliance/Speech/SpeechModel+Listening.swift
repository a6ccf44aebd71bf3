/// Listening to turns, where the gate lets them pass.
extension SpeechModel {
  /// A long turn is heard in pieces of this many words, each beginning so many after the other.
  private static let pieceLength = 22
  private static let pieceStride = 16
  /// So many words of the turn before are heard with the first piece, where that turn matters.
  private static let leadLength = 8

  /// Probabilities of each word's outputs; empty where no piece passes the gate.
  ///
  /// - Parameters:
  ///   - previous: a turn that this one may answer: its last words are heard before the first.
  ///   - suspects: what was found in the turn; the pieces that hold it are heard in any case.
  ///   - hearing: what the model knows of the words.
  ///   - memory: what it heard before in the same call, where the same is asked again.
  func probabilities(
    in turn: AnalyzedTurn, after previous: AnalyzedTurn? = nil, suspects: [Range<Int>],
    hearing: WordHearing, memory: HeardPieces? = nil
  ) -> [SIMD16<Float>] {
    let signs = Self.signs(in: turn)
    let suspects = WordSpans(suspects)
    var result: [SIMD16<Float>] = []
    var start = 0
    while start < turn.words.count {
      let end = min(turn.words.count, start + Self.pieceLength)
      let piece = start..<end
      var forms: [Int] = []
      var pieceSigns: [UInt16] = []
      if start == 0, let previous {
        forms = previous.words.suffix(Self.leadLength).map { Int($0.info) }
        pieceSigns = Self.leadSigns(forms.count)
      }
      let lead = forms.count
      forms += turn.words[piece].map { Int($0.info) }
      pieceSigns += signs[piece]
      if suspects.touch(piece)
        || gate.passes(forms, shares: hearing.gateShares, signs: pieceSigns)
      {
        if result.isEmpty { result = Array(repeating: .zero, count: turn.words.count) }
        let place = HeardPieces.Place(turn: turn.index, start: start, lead: lead)
        let heard =
          memory?[place] ?? probabilities(forms, signs: pieceSigns, hearing: hearing)
        memory?[place] = heard
        for (word, found) in zip(piece, heard.dropFirst(lead)) {
          result[word].replace(with: found, where: found .> result[word])
        }
      }
      if end == turn.words.count { break }
      start += Self.pieceStride
    }
    return result
  }

  private func probabilities(_ forms: [Int], signs: [UInt16], hearing: WordHearing)
    -> [SIMD16<Float>]
  {
    var words: [WordVector] = []
    words.reserveCapacity(forms.count)
    for (form, signs) in zip(forms, signs) {
      words.append(hearing.vectors[form])
      var bits = signs
      while bits != 0 {
        words.add(self.signs, bits.trailingZeroBitCount, to: words.count - 1)
        bits &= bits - 1
      }
    }
    layers[0].apply(
      to: &words, forms: forms, shares: hearing.layerShares, signs: signs, signShares: signShares)
    for layer in layers.dropFirst() { words = layer.apply(to: words) }
    return output.probabilities(of: words)
  }

  /// Of the words before a turn the last is marked as one, and nothing else.
  private static func leadSigns(_ count: Int) -> [UInt16] {
    (0..<count).map { $0 == count - 1 ? 1 << 13 : 0 }
  }

  /// Six signs before a word, six after it, and whether it is the first or the last.
  private static func signs(in turn: AnalyzedTurn) -> [UInt16] {
    turn.words.indices.map { index in
      var bits = Self.bits(turn.words[index].before) | Self.bits(turn.words[index].after) << 6
      if index == 0 { bits |= 1 << 12 }
      if index == turn.words.count - 1 { bits |= 1 << 13 }
      return bits
    }
  }

  private static func bits(_ signs: Punctuation) -> UInt16 {
    var bits: UInt16 = 0
    if !signs.isDisjoint(with: [.sentenceEnd, .ellipsis]) { bits |= 1 }
    if signs.contains(.question) { bits |= 2 }
    if signs.contains(.exclamation) { bits |= 4 }
    if signs.contains(.comma) { bits |= 8 }
    if signs.contains(.dash) { bits |= 16 }
    if signs.contains(.colon) { bits |= 32 }
    return bits
  }
}

/// What a model heard in pieces of one call's turns. An object, so that all who ask add to it.
final class HeardPieces {
  /// A piece by its turn, its first word and how many words are heard before it.
  struct Place: Hashable {
    var turn: Int
    var start: Int
    var lead: Int
  }

  private var probabilities: [Place: [SIMD16<Float>]] = [:]

  subscript(place: Place) -> [SIMD16<Float>]? {
    get { probabilities[place] }
    set { probabilities[place] = newValue }
  }
}

/// What every form of a cache is to one model.
struct WordHearing: Sendable {
  let model: UInt32
  private(set) var vectors: [WordVector] = []
  /// Their shares at the model's gate.
  private(set) var gateShares: SpeechGate.Shares = []
  /// And in its first layer.
  private(set) var layerShares: [WordVector] = []

  init(model: UInt32) { self.model = model }

  /// Learns the forms that are new.
  mutating func complete(for model: SpeechModel, _ forms: [WordInfo]) {
    while vectors.count < forms.count {
      let vector = model.vector(of: forms[vectors.count])
      vectors.append(vector)
      gateShares += model.gate.shares(of: vector)
      layerShares += model.layers[0].shares(of: vector)
    }
  }
}

/// What was learned of labelled speech, as far as it is installed.
public struct SpeechModels: Sendable {
  /// Hears offences.
  public var paraphrases: SpeechModel?
  /// Tells how words are used that are offences only here and there.
  public var uses: UseModel?
  /// Hears what elements of a call hang on.
  public var elements: SpeechModel?

  public init(
    paraphrases: SpeechModel? = nil, uses: UseModel? = nil, elements: SpeechModel? = nil
  ) {
    self.paraphrases = paraphrases
    self.uses = uses
    self.elements = elements
  }

  /// The networks, as far as there are.
  var networks: [SpeechModel] { [paraphrases, elements].compactMap { $0 } }

  /// Tells these models from all others.
  public var marks: [UInt32] { networks.map(\.mark) + [uses].compactMap { $0?.mark } }

  /// On what they were trained.
  public var attributions: [String] {
    networks.map(\.attribution) + [uses].compactMap { $0?.attribution }
  }
}
