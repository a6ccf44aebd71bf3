/// What the columns of a company's list hold, and where its rows begin.
struct TableColumns: Equatable {
  var avoid = 0
  var say: Int? = 1
  var category: Int? = 2
  /// The first row that may be a rule.
  var firstRow = 0
  /// Rows above the header that hold something.
  var titles: [Int] = []

  /// By the header, where there is one; else the first column, the second and the third, a column
  /// of numbers before them passed over.
  init(_ cells: [[String]]) {
    for (index, row) in cells.enumerated().prefix(Self.deepestHeader) {
      guard let header = Header(row) else { continue }
      avoid = header.avoid
      say = header.say
      category = header.category
      firstRow = index + 1
      titles = (0..<index).filter { !cells[$0].allSatisfy(\.isEmpty) }
      return
    }
    if let first = cells.firstIndex(where: { !$0.allSatisfy(\.isEmpty) }),
      cells[first].filter({ !$0.isEmpty }).count == 1,
      let column = cells[first].firstIndex(where: {
        [.avoid, .wording].contains(ColumnTitle($0))
      })
    {
      firstRow = first + 1
      avoid = column
    } else if Self.isNumbered(cells) {
      avoid = 1
    }
    (say, category) = (avoid + 1, avoid + 2)
  }

  private static let deepestHeader = 10

  private static func isNumbered(_ cells: [[String]]) -> Bool {
    let numbers = cells.filter { $0.count > 1 }.map { $0[0] }.filter { !$0.isEmpty }
    return !numbers.isEmpty
      && numbers.allSatisfy { number in
        number.contains(where: \.isNumber)
          && number.allSatisfy { $0.isNumber || ".)№ ".contains($0) }
      }
  }

  /// A row of titles of which one says what to avoid and another what to say, or of what category
  /// it is.
  private struct Header {
    var avoid: Int
    var say: Int?
    var category: Int?

    init?(_ row: [String]) {
      let titles = row.map(ColumnTitle.init)
      category = titles.firstIndex(of: .category)
      say = titles.firstIndex(of: .say)
      guard say != nil || category != nil,
        let avoid = titles.firstIndex(of: .avoid) ?? titles.firstIndex(of: .wording)
      else { return nil }
      self.avoid = avoid
    }
  }
}

/// What a column holds, by the title that people give it.
private enum ColumnTitle: Equatable {
  case avoid, say, category, wording, other

  init(_ cell: String) {
    let words = cell.lowercased().replacing("ё", with: "е").split { !$0.isLetter }.map(String.init)
    let known = [Self.forbidding, Self.asking, Self.sorting, Self.neutral]
    guard !words.isEmpty, words.allSatisfy({ word in known.contains { $0.contains(word) } }) else {
      self = .other
      return
    }
    func has(_ titles: Set<String>) -> Bool { words.contains(where: titles.contains) }
    if words.contains("вместо"), words.contains("этого") {
      self = .say
    } else if has(Self.forbidding) {
      self = .avoid
    } else if has(Self.asking) {
      self = .say
    } else {
      self = has(Self.sorting) ? .category : has(Self.wordings) ? .wording : .other
    }
  }

  private static let forbidding = set(
    """
    не нельзя запрещено запрещенное запрещенные запрещается неправильно неверно вместо плохо \
    недопустимо недопустимые некорректно некорректные нежелательно нежелательные избегать \
    избегаем исключить исключаем стоп табу было
    """)
  private static let asking = set(
    """
    надо нужно правильно верно говорим говорить можно хорошо замена замены заменить заменяем \
    заменять рекомендуется рекомендуем рекомендуемые рекомендуемая лучше корректно допустимо \
    допустимые следует альтернатива стало взамен использовать используем употреблять употребляем
    """)
  private static let sorting = set("категория категории тип вид группа нарушение нарушения")
  private static let wordings = set(
    "слово слова слов фраза фразы фраз выражение выражения формулировка формулировки")
  private static let neutral = wordings.union(
    set("так как что чего этого на в по и их для вариант варианты речь речи"))

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
