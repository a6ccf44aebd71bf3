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
    /// Phrases of the notation that keep its rule silent wherever they stand in the turn: what makes
    /// an order a request.
    public var unlessInTurn: [String]

    public init(_ row: ReplacementTable.Row, category: Category, unlessInTurn: [String] = []) {
      self.row = row
      self.category = category
      self.unlessInTurn = unlessInTurn
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

  /// What the first line of a drafted file says.
  public static let signature = "# Написано командой «kamerton standards new»."

  private static let introduction = """
    \(signature) Правьте: уточните пункты (clause) и важность
    # (severity), добавьте фразы, сказанные иначе, и примеры. Затем «kamerton standards check»
    # и «kamerton standards test». Без раздела scorecard действует оценочный лист основы.

    """

  private func rule(_ row: Row, morphology: Morphology) -> Node {
    let source = row.row
    let drafts = source.avoid.map { avoid in
      DraftedPhrase(avoid, say: source.say, category: row.category, morphology: morphology)
    }
    // What all wordings of the row share stands at the rule.
    let shared = Set(drafts.map(\.replacements)).count == 1 ? drafts[0].replacements : []
    var phrases: [Node] = []
    for draft in drafts {
      if let exact = draft.exact { phrases.append(Self.entry(exact)) }
      phrases.append(
        draft.replacements == shared
          ? Self.text(draft.phrase)
          : Self.mapping([
            ("phrase", Self.text(draft.phrase)),
            ("replacements", Self.sequence(draft.replacements)),
          ]))
    }
    var parts: [(String, Node)] = [
      ("id", Node("\(id).row-\(source.number)")), ("category", Node(row.category.rawValue)),
      ("clause", Node("Список компании, строка \(source.number)")), ("severity", Node("minor")),
      ("phrases", Node(phrases)),
    ]
    if !row.unlessInTurn.isEmpty {
      parts.append(("unless_turn", Self.sequence(row.unlessInTurn)))
    }
    if !shared.isEmpty { parts.append(("replacements", Self.sequence(shared))) }
    // What some wording of the row has no form of is said for the whole thought.
    let thoughts = source.say.filter { say in drafts.contains { $0.thoughts.contains(say) } }
    if !thoughts.isEmpty { parts.append(("say", Self.sequence(thoughts))) }
    // A bare noun is an order: it is tried in a sentence.
    let hits = zip(source.avoid, drafts).map { avoid, draft in
      let spoken = DraftPhrase.spoken(avoid)
      return draft.isNounGroup && row.category != .command ? "Это [[\(spoken)]]." : "[[\(spoken)]]"
    }
    var examples: [(String, Node)] = [("hit", Self.sequence(hits))]
    if !source.say.isEmpty { examples.append(("silent", Self.sequence(source.say))) }
    parts.append(("examples", Self.mapping(examples)))
    return Self.mapping(parts)
  }

  private static func entry(_ exact: DraftedPhrase.Exact) -> Node {
    var parts = [("phrase", text(exact.phrase))]
    if let only = exact.only { parts.append(("only", sequence([only]))) }
    if let unless = exact.unless { parts.append(("unless", sequence([unless]))) }
    parts.append(("replacements", sequence(exact.replacements)))
    return mapping(parts)
  }

  private static func mapping(_ parts: [(String, Node)]) -> Node {
    Node(parts.map { (Node($0.0), $0.1) })
  }

  private static func sequence(_ texts: [String]) -> Node { Node(texts.map(text)) }

  private static func text(_ text: String) -> Node { Node(text, Tag(.str), .singleQuoted) }
}
