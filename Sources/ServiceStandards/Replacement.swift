public import RussianMorphology

/// What to put in place of a stretch that was found.
///
///     ~кредитная карта              in the form of what it replaces
///     назовите {: вин}              the words that were found, in the accusative
///     {:просьба}[, пожалуйста,]     up to the imperative, as one asks for a deed: «выключите»
///     подождите[, пожалуйста,]      courtesy, said once in a turn
///     (nothing)                     the stretch is left out
public struct Replacement: Sendable, Hashable {
  public var pieces: [Piece]

  public enum Piece: Sendable, Hashable {
    case text(String)
    /// Words the first noun or verb of which takes the form of the word it replaces.
    case inflected([String])
    /// Words of the stretch itself.
    case found(Slot)
    /// What is left out where the turn is courteous already.
    case courtesy(String)
  }

  /// Some of the words that were found, counted from 1, from the end where negative.
  public struct Slot: Sendable, Hashable {
    public var from: Bound
    public var to: Bound
    /// The case, by its name in the notation, that the words are put into.
    public var nounCase: String?
    /// The case in which they stand, where their forms may be read in several: «адреса» is one
    /// address in «адреса я не знаю».
    public var standsIn: String?
  }

  public enum Bound: Sendable, Hashable {
    case number(Int)
    /// The first word in the imperative; as a lower bound the word after it.
    case imperative
    /// The same word, in the verb by which the standard asks for such a deed.
    case request
  }

  /// What stands for the client's name at the start of a replacement, and in a script.
  package static let clientName = "Имя-Отчество"

  /// Whether the stretch is simply left out.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Why a text is no replacement.
  struct Mistake: Error { var message: String }

  /// Reads the notation of the lexicons, byte by byte: some thousands are read at every start.
  init(parsing text: String) throws(Mistake) {
    pieces = []
    var rest = Substring(text)
    while let first = rest.utf8.first {
      switch first {
      case UInt8(ascii: "~"):
        let wording = Self.prefix(of: rest[rest.utf8.index(after: rest.startIndex)...]) {
          Self.isOpening($0)
        }
        let words = wording.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        guard !words.isEmpty else { throw Mistake(message: "после «~» ожидалось слово") }
        pieces.append(.inflected(words))
        rest = rest[wording.endIndex...]
        if !rest.isEmpty, wording.utf8.last == UInt8(ascii: " ") { pieces.append(.text(" ")) }
      case UInt8(ascii: "["):
        pieces.append(
          .courtesy(
            String(try Self.bracketed(&rest, to: UInt8(ascii: "]"), "скобка «[» не закрыта"))))
      case UInt8(ascii: "{"):
        pieces.append(
          .found(
            try Self.slot(Self.bracketed(&rest, to: UInt8(ascii: "}"), "скобка «{» не закрыта"))))
      default:
        let plain = Self.prefix(of: rest) { $0 == UInt8(ascii: "~") || Self.isOpening($0) }
        pieces.append(.text(String(plain)))
        rest = rest[plain.endIndex...]
      }
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// A text before the first byte that ends it.
  private static func prefix(of text: Substring, to ends: (UInt8) -> Bool) -> Substring {
    text[..<(text.utf8.firstIndex(where: ends) ?? text.endIndex)]
  }

  /// What stands in the brackets that a text opens with; the text goes on behind them.
  private static func bracketed(_ text: inout Substring, to end: UInt8, _ missing: String)
    throws(Mistake) -> Substring
  {
    guard let place = text.utf8.firstIndex(of: end) else { throw Mistake(message: missing) }
    let inner = text[text.utf8.index(after: text.startIndex)..<place]
    text = text[text.utf8.index(after: place)...]
    return inner
  }

  private static func slot(_ text: Substring) throws(Mistake) -> Slot {
    let parts = text.split(separator: " ")
    let bounds = (parts.first ?? "").split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let cases = parts.dropFirst().map(String.init)
    for name in cases
    where GrammarTerm.named(name)?.grammemes.isSubset(of: .cases) != true {
      throw Mistake(message: "«\(name)» — не падеж")
    }
    guard cases.count <= 2, let first = bounds.first else {
      throw Mistake(message: "ожидалось «{от:до падеж}» или «{от:до падеж падеж-сейчас}»")
    }
    let from = try bound(first, otherwise: 1)
    return Slot(
      from: from, to: bounds.count > 1 ? try bound(bounds[1], otherwise: -1) : from,
      nounCase: cases.first, standsIn: cases.count > 1 ? cases[1] : nil)
  }

  private static func bound(_ text: Substring, otherwise: Int) throws(Mistake) -> Bound {
    if text.isEmpty { return .number(otherwise) }
    if text == "пов" { return .imperative }
    if text == "просьба" { return .request }
    guard let number = Int(text), number != 0 else {
      throw Mistake(message: "«\(text)» — не номер слова, не «пов» и не «просьба»")
    }
    return .number(number)
  }
}

extension Replacement {
  /// Reads the notation of the lexicons; nil for what is none.
  package init?(notation: String) {
    guard let read = try? Replacement(parsing: notation) else { return nil }
    self = read
  }
}

/// A replacement in the notation of the lexicons, which reads as the same replacement.
extension Replacement: CustomStringConvertible {
  public var description: String { pieces.map(\.description).joined() }
}

extension Replacement.Piece: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text(let text): text
    case .inflected(let words): "~" + words.joined(separator: " ")
    case .courtesy(let text): "[\(text)]"
    case .found(let slot):
      "{\(slot.from):\(slot.to)\([slot.nounCase, slot.standsIn].compactMap { $0 }.map { " " + $0 }.joined())}"
    }
  }
}

extension Replacement.Bound: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .imperative: "пов"
    case .request: "просьба"
    }
  }
}

/// In an archive a replacement is its notation: that reads faster than what it means.
extension Replacement: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(parsing: try container.decode(String.self))
    } catch let mistake as Mistake {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: mistake.message)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension YAMLReader {
  /// - Parameter mayNameClient: whether one may open with the client's name, which a turn is never
  ///   rewritten with.
  func replacements(_ key: String, mayNameClient: Bool = false) throws(StandardError)
    -> [Replacement]
  {
    var result: [Replacement] = []
    for item in try value(key)?.items() ?? [] {
      let text = try item.string()
      let isNamed = mayNameClient && text.hasPrefix(Replacement.clientName)
      let rest = isNamed ? text.dropFirst(Replacement.clientName.count) : text[...]
      if rest.contains(Replacement.clientName) {
        throw item.error(
          "«\(Replacement.clientName)» стоит только в начале замены из «rewordings», у которой "
            + "«finding_only: true»")
      }
      do {
        result.append(try Replacement(parsing: text))
      } catch {
        throw item.error("замена не читается: \(error.message)")
      }
    }
    return result
  }
}

extension Replacement.Slot {
  /// The case as a grammeme.
  public var grammeme: Grammemes? { nounCase.flatMap { GrammarTerm.named($0)?.grammemes } }
  /// The case in which the words stand, as a grammeme.
  public var standingGrammeme: Grammemes? {
    standsIn.flatMap { GrammarTerm.named($0)?.grammemes }
  }
}
