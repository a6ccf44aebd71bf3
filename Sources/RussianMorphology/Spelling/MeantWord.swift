internal import RussianText

/// What the analysis of a call takes a word for besides what is written: a form of the dictionary
/// that it was meant for, or that it is half of.
public struct MeantWord: Sendable, Hashable {
  /// Which written words the form is.
  public enum Extent: Sendable, Hashable {
    /// The word itself, misspelt: «даговор».
    case itself
    /// It and the next one: «четыр надцать».
    case withNext
    /// The one before and it.
    case withPrevious
  }

  /// In lower case with ё → е.
  public var form: String
  public var extent: Extent

  init(_ folded: [UInt8], _ extent: Extent = .itself) {
    form = String(decoding: folded, as: UTF8.self)
    self.extent = extent
  }
}

extension Morphology {
  /// What each of some words is meant for; nothing for one that stands for itself alone.
  ///
  /// - Parameter words: as they are written one after the other, signs among them.
  public func meant(by words: [[UInt8]]) -> [[MeantWord]] {
    let words = words.map { word in
      var folded = Folding.isPlain(word) ? word : Folding.plain(word)
      Folding.fold(inPlace: &folded, from: 0)
      var readings: [Reading] = []
      self.readings(folded: folded, into: &readings)
      return (form: folded, readings: readings)
    }
    var result: [[MeantWord]] = []
    while result.count < words.count {
      let word = words[result.count]
      if result.count + 1 < words.count, let whole = joined(word, words[result.count + 1]) {
        result += [[MeantWord(whole, .withNext)], [MeantWord(whole, .withPrevious)]]
      } else {
        result.append(soundAlikes(of: word).map { MeantWord($0) })
      }
    }
    return result
  }
}
