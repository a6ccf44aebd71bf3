import CallStore
import RussianMorphology
import RussianText
import Transcripts

extension Installation {
  /// How the words of texts are looked up, by the installed dictionary.
  func indexing() throws -> WordIndexing {
    try indexing(morphology())
  }

  func indexing(_ morphology: RussianMorphology.Morphology) throws -> WordIndexing {
    WordIndexing(
      version: try wordsVersion(morphology),
      lemmas: { word in
        var lemmas: [String] = []
        for reading in morphology.readings(of: word) {
          let lemma = Folding.folded(morphology.lemma(of: reading, form: word))
          if !lemmas.contains(lemma) { lemmas.append(lemma) }
        }
        return lemmas
      },
      bases: { word in
        morphology.readings(of: word).compactMap { reading in
          morphology.diminutive(of: word, reading: reading).map { Folding.folded($0.baseLemma) }
        }
      })
  }

  /// Changes when any word may be read otherwise than before.
  func wordsVersion(_ morphology: RussianMorphology.Morphology) throws -> String {
    // The dictionary's header holds the checksum of its contents.
    let header = (try? ByteSource(path: dictionaryPath()).peek(48)) ?? []
    let list = morphology.lexicalised.reduce(UInt64(0)) { $0 ^ $1.rawValue }
    let key = LemmaKey(folded: header.prefix(48))
    return
      "\(Kamerton.release) \(String(key.rawValue ^ list ^ morphology.ownWords.fingerprint, radix: 16))"
  }
}
