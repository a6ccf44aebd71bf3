import JSONBytes
import RussianMorphology

/// How it is written what the analysis takes a word for.
extension [MeantWord] {
  /// One column more, with the tab before it; «next:» and «previous:» say with which word it is one.
  /// Nothing where nothing is meant.
  var tabSeparated: String {
    guard !isEmpty else { return "" }
    let forms = map { word in word.side.map { "\($0):\(word.form)" } ?? word.form }
    return "\t" + forms.joined(separator: "|")
  }

  /// A key of a word's object, with the comma before it; nothing where nothing is meant.
  func json(_ morphology: Morphology) -> String {
    guard !isEmpty else { return "" }
    let words = map { word in
      let reading = morphology.readings(of: word.form)[0]
      let (lemma, universal) = morphology.universal(reading, form: word.form)
      let side = word.side.map { #","with":"\#($0)""# } ?? ""
      return #"{"form":\#(JSONText.quoted(word.form)),"lemma":\#(JSONText.quoted(lemma)),"#
        + #""upos":"\#(universal.rawValue)"\#(side)}"#
    }
    return #","meant":[\#(words.joined(separator: ","))]"#
  }

  var russianText: String {
    map { word in
      switch word.extent {
      case .itself: word.form
      case .withNext: "\(word.form) (со следующим словом)"
      case .withPrevious: "\(word.form) (с предыдущим словом)"
      }
    }.joined(separator: ", ")
  }
}

extension MeantWord {
  /// On which side the word stands that it is one with.
  fileprivate var side: String? {
    switch extent {
    case .itself: nil
    case .withNext: "next"
    case .withPrevious: "previous"
    }
  }
}
