import KamertonCommands
import Testing

struct WritingTests {
  @Test(arguments: [
    (0, "0 звонков"), (1, "1 звонок"), (2, "2 звонка"), (5, "5 звонков"), (11, "11 звонков"),
    (12, "12 звонков"), (21, "21 звонок"), (104, "104 звонка"), (111, "111 звонков"),
    (1000, "1000 звонков"), (12_345, "12\u{202F}345 звонков"),
    (1_000_001, "1\u{202F}000\u{202F}001 звонок"),
  ])
  func counts(_ number: Int, _ text: String) {
    #expect(RussianWriting.count(number, "звонок", "звонка", "звонков") == text)
  }

  @Test(arguments: [
    (0, "слогов"), (0.04, "слогов"), (1, "слог"), (2.5, "слога"), (3, "слога"), (4.96, "слогов"),
    (5.2, "слога"), (.nan, "слога"),
  ])
  func agrees(_ number: Double, _ noun: String) {
    #expect(RussianWriting.form(of: number, "слог", "слога", "слогов") == noun)
  }

  @Test(arguments: [
    (72.5, "72,5", "72,5"), (100, "100", "100,0"), (0.04, "0", "0,0"), (-0.5, "−0,5", "−0,5"),
    (66.666, "66,7", "66,7"), (.nan, "—", "—"), (.infinity, "—", "—"),
  ])
  func writesNumbers(_ number: Double, _ text: String, _ column: String) {
    #expect(RussianWriting.number(number) == text)
    #expect(RussianWriting.tenths(number) == column)
  }

  @Test(arguments: [
    (0, "00:00"), (65.9, "01:05"), (3723, "1:02:03"), (-1, "—"), (.nan, "—"),
  ])
  func writesTimes(_ seconds: Double, _ text: String) {
    #expect(RussianWriting.time(seconds) == text)
  }

  @Test(arguments: [
    ("2026-03-01T10:15:00+03:00", "01.03.2026 10:15"), ("2026-03-01", "01.03.2026"),
    ("вчера", "вчера"), ("", ""), ("----------", "----------"),
  ])
  func writesMoments(_ time: String, _ text: String) {
    #expect(RussianWriting.moment(time) == text)
  }

  @Test func wrapsByScalars() {
    #expect(Wrapping.wrap("раз два три четыре", width: 9, indent: 2) == "раз два\n  три\n  четыре")
    #expect(Wrapping.wrap("стало 95 %: да", width: 9, indent: 0) == "стало\n95 %: да")
    #expect(Wrapping.wrap("", width: 9, indent: 2) == "")
    #expect(Wrapping.visibleCount("\u{1B}[1mдо\u{301}м\u{1B}[0m") == 3)
    #expect(Wrapping.pad("да", to: 4) == "да  ")
  }

  @Test(arguments: [
    ("the start", 0, 100, 0, 0.3, 80, "░░░░░░░░░░░░░░░░░░░░ 0 % · 0 звонков"),
    (
      "the middle", 50, 100, 22, 10, 80,
      "██████████░░░░░░░░░░ 50 % · 22 звонка · 2,2 в секунду · осталось 00:10"
    ),
    (
      "many a second", 25, 100, 12_345, 5, 80,
      "█████░░░░░░░░░░░░░░░ 25 % · 12\u{202F}345 звонков · 2469 в секунду · осталось 00:15"
    ),
    (
      "the end", 100, 100, 1, 2, 80,
      "████████████████████ 100 % · 1 звонок · 0,5 в секунду · осталось 00:00"
    ),
    ("an unknown size", 50, 0, 5, 2, 80, "5 звонков · 2,5 в секунду"),
    ("more than was seen", 150, 100, 5, 2, 80, "5 звонков · 2,5 в секунду"),
    ("a narrow terminal", 50, 100, 22, 10, 40, "██████████░░░░░░░░░░ 50 % · 22 звонка"),
    ("hardly a terminal", 50, 100, 22, 10, 10, ""),
  ])
  func showsProgress(
    _ name: String, _ read: Int, _ total: Int, _ calls: Int, _ seconds: Double, _ width: Int,
    _ text: String
  ) {
    let line = ProgressLine(read: read, total: total, calls: calls, seconds: seconds)
    #expect(line.text(width: width) == text, "\(name)")
  }
}
