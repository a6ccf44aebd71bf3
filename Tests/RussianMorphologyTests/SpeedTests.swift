import RussianMorphology
import RussianText
import Testing

@Suite("Speed of reading")
struct SpeedTests {
  @Test("Half a million words a second")
  func speed() throws {
    let morphology = try Fixture.morphology.get()
    let text = Tokenizer().tokenize(
      """
      здравствуйте меня зовут анна чем могу вам помочь назовите пожалуйста номер договора \
      который указан в левом верхнем углу квитанции сейчас проверю поступила ли оплата за \
      прошлый месяц да вижу что денежные средства зачислены двадцать пятого числа спасибо
      """)
    let forms = text.tokens.map(text.folded)
    var readings = [Reading]()
    var count = 0
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<10_000 {
        for form in forms {
          morphology.readings(folded: form, into: &readings)
          count += readings.count
        }
      }
    }
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    print("readings: \(Int(Double(forms.count) * 10_000 / seconds)) words/s, \(count) readings")
    var optimised = true
    assert(
      {
        optimised = false
        return true
      }())
    if optimised { #expect(seconds < 5) }
  }
}
