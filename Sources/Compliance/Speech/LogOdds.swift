/// Probabilities on the scale on which evidence adds up.
package enum LogOdds {
  /// A probability is not taken for surer than this.
  private static let most: Float = 0.9999

  /// The mean of two probabilities' log-odds, as a probability.
  package static func mean(_ one: Float, _ other: Float) -> Float {
    let odds = (odds(one) * odds(other)).squareRoot()
    return odds / (1 + odds)
  }

  private static func odds(_ chance: Float) -> Float {
    let chance = min(max(chance, 1 - most), most)
    return chance / (1 - chance)
  }
}
