import RussianMorphology
import RussianText
import ServiceStandards

/// Makes other sentences out of a rule's examples: the same thing said a little differently must
/// be judged the same. They are generated, and some come out odd: their failures are reported apart
/// and fail nothing.
struct ExampleVariants: Sendable {
  let morphology: Morphology
  private let tokenizer = Tokenizer()

  init(morphology: Morphology) { self.morphology = morphology }

  /// What was changed.
  enum Kind: String, Sendable, CaseIterable {
    /// As a recogniser writes it: lower case, no signs, ё as е.
    case raw
    /// More speech before and after it in the same turn.
    case longer
    /// A word put inside the marked stretch.
    case inserted
    /// The marked stretch's words in another order.
    case order
    /// A verb of the marked stretch in another person or tense.
    case inflected

    /// What it is called in a report.
    var title: String {
      switch self {
      case .raw: "без знаков"
      case .longer: "с соседней речью"
      case .inserted: "со вставленным словом"
      case .order: "в другом порядке"
      case .inflected: "в другом лице или времени"
      }
    }
  }

  /// The variants of an example, each with its kind. Look-alikes are only bared and lengthened:
  /// another order or tense may make a real offence of them.
  func variants(of example: RuleExample) -> [(kind: Kind, example: RuleExample)] {
    let raw = Self.bare(example.plain)
    var texts: [(Kind, String)] = [
      (.raw, raw), (.longer, "здравствуйте ещё раз " + raw),
      (.longer, raw + " сейчас минуту проверю данные"),
    ]
    if example.isHit, let mark = example.marks.first {
      let scalars = Array(example.plain.unicodeScalars)
      let before = Self.text(scalars[..<mark.lowerBound])
      let after = Self.text(scalars[mark.upperBound...])
      let words = Self.bare(Self.text(scalars[mark])).split(separator: " ").map(String.init)
      func put(_ kind: Kind, _ words: [String]) {
        texts.append((kind, before + words.joined(separator: " ") + after))
      }
      if words.count > 1 {
        put(.inserted, [words[0], "вообще"] + words.dropFirst())
        put(.order, [words[words.count - 1]] + words.dropLast())
      }
      for (index, word) in words.enumerated() {
        guard let form = otherForm(of: word) else { continue }
        put(.inflected, words[..<index] + [form] + words[(index + 1)...])
      }
    }
    return texts.filter { $0.1 != example.plain }.map { kind, text in
      var variant = example
      variant.plain = text
      variant.marks = []
      return (kind, variant)
    }
  }

  /// A finite verb in another tense (past ↔ present or future of the same person and number), or
  /// in another person.
  private func otherForm(of word: String) -> String? {
    let readings = morphology.readings(of: word)
    guard let reading = readings.first, reading.partOfSpeech == .verb,
      !reading.grammemes.contains(.imperative)
    else { return nil }
    let wanted: Grammemes
    if reading.grammemes.contains(.past) {
      let tense: Grammemes = reading.grammemes.contains(.perfective) ? .future : .present
      wanted = [tense, .secondPerson, .plural]
    } else if reading.grammemes.contains(.firstPerson) {
      wanted = reading.grammemes.contains(.singular) ? .plural : .singular
    } else {
      wanted = [.past, .plural]
    }
    guard let form = morphology.inflect(word, reading: reading, to: wanted), form != word else {
      return nil
    }
    return form
  }

  /// The text as a recogniser writes it: lower case, no signs, ё as е.
  static func bare(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "ё": result += "е"
      case ".", ",", "!", "?", ":", ";", "«", "»", "\"", "…", "(", ")", "—", "–": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
