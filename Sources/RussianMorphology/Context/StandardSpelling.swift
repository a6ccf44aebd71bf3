/// The usual spelling of a word that the dictionary lacks because it is drawn out («спасииибо») or
/// has the old ending of reflexive verbs («собиралися»).
enum StandardSpelling {
  /// The folded spelling that the dictionary has, `nil` when there is none.
  static func of(_ form: [UInt8], _ morphology: Morphology) -> [UInt8]? {
    for spelling in [squeezed(form), reflexive(form)] {
      guard let spelling,
        morphology.dictionary.forms.value(of: spelling.span) != Automaton.noValue
      else { continue }
      return spelling
    }
    return nil
  }

  /// Three and more of one letter as one.
  private static func squeezed(_ form: [UInt8]) -> [UInt8]? {
    guard form.count >= 6, form.count % 2 == 0 else { return nil }
    var result = [UInt8]()
    var index = 0
    while index + 1 < form.count {
      var end = index + 2
      while end + 1 < form.count, form[end] == form[index], form[end + 1] == form[index + 1] {
        end += 2
      }
      let count = (end - index) / 2
      for _ in 0..<(count >= 3 ? 1 : count) { result += form[index...(index + 1)] }
      index = end
    }
    return result.count < form.count ? result : nil
  }

  /// -ся after a vowel as -сь.
  private static func reflexive(_ form: [UInt8]) -> [UInt8]? {
    guard form.count > 8, form.suffix(4).elementsEqual(old), let letter = form.dropLast(4).last,
      vowels.contains(letter)
    else { return nil }
    return form.dropLast(4) + new
  }

  private static let old = Array("ся".utf8)
  private static let new = Array("сь".utf8)
  /// Second bytes of а, е, и, о, у, ы, ю, я.
  private static let vowels: [UInt8] = [0xB0, 0xB5, 0xB8, 0xBE, 0x83, 0x8B, 0x8E, 0x8F]
}
