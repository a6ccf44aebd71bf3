import RussianText

/// A token of a treebank.
public struct TreebankToken: Sendable, Hashable {
  public var form: [UInt8]
  /// The folded lemma.
  public var lemma: [UInt8]
  public var partOfSpeech: String
  public var features: String
}

/// Reads sentences in the format CoNLL-U.
public enum Treebank {
  public static func sentences(_ bytes: [UInt8]) -> [[TreebankToken]] {
    var result = [[TreebankToken]]()
    var sentence = [TreebankToken]()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty || line.first == 0x0D {
        if !sentence.isEmpty { result.append(sentence) }
        sentence.removeAll()
        continue
      }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count > 5, cells[0].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { continue }
      var lemma = [UInt8]()
      Folding.fold(cells[2], into: &lemma)
      sentence.append(
        TreebankToken(
          form: Array(cells[1]), lemma: lemma,
          partOfSpeech: String(decoding: cells[3], as: UTF8.self),
          features: String(decoding: cells[5], as: UTF8.self)))
    }
    if !sentence.isEmpty { result.append(sentence) }
    return result
  }

  /// Features of a token that stand for any.
  static let anyFeatures = "*"

  /// Sentences in which only some words are judged, one a line: «я [его|он|PRON] вижу .»
  public static func judged(_ bytes: [UInt8]) -> [[TreebankToken]] {
    DataLines(bytes, keepsBlank: false).map { line in
      line.split(separator: " ").map { word in
        let parts = word.split { $0 == "[" || $0 == "|" || $0 == "]" }
        let isJudged = parts.count == 3
        let isWord = word.unicodeScalars.contains { $0.properties.isAlphabetic }
        return TreebankToken(
          form: Array((isJudged ? parts[0] : word).utf8),
          lemma: Array(Folding.folded(String(isJudged ? parts[1] : word)).utf8),
          partOfSpeech: isJudged ? String(parts[2]) : isWord ? "_" : "PUNCT",
          features: anyFeatures)
      }
    }
  }

  /// The sentence as a recogniser of speech gives it: in lower case, without ё and punctuation.
  public static func raw(_ sentence: [TreebankToken]) -> [TreebankToken] {
    sentence.filter { $0.partOfSpeech != "PUNCT" }.map { token in
      var token = token
      var form = [UInt8]()
      Folding.fold(token.form, into: &form)
      token.form = form
      return token
    }
  }
}

extension ContextTag {
  /// The tag of a token of a treebank.
  init(_ partOfSpeech: UniversalPartOfSpeech, features: String) {
    self.init(partOfSpeech)
    var form: UInt32 = 0
    for feature in features.split(separator: "|") {
      switch feature {
      case "Case=Nom": set(1, Self.caseShift)
      case "Case=Gen", "Case=Par": set(2, Self.caseShift)
      case "Case=Dat": set(3, Self.caseShift)
      case "Case=Acc": set(4, Self.caseShift)
      case "Case=Ins": set(5, Self.caseShift)
      case "Case=Loc": set(6, Self.caseShift)
      case "Case=Voc": set(7, Self.caseShift)
      case "Number=Sing": set(1, Self.numberShift)
      case "Number=Plur", "Number=Ptan": set(2, Self.numberShift)
      case "Gender=Masc": set(1, Self.genderShift)
      case "Gender=Fem": set(2, Self.genderShift)
      case "Gender=Neut": set(3, Self.genderShift)
      case "Animacy=Anim": set(1, Self.animacyShift)
      case "Animacy=Inan": set(2, Self.animacyShift)
      case "Person=1": set(1, Self.personShift)
      case "Person=2": set(2, Self.personShift)
      case "Person=3": set(3, Self.personShift)
      case "VerbForm=Inf": form = 4
      case "VerbForm=Part": form = 5
      case "VerbForm=Conv": form = 6
      case "Mood=Imp": form = 3
      case "Variant=Short": form = 7
      case "Degree=Cmp": form = 8
      case "VerbForm=Fin" where form == 0:
        form = features.contains("Tense=Past") ? 1 : features.contains("Mood=Imp") ? 3 : 2
      default: break
      }
    }
    if features.contains("Variant=Short") { form = 7 }
    set(form, Self.formShift)
  }

  /// How much two tags of the same part of speech contradict each other.
  func distance(to other: ContextTag) -> Int {
    func differ(_ left: UInt32, _ right: UInt32, _ weight: Int) -> Int {
      left == right ? 0 : left == 0 || right == 0 ? 1 : weight
    }
    return differ(grammaticalCase, other.grammaticalCase, 8) + differ(number, other.number, 8)
      + (number == 1 ? differ(gender, other.gender, 4) : 0) + differ(form, other.form, 8)
      + differ(person, other.person, 6)
      + differ(field(Self.animacyShift, 2), other.field(Self.animacyShift, 2), 2)
  }
}
