/// What a person looks for, as they type it: words in any form, «фразы в кавычках», `начало*`,
/// `-исключение`, `одно ИЛИ другое`. All words must be there unless joined by ИЛИ.
public struct SearchQuery: Sendable, Hashable {
  /// One thing to look for: words in a row, the last one possibly cut short.
  struct Term: Sendable, Hashable {
    var words: [String]
    var isPrefix: Bool
  }

  /// Each group must be met by one of its terms.
  private(set) var required: [[Term]] = []
  private(set) var excluded: [Term] = []

  /// The longest query, in terms.
  public static let limit = 64

  public init(_ text: String) throws(StoreError) {
    var pieces = Pieces(text)
    var joinsLast = false
    var excludesNext = false
    while let piece = pieces.next() {
      switch piece {
      case .or: joinsLast = !required.isEmpty
      case .not: excludesNext = true
      case .and: break
      case .term(let text, let isPrefix, let isExcluded):
        let words = SearchWords.all(in: text)
        guard !words.isEmpty else { continue }
        let term = Term(words: words, isPrefix: isPrefix)
        if isExcluded || excludesNext {
          excluded.append(term)
        } else if joinsLast {
          required[required.count - 1].append(term)
        } else {
          required.append([term])
        }
        joinsLast = false
        excludesNext = false
      }
    }
    guard !required.isEmpty else {
      throw StoreError(
        .emptyQuery,
        excluded.isEmpty
          ? "в запросе нет ни одного слова"
          : "в запросе одни исключения: добавьте слово, которое надо найти")
    }
    guard required.reduce(excluded.count, { $0 + $1.count }) <= Self.limit else {
      throw StoreError(.emptyQuery, "запрос слишком длинный: больше \(Self.limit) слов")
    }
  }

  /// The query in FTS5's language. Words hold only letters, digits and hyphens and stand in
  /// quotes, so no input can break out of them.
  var match: String {
    let groups = required.map { "(\($0.map(\.match).joined(separator: " OR ")))" }
    let all = "(\(groups.joined(separator: " AND ")))"
    guard !excluded.isEmpty else { return all }
    return "\(all) NOT (\(excluded.map(\.match).joined(separator: " OR ")))"
  }
}

extension SearchQuery.Term {
  /// `"у нас" + "информ"*`: only the last word is a prefix, the others are looked up by lemma.
  fileprivate var match: String {
    guard isPrefix, let last = words.last else { return "\"\(words.joined(separator: " "))\"" }
    let before = words.dropLast()
    let cut = "\"\(last)\" *"
    return before.isEmpty ? cut : "\"\(before.joined(separator: " "))\" + \(cut)"
  }
}

/// Takes a query apart at spaces and quotes.
private struct Pieces {
  enum Piece {
    case term(String, isPrefix: Bool, isExcluded: Bool)
    case or, and, not
  }

  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  mutating func next() -> Piece? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first else { return nil }
    var isExcluded = false
    if first == "-" || first == "−" {
      isExcluded = true
      rest.removeFirst()
    }
    if let open = rest.first, let close = Self.quotes[open] {
      rest.removeFirst()
      let end = rest.firstIndex(of: close) ?? rest.endIndex
      let body = rest[..<end]
      rest = end == rest.endIndex ? "" : rest[rest.index(after: end)...]
      let isCutOutside = rest.first == "*"
      if isCutOutside { rest.removeFirst() }
      return term(body, isPrefix: isCutOutside, isExcluded: isExcluded)
    }
    let end = rest.firstIndex { $0.isWhitespace || Self.quotes[$0] != nil } ?? rest.endIndex
    let body = rest[..<end]
    rest = rest[end...]
    if !isExcluded {
      switch body {
      case "ИЛИ", "OR", "|": return .or
      case "И", "AND": return .and
      case "НЕ", "NOT": return .not
      default: break
      }
    }
    return term(body, isPrefix: false, isExcluded: isExcluded)
  }

  private func term(_ body: Substring, isPrefix: Bool, isExcluded: Bool) -> Piece {
    .term(String(body), isPrefix: isPrefix || body.last == "*", isExcluded: isExcluded)
  }

  private static let quotes: [Character: Character] = [
    "\"": "\"", "«": "»", "“": "”", "„": "“",
  ]
}
