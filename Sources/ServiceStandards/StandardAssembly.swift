internal import RussianText

/// Puts a standard together from its own file, the shared files it includes and what it extends.
struct StandardAssembly {
  private var hash = StableHash()
  private var extended: Set<String> = []
  /// Standards read before that others extend: read once, and shared.
  private(set) var known: [String: ServiceStandard]

  init(known: [String: ServiceStandard] = [:]) { self.known = known }

  mutating func read(_ file: String, from library: StandardLibrary) throws(StandardError)
    -> ServiceStandard
  {
    let document = try document(file, library)
    try document.requireKeys([
      "id", "title", "source", "extends", "include", "company", "clauses", "rules", "elements",
      "approved", "rewordings", "lists", "scripts", "scorecard", "unjudged", "speech",
      "certainty", "durations", "requests",
    ])
    var standard = try base(of: document, library)
    standard.id = try document.required("id").name(ofFile: file, in: library)
    standard.title = try document.required("title").writing()
    standard.source = try document.value("source")?.string() ?? ""
    if document.value("company") != nil {
      standard.companyNames = try document.phrases("company")
    }
    var errors: [StandardError] = []
    for (kind, files) in try document.value("include")?.pairs() ?? [] {
      for item in try files.items() {
        let name = try item.string()
        do throws(StandardError) {
          let names = name.hasSuffix(".yaml") ? [name] : try library.files(in: name)
          for name in names { try include(kind, name, library, into: &standard, &errors) }
        } catch {
          errors.append(error.placed(at: item.place))
        }
      }
    }
    do throws(StandardError) {
      try readOwn(document, into: &standard)
    } catch {
      errors.append(error)
    }
    do throws(StandardError) {
      if let scorecard = document.value("scorecard") {
        standard.scorecard = try scorecard.scorecard()
      }
    } catch {
      errors.append(error)
    }
    if let error = StandardError.joined(errors) { throw error }
    for (category, clause) in try document.value("clauses")?.pairs() ?? [] {
      let text = try clause.string()
      for index in standard.rules.indices where standard.rules[index].category.rawValue == category
      {
        standard.rules[index].clause = text
      }
    }
    try requireUniqueRules(standard)
    try requireKnownRules(standard)
    standard.version = String(hash.value, radix: 16)
    return standard
  }

  private mutating func document(_ file: String, _ library: StandardLibrary) throws(StandardError)
    -> YAMLReader
  {
    let text = try library.text(of: file)
    hash.add(text.utf8)
    return try YAMLReader.document(text, file: file)
  }

  private mutating func base(of document: YAMLReader, _ library: StandardLibrary)
    throws(StandardError) -> ServiceStandard
  {
    guard let parent = document.value("extends") else {
      return ServiceStandard(
        id: "", title: "", source: "", version: "", companyNames: [], rules: [], approved: [],
        elements: [], lists: [:], scripts: [], scorecard: Scorecard(passMark: 0, criteria: []))
    }
    let name = try parent.string()
    guard extended.insert(name).inserted else {
      throw parent.error("стандарт «\(name)» расширяет сам себя")
    }
    if known[name] == nil, let message = try library.reasonForNone(name) {
      throw StandardError(.notFound, message, at: parent.place)
    }
    var base: ServiceStandard
    if let read = known[name] {
      base = read
    } else {
      var assembly = StandardAssembly(known: known)
      assembly.extended = extended
      base = try assembly.read("standards/\(name).yaml", from: library)
      known[name] = base
    }
    hash.add(base.version.utf8)
    base.extends = name
    base.inheritedRules = base.rules.count
    base.inheritedRewordings = base.rewordings.count
    return base
  }

