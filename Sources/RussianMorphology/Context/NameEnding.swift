/// How names that no dictionary has are declined.
struct NameEnding: Sendable {
  let ending: [UInt8]
  let nominative: [UInt8]
  let grammemes: Grammemes

  private init(_ ending: String, _ nominative: String, _ grammemes: Grammemes) {
    self.ending = Array(ending.utf8)
    self.nominative = Array(nominative.utf8)
    self.grammemes = grammemes.union(.singular)
  }

  static let all: [Self] = [
    Self("а", "", [.genitive, .masculine]), Self("у", "", [.dative, .masculine]),
    Self("ом", "", [.instrumental, .masculine]), Self("ем", "", [.instrumental, .masculine]),
    Self("е", "", [.prepositional, .masculine]), Self("ым", "", [.instrumental, .masculine]),
    Self("я", "й", [.genitive, .masculine]), Self("ю", "й", [.dative, .masculine]),
    Self("я", "ь", [.genitive, .masculine]), Self("ы", "а", [.genitive, .feminine]),
    Self("и", "а", [.genitive, .feminine]), Self("е", "а", [.dative, .feminine]),
    Self("у", "а", [.accusative, .feminine]), Self("ой", "а", [.instrumental, .feminine]),
    Self("и", "я", [.genitive, .feminine]), Self("ю", "я", [.accusative, .feminine]),
    Self("ой", "ая", [.genitive, .feminine]),
  ]
}
