import RussianMorphology
import RussianText

/// Many forms that no processor cache knows from the last round.
enum DistinctForms {
  /// Every form of every reading of the words, folded, each once, in a fixed random order.
  static func shuffled(of words: [[UInt8]], morphology: Morphology) -> [[UInt8]] {
    var forms: Set<[UInt8]> = []
    for word in Set(words) {
      let text = String(decoding: word, as: UTF8.self)
      for reading in morphology.readings(of: text) {
        for form in morphology.forms(of: reading, form: text) {
          forms.insert(Array(Folding.folded(form.form).utf8))
        }
      }
    }
    var generator = SeededGenerator(state: 20_261_121)
    return forms.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &generator)
  }
}

/// The SplitMix64 generator (Steele, Lea, Flood, «Fast splittable pseudorandom number generators»,
/// 2014): the same order at every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
