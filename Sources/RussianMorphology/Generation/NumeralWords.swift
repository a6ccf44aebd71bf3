/// The words of a whole number: «две тысячи сорок один».
struct NumeralWord {
  /// The numeral's lemma.
  var lemma: String
  /// Words of the first thousand agree with what follows or stand alone; «тысяча», «миллион» are
  /// nouns that are counted themselves.
  var role: Role

  enum Role: Equatable {
    /// 5–20, 30 … 900, and 2, 3, 4 with their own forms.
    case plain
    /// 1: an adjective.
    case one
    /// 2, 3, 4 at the end of what is counted; 2 has a feminine.
    case few
    /// «тысяча», «миллион», «миллиард», with how many of them there are.
    case group(Int)
  }
}

enum NumeralWords {
  /// The words of `number`, which is at least 0 and below 10¹², in order.
  static func words(of number: Int) -> [NumeralWord] {
    guard number > 0 else { return [NumeralWord(lemma: "ноль", role: .group(1))] }
    var result = [NumeralWord]()
    var rest = number
    for (value, lemma) in groups where rest >= value {
      let count = rest / value
      // «тысяча рублей», not «одна тысяча рублей», where it opens the number.
      if count > 1 || !result.isEmpty { result += belowThousand(count) }
      result.append(NumeralWord(lemma: lemma, role: .group(count)))
      rest %= value
    }
    return result + belowThousand(rest)
  }

  private static func belowThousand(_ number: Int) -> [NumeralWord] {
    var result = [NumeralWord]()
    if number >= 100 { result.append(NumeralWord(lemma: hundreds[number / 100], role: .plain)) }
    let rest = number % 100
    if rest >= 20 { result.append(NumeralWord(lemma: tens[rest / 10], role: .plain)) }
    let last = rest >= 20 ? rest % 10 : rest
    switch last {
    case 0: break
    case 1: result.append(NumeralWord(lemma: units[1], role: .one))
    case 2, 3, 4: result.append(NumeralWord(lemma: units[last], role: .few))
    default: result.append(NumeralWord(lemma: units[last], role: .plain))
    }
    return result
  }

  private static let groups = [
    (1_000_000_000, "миллиард"), (1_000_000, "миллион"), (1_000, "тысяча"),
  ]

  private static let units = [
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
    "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать",
    "семнадцать", "восемнадцать", "девятнадцать",
  ]
  private static let tens = [
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят",
    "восемьдесят", "девяносто",
  ]
  private static let hundreds = [
    "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот",
    "девятьсот",
  ]
}

/// How a number governs what it counts.
enum CountedNumber {
  /// 1, 21, 101: singular.
  case one
  /// 2–4, 22–24: genitive singular beside a nominative.
  case few
  /// 0, 5–20, 25: genitive plural.
  case many

  init(_ number: Int) {
    switch (number % 10, number % 100) {
    case (_, 11...14): self = .many
    case (1, _): self = .one
    case (2...4, _): self = .few
    default: self = .many
    }
  }
}
