/// Counts syllables, for the rate of speech.
public enum Syllables {
  /// The number of vowels in a folded Russian word, at least one for a word with letters.
  public static func count(folded bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var lead: UInt8 = 0
    var any = false
    for byte in bytes {
      any = true
      if lead == 0xD0 {
        switch byte {
        case 0xB0, 0xB5, 0xB8, 0xBE: count += 1  // а е и о
        default: break
        }
      } else if lead == 0xD1 {
        switch byte {
        case 0x83, 0x8B, 0x8D, 0x8E, 0x8F, 0x91: count += 1  // у ы э ю я ё
        default: break
        }
      }
      lead = byte
    }
    return any ? max(count, 1) : 0
  }
}
