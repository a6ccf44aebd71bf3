import RussianText
import Testing

/// Databases, dictionaries and models hold these numbers: they never change.
@Suite("The hash that files hold")
struct StableHashTests {
  @Test(
    "Bytes one by one",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func bytes(_ text: String, _ expected: UInt64) {
    var hash = StableHash()
    hash.add(text.utf8)
    #expect(hash.value == expected)
  }

  @Test(
    "Bytes in words",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("foobar", 0x8594_4171_f739_67e8),
      ("KAMERTON", 0xb0de_7c8f_36b7_a4bf), ("KAMERTON и слова", 0x740c_ccb6_514e_b1da),
    ] as [(String, UInt64)])
  func words(_ text: String, _ expected: UInt64) {
    var hash = StableHash()
    hash.add(inWords: Array(text.utf8).span.bytes)
    #expect(hash.value == expected)
  }
}