  private mutating func include(
    _ kind: String, _ file: String, _ library: StandardLibrary,
    into standard: inout ServiceStandard,
    _ errors: inout [StandardError]
  ) throws(StandardError) {
    let document: YAMLReader
    do throws(StandardError) {
      document = try self.document(file, library)
    } catch {
      // Told at the name of a file that is not there; a mistake inside one stops no other.
      guard error.place != nil else { throw error }
      return errors.append(error)
    }
    switch kind {
    case "rules", "elements", "approved", "rewordings", "lists", "unjudged":
      do throws(StandardError) {
        try readOwn(document, into: &standard)
      } catch {
        errors.append(error)
      }
    default:
      throw document.error(
        """
        неизвестный вид файлов «\(kind)»; есть: rules, elements, approved, rewordings, lists, \
        unjudged
        """)
    }
  }

  private func readOwn(_ document: YAMLReader, into standard: inout ServiceStandard)
    throws(StandardError)
  {
    var errors: [StandardError] = []
    func each(_ key: String, _ read: (YAMLReader) throws(StandardError) -> Void)
      throws(StandardError)
    {
      for item in try document.value(key)?.items() ?? [] {
        do throws(StandardError) {
          try read(item)
        } catch {
          errors.append(error)
        }
      }
    }
    try each("rules") { item throws(StandardError) in
      standard.rules.append(try item.findingRule())
    }
    try each("elements") { item throws(StandardError) in
      standard.elements.append(try item.elementRule())
    }
    try each("approved") { item throws(StandardError) in
      standard.approved.append(try item.approvedWording())
    }
    try each("rewordings") { item throws(StandardError) in
      standard.rewordings.append(try item.rewording())
    }
    if let error = StandardError.joined(errors) { throw error }
    if let requests = document.value("requests") {
      standard.requests.merge(try requests.requests()) { _, own in own }
    }
    for item in try document.value("unjudged")?.items() ?? [] {
      standard.unjudged.append(try item.unjudgedKind())
    }
    if let speech = document.value("speech") { standard.speech = try speech.speechMeasures() }
    if let durations = document.value("durations") {
      standard.durations.add(try durations.durationWords())
    }
    if let certainty = document.value("certainty") {
      standard.certainty = try certainty.certaintyMeasures(over: standard.certainty)
    }
    for item in try document.value("scripts")?.items() ?? [] {
      standard.scripts.append(try item.situationScript())
    }
    for (name, list) in try document.value("lists")?.pairs() ?? [] {
      if standard.lists[name] != nil { standard.extends = nil }
      var entries = standard.lists[name] ?? []
      for item in try list.items() { entries.append(try item.phrase()) }
      standard.lists[name] = entries
    }
  }

  /// A criterion that counts the findings of a rule that is not there would always be met.
  private func requireKnownRules(_ standard: ServiceStandard) throws(StandardError) {
    let known = Set(standard.rules.map(\.id))
    for criterion in standard.scorecard.criteria {
      for id in criterion.check.rules where !known.contains(id) {
        throw StandardError(
          .shape,
          "критерий «\(criterion.id)»: нет правила «\(id)»"
            + Misspelling.hint(for: id, among: known.sorted()),
          at: criterion.place)
      }
    }
  }

  private func requireUniqueRules(_ standard: ServiceStandard) throws(StandardError) {
    var places: [String: Place] = [:]
    for rule in standard.rules {
      if let first = places.updateValue(rule.place, forKey: rule.id) {
        throw StandardError(
          .duplicate, "правило «\(rule.id)» уже есть в \(first)", at: rule.place)
      }
    }
  }
}

extension YAMLReader {
  /// The id of a standard, which is the name of its file: calls and the database know it by that.
  fileprivate func name(ofFile file: String, in library: StandardLibrary) throws(StandardError)
    -> String
  {
    let id = try string()
    let name = String(file.dropFirst("standards/".count).dropLast(".yaml".count))
    guard id != name else { return id }
    let others = (try? library.identifiers()) ?? []
    let owner = others.contains(id) ? ", а «\(id)» — другой стандарт" : ""
    throw error(
      """
      в файле стоит «id: \(id)», а называют стандарт по файлу\(owner): напишите «id: \(name)» или \
      переименуйте файл
      """)
  }
}
