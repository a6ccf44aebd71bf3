import Coaching
import Testing

/// Plurals and numbers, in tables.
struct RussianWritingTests {
  @Test(arguments: [
    (0, "0 звонков", "0 звонков", "0 звонках"), (1, "1 звонок", "1 звонка", "1 звонке"),
    (2, "2 звонка", "2 звонков", "2 звонках"), (4, "4 звонка", "4 звонков", "4 звонках"),
    (5, "5 звонков", "5 звонков", "5 звонках"), (11, "11 звонков", "11 звонков", "11 звонках"),
    (12, "12 звонков", "12 звонков", "12 звонках"), (14, "14 звонков", "14 звонков", "14 звонках"),
    (21, "21 звонок", "21 звонка", "21 звонке"), (22, "22 звонка", "22 звонков", "22 звонках"),
    (101, "101 звонок", "101 звонка", "101 звонке"),
    (111, "111 звонков", "111 звонков", "111 звонках"),
    (112, "112 звонков", "112 звонков", "112 звонках"),
    (1001, "1001 звонок", "1001 звонка", "1001 звонке"),
  ])
  func calls(count: Int, nominative: String, genitive: String, locative: String) {
    #expect(plain(CountedNoun.call.nominative(count)) == nominative)
    #expect(plain(CountedNoun.call.genitive(count)) == genitive)
    #expect(plain(CountedNoun.call.locative(count)) == locative)
  }

  @Test(arguments: [(1, "1 раз"), (2, "2 раза"), (5, "5 раз"), (12, "12 раз"), (23, "23 раза")])
  func times(count: Int, text: String) {
    #expect(plain(CountedNoun.time.nominative(count)) == text)
  }

  @Test(arguments: [
    (0, "0 баллов"), (1, "1 балл"), (2, "2 балла"), (5, "5 баллов"), (2.4, "2,4 балла"),
    (5.5, "5,5 балла"), (0.96, "1 балл"), (20.98, "21 балл"), (11.1, "11,1 балла"),
    (99.96, "100 баллов"),
  ])
  func points(value: Double, text: String) {
    #expect(plain(CountedNoun.point.fraction(value)) == text)
  }

  @Test(arguments: [
    (78.44, "78,4"), (78.46, "78,5"), (5, "5,0"), (-0.3, "−0,3"), (-12.25, "−12,3"), (0.04, "0,0"),
    (.nan, "0,0"),
  ])
  func decimals(value: Double, text: String) { #expect(RussianNumber.decimal(value) == text) }

  @Test(arguments: [
    (74.14, 78.36, "+4,3"), (78.4, 74.1, "−4,3"), (70, 70.04, "0,0"), (100, 99.5, "−0,5"),
  ])
  func differences(old: Double, new: Double, text: String) {
    #expect(RussianNumber.difference(from: old, to: new) == text)
  }

  @Test(arguments: [
    (9, 14, "64 %"), (1, 3, "33 %"), (2, 3, "67 %"), (0, 0, "0 %"), (7, 7, "100 %"),
    (3009, 3011, "больше 99 %"), (1, 300, "меньше 1 %"), (0, 300, "0 %"), (3011, 3011, "100 %"),
  ])
  func shares(part: Int, whole: Int, text: String) {
    #expect(plain(RussianNumber.percent(part, of: whole)) == text)
  }

  @Test(arguments: [
    (0, "00:00"), (75.9, "01:15"), (3600, "1:00:00"), (3725, "1:02:05"), (-1, ""), (.infinity, ""),
  ])
  func times(seconds: Double, text: String) { #expect(RussianNumber.time(seconds) == text) }

  @Test(arguments: [(0, "0"), (9999, "9999"), (12_000, "12 000"), (1_234_567, "1 234 567")])
  func groups(number: Int, text: String) {
    #expect(RussianNumber.grouped(number).replacing("\u{202F}", with: " ") == text)
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
}
