import RussianMorphology
import Testing

@Suite("The dictionary's file")
struct DictionaryFileTests {
  @Test("A missing file says what to do")
  func missing() {
    let error = #expect(throws: DictionaryError.self) {
      try MorphologicalDictionary(path: "/nowhere/russian.dictionary")
    }
    #expect(error == .missing(path: "/nowhere/russian.dictionary"))
    #expect(error?.description.contains("make dictionary") == true)
  }

  @Test("Foreign, cut and other-version files are refused")
  func refused() throws {
    let bytes = try Fixture.bytes(of: Fixture.dictionaryPath)
    #expect(throws: DictionaryError.self) { try MorphologicalDictionary(bytes: []) }
    #expect(throws: DictionaryError.self) {
      try MorphologicalDictionary(bytes: Array("это вовсе не словарь, а просто текст".utf8))
    }
    for count in [1, 8, 47, 48, 100, 400, 1_000_000, bytes.count - 1] {
      #expect(throws: DictionaryError.self) {
        try MorphologicalDictionary(bytes: Array(bytes[..<count]))
      }
    }
    var other = bytes
    other[8] = 99
    let error = #expect(throws: DictionaryError.self) { try MorphologicalDictionary(bytes: other) }
    #expect(error?.description.contains("другой версии") == true)
  }

  @Test("A changed byte is found by the checksum, and reading stays safe")
  func damaged() throws {
    let bytes = try Fixture.bytes(of: Fixture.dictionaryPath)
    try MorphologicalDictionary(bytes: bytes).verify()
    var state: UInt64 = 3
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for round in 0..<6 {
      var altered = bytes
      for _ in 0..<(round < 2 ? 1 : 300_000) {
        altered[500 + next() % (bytes.count - 500)] = UInt8(truncatingIfNeeded: next())
      }
      guard altered != bytes, let dictionary = try? MorphologicalDictionary(bytes: altered) else {
        continue
      }
      #expect(throws: DictionaryError.self) { try dictionary.verify() }
      let morphology = Morphology(dictionary: dictionary)
      for form in ["договоров", "есть", "её", "щас", "скажите-ка", "кэшзаявочки", "Петровной"] {
        for reading in morphology.readings(of: form) {
          _ = morphology.lemma(of: reading, form: form)
          _ = morphology.tag(of: reading)
          _ = morphology.inflect(form, reading: reading, to: .genitive)
          _ = morphology.diminutive(of: form, reading: reading)
        }
      }
    }
  }

  @Test("The data's makers and licence are named")
  func attribution() throws {
    let dictionary = try MorphologicalDictionary(path: Fixture.dictionaryPath)
    #expect(dictionary.attribution.contains("OpenCorpora"))
    #expect(dictionary.attribution.contains("CC BY-SA"))
  }
}
