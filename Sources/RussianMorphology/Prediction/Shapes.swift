/// Forms that are known by their shape: numbers, Latin words, punctuation, hesitations.
extension Morphology {
  /// A single capital letter may be an initial: «А. Иванов».
  func appendInitial(_ form: Span<UInt8>, into result: inout [Reading]) {
    guard form[0] >= 0xD0, form[0] <= 0xD1 else { return }
    append(
      shape: .noun, form, grammemes: [.initial, .firstName, .abbreviation, .indeclinable],
      probability: 0.1, into: &result)
  }

  func appendShape(
    _ form: Span<UInt8>, isCapitalized: Bool, into result: inout [Reading]
  ) -> Bool {
    guard form.count > 0 else {
      append(shape: .unknown, form, into: &result)
      return true
    }
    let first = form[0]
    if first >= 0x30, first <= 0x39 {
      appendNumber(form, into: &result)
      return true
    }
    if first >= 0x61, first <= 0x7A {
      guard isLatin(form) else { return false }
      if isCapitalized, isRoman(form) { append(shape: .roman, form, into: &result) }
      append(shape: .latin, form, probability: 0.5, into: &result)
      return true
    }
    if isHesitation(form) {
      append(shape: .interjection, form, into: &result)
      return true
    }
    if isMasked(form) {
      append(shape: .unknown, form, into: &result)
      return true
    }
    if first == 0xD0 || first == 0xD1 { return false }
    let isPunctuation = first < 0x80 || first == 0xC2 || first == 0xE2
    append(shape: isPunctuation ? .punctuation : .unknown, form, into: &result)
    return true
  }

  /// «25» is a number, «5-го» is an ordinal, «100-летие» goes by its ending as well.
  private func appendNumber(_ form: Span<UInt8>, into result: inout [Reading]) {
    var index = 0
    while index < form.count, form[index] < 0x80, form[index] != 0x2D { index += 1 }
    let letters = form.count - index - 1
    guard index < form.count, form[index] == 0x2D,
      form[index + 1 < form.count ? index + 1 : index] >= 0x80
    else {
      append(shape: .number, form, into: &result)
      return
    }
    if letters <= 6 {
      append(shape: .adjective, form, grammemes: .ordinal, into: &result)
      append(shape: .number, form, probability: 0.5, into: &result)
    } else {
      appendByEnding(form, into: &result)
      if result.isEmpty { append(shape: .number, form, into: &result) }
    }
  }

  private func isLatin(_ form: Span<UInt8>) -> Bool {
    for index in form.indices where form[index] >= 0x80 { return false }
    return true
  }

  private func isRoman(_ form: Span<UInt8>) -> Bool {
    for index in form.indices {
      switch form[index] {
      case 0x69, 0x76, 0x78, 0x6C, 0x63, 0x64, 0x6D: continue
      default: return false
      }
    }
    return true
  }

  /// «х*й», «бл@ть»: a word with letters hidden has no paradigm.
  private func isMasked(_ form: Span<UInt8>) -> Bool {
    for index in form.indices
    where form[index] == 0x2A || form[index] == 0x40 || form[index] == 0x23 {
      return true
    }
    return false
  }

  /// «ммм», «э-э-э», «а-а»: one letter drawn out.
  private func isHesitation(_ form: Span<UInt8>) -> Bool {
    guard form.count >= 4, form[0] == 0xD0 || form[0] == 0xD1 else { return false }
    var index = 0
    while index < form.count {
      if form[index] == 0x2D {
        index += 1
        continue
      }
      guard index + 1 < form.count, form[index] == form[0], form[index + 1] == form[1] else {
        return false
      }
      index += 2
    }
    return true
  }
}
