import Foundation
import JSONBytes
import Testing

struct ValueTests {
  static let texts: [(name: String, written: String, read: String)] = [
    ("plain", "да", "да"), ("escapes", #"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
    ("units", #"\u0434\u0430"#, "да"), ("pair", #"\uD83D\uDE00!"#, "😀!"),
    ("zero", #"a\u0000b"#, "a\u{FFFD}b"), ("raw zero", "a\u{0}b", "a\u{FFFD}b"),
    ("eight bytes and more", "совсем длинный текст без знаков", "совсем длинный текст без знаков"),
    ("lone high", #"\uD83D!"#, "\u{FFFD}!"), ("lone low", #"\uDE00!"#, "\u{FFFD}!"),
    ("high and letter", #"\uD83D\u0434"#, "\u{FFFD}д"),
    ("raw newline", "a\nb", "a\nb"),
  ]

  @Test(arguments: texts)
  func readsTexts(_ example: (name: String, written: String, read: String)) throws {
    let document = try JSONDocument(
      Array("{\"k\":\"\(example.written)\"}".utf8), allowing: .recognisers)
    #expect(document.root["k"]?.string == example.read, "\(example.name)")
  }

  @Test func readsNumbersAsTheStandardLibraryDoes() throws {
    var random = SystemRandomNumberGenerator()
    var written = [
      "0", "-0", "0.1", "1e22", "1e23", "9007199254740993", "123456789012345678", "5e-324",
      "1.7976931348623157e308", "0.000001", "00.5".replacing("00", with: "0"), "1e-7",
      "12345.678901234567890",
    ]
    for _ in 0..<2000 {
      written.append(
        "\(Int.random(in: -99999...99999, using: &random)).\(UInt64.random(in: 0...UInt64.max, using: &random))"
      )
      written.append("\(Double.random(in: -1000...1000, using: &random))")
      written.append(
        "\(Int.random(in: 0...99, using: &random))e\(Int.random(in: -30...30, using: &random))")
    }
    for text in written {
      let value = try JSONDocument(Array(text.utf8)).root.number
      #expect(value == Double(text), "\(text)")
    }
    #expect(try JSONDocument(Array("1e999".utf8)).root.number == .infinity)
  }

  @Test func walksObjectsAndArrays() throws {
    let document = try JSONDocument(
      Array(#"{"a":[1,{"b":[]},"x"],"c":null,"d":{"e":true,"e":false},"f\u0041":2}"#.utf8))
    let root = document.root
    #expect(root.members.map(\.key) == ["a", "c", "d", "fA"])
    #expect(root["a"]?.elements.map(\.kind) == [.number, .object, .text])
    #expect(root["c"] == nil)
    #expect(root["d"]?["e"]?.bool == true)
    #expect(root["fA"]?.number == 2)
    #expect(root["a"]?["b"] == nil)
    #expect(root["d"]?.elements.contains { _ in true } == false)
  }

  @Test func readsSequencesAndWhatIsNoNumber() throws {
    let document = try JSONDocument(
      Array("\u{FEFF}{\"a\":NaN}\n\u{1E}[-Infinity]\n3,\"x\"\n".utf8), allowing: .recognisers)
    #expect(document.roots.map(\.kind) == [.object, .array, .number, .text])
    #expect(document.roots[0]["a"] == nil)
    #expect(document.roots[1].elements.map(\.kind) == [.null])
    #expect(try JSONDocument([], allowing: .severalValues).roots.isEmpty)
  }

  @Test func spreadsArraysOneValueAtATime() throws {
    let document = try JSONDocument(
      Array(#"1 [2,[3],{"a":[4]}] [] "5" [6]"#.utf8), allowing: .severalValues)
    #expect(document.roots.count == 5)
    #expect(
      document.roots.spread.map(\.kind) == [.number, .number, .array, .object, .text, .number])
  }

  /// An object and what is read of five of its keys.
  static let objects: [(text: String, read: String)] = [
    (#"[{"text":"да","start":1,"end":2.5,"confidence":-0.5,"who":3}]"#, "да 1.0 2.5 -0.5 3.0"),
    (#"[{"who":4,"end":2,"x":{"text":"нет"},"text":"\u0434","text":"два"}]"#, "д - 2.0 - 4.0"),
    (#"[{"text":null,"start":"1","end":[1],"confidence":true,"who":null}]"#, "- - - - -"),
    (#"[{"te\u0078t":"да"}]"#, "да - - - -"), ("[{}]", "- - - - -"), ("[[1]]", "none"),
    ("[7]", "none"), (#"["text"]"#, "none"),
  ]

  @Test(arguments: objects)
  func readsPlaces(_ example: (text: String, read: String)) throws {
    let list = try JSONDocument(Array(example.text.utf8)).root
    var read: [String] = []
    list.forEachPlace { place in
      guard let found = list.places(in: place, "text", "start", "end", "confidence", "who")
      else {
        read.append("none")
        return
      }
      let text = found.0.isThere ? list.string(at: found.0) : nil
      let numbers = [found.1, found.2, found.3, found.4].map { place in
        place.isThere ? list.number(at: place).map { "\($0)" } ?? "-" : "-"
      }
      read.append(([text ?? "-"] + numbers).joined(separator: " "))
    }
    #expect(read == [example.read])
    #expect(list.likelyCount == 1)
  }

  static let places: [(text: String, description: String)] = [
    ("{\"a\":[1,\n {\"b\":01}]}", "строка 2, столбец 8, a[1].b: число не начинают с нуля"),
    ("{\"a\":{\"ключ\":tru}}", "строка 1, столбец 14, a.ключ: здесь ждём значение"),
    ("[[],[1,2 3]]", "строка 1, столбец 10, [1][2]: здесь ждём запятую или «]»"),
    (
      "{\"a\":1,\n\n\"b\":\"x",
      "строка 3, столбец 7, b: запись оборвана: конец раньше, чем закрыты скобки"
    ),
  ]

  @Test(arguments: places)
  func namesThePlace(_ example: (text: String, description: String)) {
    do throws(JSONProblem) {
      _ = try JSONDocument(Array(example.text.utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.description == example.description)
    }
  }

  /// What the standard library refuses or reads otherwise, we do not read in silence either.
  @Test func agreesWithFoundationOnDamagedTexts() {
    let good = Array(#"{"a":[1,-2.5e3,"дa\n\u0434",{"b":null,"c":true}],"d":"","e":{}}"#.utf8)
    var random = SystemRandomNumberGenerator()
    let bytes = Array("{}[]\",:\\ue0-.1tfnN \u{1}".utf8)
    for _ in 0..<20_000 {
      var text = good
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: text.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text[place] = bytes.randomElement(using: &random)!
        case 1: text.remove(at: place)
        default: text.insert(bytes.randomElement(using: &random)!, at: place)
        }
      }
      expectAgreement(on: text)
      _ = try? JSONDocument(text, allowing: .recognisers).roots.map(dump)
    }
  }

  @Test("Foundation refuses a number that is too large, and ours is infinite")
  func tooLarge() throws {
    let text = Array(#"{"a":[1,-2.5e311,{"b":null}]}"#.utf8)
    expectAgreement(on: text)
    #expect(isAnywhereInfinite(try JSONDocument(text).root))
  }

  private func expectAgreement(on text: [UInt8]) {
    guard let ours = try? JSONDocument(text) else { return }
    // Foundation lets a comma stand before a closing bracket; RFC 8259 does not.
    let theirs = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    let written = String(decoding: text, as: UTF8.self)
    guard let theirs else {
      #expect(isAnywhereInfinite(ours.root), "\(written)")
      return
    }
    #expect(same(ours.root, theirs), "\(written)")
  }

  private func isAnywhereInfinite(_ value: JSONValue) -> Bool {
    value.number?.isInfinite == true || value.elements.contains(where: isAnywhereInfinite)
      || value.members.contains { isAnywhereInfinite($0.value) }
  }

  private func dump(_ value: JSONValue) -> Int {
    (value.string?.utf8.count ?? 0) + (value.number == nil ? 0 : 1)
      + value.elements.reduce(0) { $0 + dump($1) }
      + value.members.reduce(0) { $0 + $1.key.utf8.count + dump($1.value) }
  }

  private func same(_ value: JSONValue, _ other: Any) -> Bool {
    switch value.kind {
    case .null: return other is NSNull
    case .truth: return other as? Bool == value.bool
    case .number: return (other as? NSNumber)?.doubleValue == value.number
    case .text: return other as? String == value.string
    case .array:
      guard let list = other as? [Any] else { return false }
      let elements = Array(value.elements)
      return list.count == elements.count && zip(elements, list).allSatisfy { same($0, $1) }
    case .object:
      guard let object = other as? [String: Any] else { return false }
      let members = Array(value.members)
      return Set(members.map(\.key)) == Set(object.keys)
        && members.allSatisfy { member in
          members.count { $0.key == member.key } > 1 || same(member.value, object[member.key]!)
        }
    }
  }
}
