import ServiceStandards

/// What a `UseModel` says of the uses of a turn's words.
struct UseOpinion {
  private let model: UseModel
  /// The categories that the model asks of each word, a bit each.
  private let asking: [UInt16]
  /// How likely each word is an offence of each category, where any is asked of it.
  private let chances: [SIMD16<Float>]

  /// Nil where nothing is asked of any word.
  ///
  /// - Parameter previous: the other speaker's turn before.
  init?(
    model: UseModel, turn: AnalyzedTurn, after previous: AnalyzedTurn?, cache: borrowing WordCache
  ) {
    let known = cache.useForms
    asking = turn.words.map { known.asking[Int($0.info)] }
    guard asking.contains(where: { $0 != 0 }) else { return nil }
    self.model = model
    let traits = UseTraits(turn, after: previous, known: known)
    var shared = SIMD16<Int32>.zero
    var last: Int?
    chances = asking.enumerated().map { word, asked in
      guard asked != 0 else { return .zero }
      let piece = traits.piece(of: word)
      if piece != last { shared = model.sums(of: traits.shared(inPiece: piece)) }
      last = piece
      return model.chances(shared &+ model.sums(of: traits.traits(of: word)))
    }
  }

  /// How likely some words, or the likeliest of them, are an offence of a category; nil where the model
  /// knows none of them.
  func chance(of category: Category, in words: Range<Int>) -> Float? {
    guard let number = model.categories.firstIndex(of: category) else { return nil }
    return words.filter { asking[$0] & 1 << UInt16(number) != 0 }.map { chances[$0][number] }.max()
  }

  /// The words that are likely an offence of a category by this model alone.
  func likely(_ category: Category) -> [Int] {
    guard let number = model.categories.firstIndex(of: category) else { return [] }
    return asking.indices.filter {
      asking[$0] & 1 << UInt16(number) != 0 && chances[$0][number] >= Self.even
    }
  }

  /// The words that are likely an offence of any category.
  var likely: Set<Int> {
    model.categories.reduce(into: []) { $0.formUnion(likely($1)) }
  }

  var categories: [Category] { model.categories }

  private static let even: Float = 0.5
}
