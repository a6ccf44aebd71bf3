public import RussianMorphology
internal import Yams

/// A company's standard in the making: what `standards new` writes for a person to go on from.
public struct StandardDraft: Sendable {
  public var id: String
  public var title: String
  /// The standard that it extends.
  public var parent: String
  /// What its rules are made of; empty where the company only starts.
  public var rows: [Row]

  /// A row of the company's list with all that a rule needs.
  public struct Row: Sendable {
    public var row: ReplacementTable.Row
    public var category: Category

    public init(_ row: ReplacementTable.Row, category: Category) {
      self.row = row
      self.category = category
    }
  }

  public init(id: String, title: String, parent: String, rows: [Row]) {
    self.id = id
    self.title = title
    self.parent = parent
    self.rows = rows
  }

  /// Whether an id can name a standard and its file: Latin letters, digits, hyphens.
  public static func isIdentifier(_ id: String) -> Bool {
    !id.isEmpty && id.first != "-"
      && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  /// The standard's file.
  public func yaml(morphology: Morphology) -> String {
    var parts: [(String, Node)] = [
      ("id", Node(id)), ("title", Node(title)), ("source", Node("список компании")),
      ("extends", Node(parent)),
    ]
    if !rows.isEmpty {
      parts.append(("rules", Node(rows.map { rule($0, morphology: morphology) })))
    }
    let body = (try? Yams.serialize(node: Self.mapping(parts), width: -1, allowUnicode: true)) ?? ""
    return Self.introduction + body
  }

  private static let introduction = """
    # Написано командой «kamerton standards new». Правьте: уточните пункты (clause) и важность
    # (severity), добавьте фразы, сказанные иначе, и примеры. Затем «kamerton standards check»
    # и «kamerton standards test». Без раздела scorecard действует оценочный лист основы.

    """

  private func rule(_ row: Row, morphology: Morphology) -> Node {
    let source = row.row
    var parts: [(String, Node)] = [
      ("id", Node("\(id).row-\(source.number)")), ("category", Node(row.category.rawValue)),
      ("clause", Node("Список компании, строка \(source.number)")), ("severity", Node("minor")),
      ("phrases", Self.sequence(source.avoid.map { Self.phrase($0, category: row.category) })),
    ]
    let ways = source.say.map { say in
      (say, Self.replacement(say, for: source.avoid, morphology: morphology))
    }
    let replacements = ways.compactMap { $0.1 }
    if !replacements.isEmpty { parts.append(("replacements", Self.sequence(replacements))) }
    let thoughts = ways.filter { $0.1 == nil }.map { $0.0 }
    if !thoughts.isEmpty { parts.append(("say", Self.sequence(thoughts))) }
    let hits = source.avoid.map { $0.replacing(" *3", with: "") }
    var examples: [(String, Node)] = [("hit", Self.sequence(hits))]
    if !source.say.isEmpty { examples.append(("silent", Self.sequence(source.say))) }
    parts.append(("examples", Self.mapping(examples)))
    return Self.mapping(parts)
  }

  /// A single word that commands does so in this form alone: «ждите», not «ждём».
  private static func phrase(_ wording: String, category: Category) -> String {
    category == .command && isWord(wording) ? "=" + wording : wording
  }

  /// A word for a word, in the form the sentence needs; nil where only the whole thought can be
  /// said otherwise.
  private static func replacement(
    _ say: String, for avoid: [String], morphology: Morphology
  ) -> String? {
    guard let word = DraftPhrase.notation(of: say), isWord(word), avoid.allSatisfy(isWord) else {
      return nil
    }
    let isInflected = morphology.readings(of: word)[0].partOfSpeech.isInflected
    let all = avoid.map { morphology.readings(of: $0)[0].partOfSpeech.isInflected }
    guard all.allSatisfy({ $0 == isInflected }) else { return nil }
    return isInflected ? "~" + word : word
  }

  private static func isWord(_ phrase: String) -> Bool { !phrase.contains(" ") }

  private static func mapping(_ parts: [(String, Node)]) -> Node {
    Node(parts.map { (Node($0.0), $0.1) })
  }

  private static func sequence(_ texts: [String]) -> Node {
    Node(texts.map { Node($0, Tag(.str), .singleQuoted) })
  }
}
