/// Forms of the dictionary that a form it lacks may have been meant for: written as it is heard
/// («даговор», «сегоднешний», «киловат»), one slip each.
///
/// The slips are those that Russian itself invites: unstressed vowels that fall together, voiced
/// and voiceless consonants, single and double letters, soft signs («обращатся»), the genitive in
/// «-ово», consonants that nobody pronounces («здраствуйте»).
struct SoundAlikes {
  let morphology: Morphology
  /// Letters of the form.
  private let letters: [Unicode.Scalar]

  /// Nil for a form that is no plain Russian word of a likely length.
  init?(_ folded: [UInt8], _ morphology: Morphology) {
    letters = Array(String(decoding: folded, as: UTF8.self).unicodeScalars)
    guard Self.lengths.contains(letters.count), letters.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    self.morphology = morphology
  }

  /// The forms that the dictionary has, folded; none where there are too many to tell.
  var known: [[UInt8]] {
    var found: [[UInt8]] = []
    var readings: [Reading] = []
    for slip in slips {
      let form = Array(String(String.UnicodeScalarView(slip)).utf8)
      guard !found.contains(form),
        morphology.dictionary.forms.value(of: form.span) != Automaton.noValue
      else { continue }
      morphology.readings(folded: form, into: &readings)
      if isLikely(readings) { found.append(form) }
    }
    return found.count > Self.most ? [] : found
  }

  /// Surnames and places are left as they are heard, and short words are taken for little words
  /// alone, or at five letters for verbs: too much sounds like them, and short names do.
  private func isLikely(_ readings: [Reading]) -> Bool {
    guard let best = readings.first, best.source == .dictionary,
      best.grammemes.isDisjoint(with: Self.otherNames)
    else { return false }
    if !best.grammemes.isDisjoint(with: Self.givenNames) {
      return letters.count >= Self.longestShort
    }
    return letters.count > Self.longestShort
      || readings.contains {
        Self.littleParts.contains($0.partOfSpeech)
          || letters.count == Self.longestShort && PartsOfSpeech.verbs.contains($0.partOfSpeech)
      }
  }

  /// The form with one slip undone, in every way.
  private var slips: [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    for (index, letter) in letters.enumerated() {
      // «Минутко» is a surname.
      let isFixed =
        index == letters.count - 1 && letters.suffix(2).elementsEqual("ко".unicodeScalars)
      for other in Self.alike[letter] ?? [] where !isFixed {
        result.append(replacing(index...index, [other]))
      }
      if Self.consonants.contains(letter) {
        result.append(replacing(index...index, [letter, letter]))
        if index + 1 == letters.count || letters[index + 1] != "ь" {
          result.append(replacing(index...index, [letter, "ь"]))
        }
        for silent in Self.silent { result.append(replacing(index...index, [letter, silent])) }
      }
      if letter == "ь" || index > 0 && letters[index - 1] == letter {
        result.append(replacing(index...index, []))
      }
      if letter == "с", index > 0 { result.append(replacing(index...index, ["в", "с"])) }
    }
    if Self.heardGenitives.contains(where: { letters.suffix(3).elementsEqual($0.unicodeScalars) }) {
      result.append(replacing(letters.count - 2...letters.count - 1, ["г", "о"]))
    }
    return result
  }

  private func replacing(_ range: ClosedRange<Int>, _ with: [Unicode.Scalar]) -> [Unicode.Scalar] {
    letters[..<range.lowerBound] + with + letters[(range.upperBound + 1)...]
  }

  private static let lengths = 3...24
  private static let longestShort = 5
  private static let most = 3
  private static let alphabet: ClosedRange<Unicode.Scalar> = "а"..."я"
  private static let givenNames: Grammemes = [.firstName, .patronymic]
  /// Names that are made of any letters.
  private static let otherNames: Grammemes = [
    .surname, .place, .organisation, .tradeMark, .abbreviation,
  ]
  private static let littleParts: PartsOfSpeech = [
    .pronoun, .predicative, .adverb, .preposition, .conjunction, .particle,
  ]
  private static let consonants = Set("бвгджзклмнпрстфхцчшщ".unicodeScalars)
  /// What is not said between consonants: «поздно», «солнце».
  private static let silent: [Unicode.Scalar] = ["д", "т"]
  /// «-ого» and «-его» as they sound.
  private static let heardGenitives = ["ово", "ова", "ево", "ева"]
  private static let alike: [Unicode.Scalar: [Unicode.Scalar]] = {
    var result: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in ["оа", "еи", "ея", "бп", "вф", "гк", "дт", "жш", "зс"] {
      let pair = Array(group.unicodeScalars)
      result[pair[0], default: []].append(pair[1])
      result[pair[1], default: []].append(pair[0])
    }
    return result
  }()
}

extension Morphology {
  /// The forms of the dictionary that a word which the dictionary lacks may have been meant for, one
  /// slip of hearing or spelling away; none where nothing or too much is, or where it has the word.
  ///
  /// - Parameter word: the form in lower-case UTF-8, with its readings.
  public func soundAlikes(of word: (form: [UInt8], readings: [Reading])) -> [[UInt8]] {
    guard word.readings.allSatisfy({ $0.source != .dictionary }) else { return [] }
    return SoundAlikes(word.form, self)?.known ?? []
  }
}
