/// Cardinal numerals written in words, in any case: «двадцати пяти» is 25.
public enum SpelledNumber {
  /// The number that starts at the first of `words` (folded) and the count of words it takes, or
  /// `nil` when the first word is no numeral.
  ///
  /// Places must fall: «двадцать пять» is one number, «пять двадцать» and «один два» are two.
  public static func parse(_ words: some Sequence<String>) -> (value: Int, count: Int)? {
    var total = 0
    var group = 0
    var place = 4
    var multiplierLimit = Int.max
    var count = 0
    for word in words {
      guard let numeral = table[word] else { break }
      if numeral >= 1000 {
        guard numeral < multiplierLimit, group > 0 || place == 4 else { break }
        total += max(group, 1) * numeral
        multiplierLimit = numeral
        (group, place) = (0, 4)
      } else {
        let newPlace = numeral >= 100 ? 3 : numeral >= 20 ? 2 : 1
        // After «двадцать» only one to nine fit, after «ноль» nothing.
        guard newPlace < place, place != 2 || numeral < 10, place == 4 || numeral > 0 else { break }
        group += numeral
        place = numeral == 0 ? 0 : newPlace
      }
      count += 1
    }
    return count == 0 ? nil : (total + group, count)
  }

  private static let table: [String: Int] = {
    var table = [String: Int]()
    for (value, forms) in forms {
      for form in forms.split(separator: " ") { table[String(form)] = value }
    }
    return table
  }()

  private static let forms: [(Int, String)] = [
    (0, "ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле"),
    (1, "один одна одно одного одной одному одним одном одну"),
    (2, "два две двух двум двумя"),
    (3, "три трех трем тремя"),
    (4, "четыре четырех четырем четырьмя"),
    (5, "пять пяти пятью"),
    (6, "шесть шести шестью"),
    (7, "семь семи семью"),
    (8, "восемь восьми восемью восьмью"),
    (9, "девять девяти девятью"),
    (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати одиннадцатью"),
    (12, "двенадцать двенадцати двенадцатью"),
    (13, "тринадцать тринадцати тринадцатью"),
    (14, "четырнадцать четырнадцати четырнадцатью"),
    (15, "пятнадцать пятнадцати пятнадцатью"),
    (16, "шестнадцать шестнадцати шестнадцатью"),
    (17, "семнадцать семнадцати семнадцатью"),
    (18, "восемнадцать восемнадцати восемнадцатью"),
    (19, "девятнадцать девятнадцати девятнадцатью"),
    (20, "двадцать двадцати двадцатью"),
    (30, "тридцать тридцати тридцатью"),
    (40, "сорок сорока"),
    (50, "пятьдесят пятидесяти пятьюдесятью"),
    (60, "шестьдесят шестидесяти шестьюдесятью"),
    (70, "семьдесят семидесяти семьюдесятью"),
    (80, "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью"),
    (90, "девяносто девяноста"),
    (100, "сто ста"),
    (200, "двести двухсот двумстам двумястами двухстах"),
    (300, "триста трехсот тремстам тремястами трехстах"),
    (400, "четыреста четырехсот четыремстам четырьмястами четырехстах"),
    (500, "пятьсот пятисот пятистам пятьюстами пятистах"),
    (600, "шестьсот шестисот шестистам шестьюстами шестистах"),
    (700, "семьсот семисот семистам семьюстами семистах"),
    (800, "восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах"),
    (900, "девятьсот девятисот девятистам девятьюстами девятистах"),
    (1000, "тысяча тысячи тысяче тысячу тысячей тысячью тысяч тысячам тысячами тысячах"),
    (
      1_000_000,
      "миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах"
    ),
    (
      1_000_000_000,
      "миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами"
    ),
  ]
}

extension TokenizedText {
  /// The number that starts at the token at `index`, in digits («25») or in words, and the tokens
  /// it takes; `nil` where no number starts.
  public func cardinal(at index: Int) -> (value: Int, tokens: Range<Int>)? {
    guard tokens.indices.contains(index) else { return nil }
    if tokens[index].kind == .number {
      return Int(text(of: tokens[index])).map { ($0, index..<(index + 1)) }
    }
    let words = tokens[index...].lazy.prefix { $0.kind == .word }
      .map { String(decoding: folded($0), as: UTF8.self) }
    return SpelledNumber.parse(words).map { ($0.value, index..<(index + $0.count)) }
  }
}
