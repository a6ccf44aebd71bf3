import ServiceStandards

/// Where in the call a match counts, with its phrases in the bank.
package struct CompiledPlacement: Sendable, Codable {
  /// It stands in one window of each of these groups.
  var within: [[CompiledWindow]]
  /// It stands in none of these windows.
  var outside: [CompiledWindow]

  /// All windows, in whichever sense they are asked.
  var windows: [CompiledWindow] { within.flatMap { $0 } + outside }

  /// The rules whose matches it is measured from.
  var rules: [String] {
    windows.compactMap { window in
      if case .rule(let id) = window.point { id } else { nil }
    }
  }
}

/// A window with its phrase in the bank.
struct CompiledWindow: Sendable, Codable {
  var distance: Distance?
  var side: Window.Side
  var point: CompiledPoint
}

/// What a window is measured from; the cases are those of `Window.Point`.
enum CompiledPoint: Sendable, Codable {
  case start, end
  case hold(Window.Edge)
  case pause(Window.Edge, longerThan: Double?)
  case interruption(FindingRule.Scope)
  case condition
  case element(Element)
  case rule(String)
  case phrase(PhraseSet, FindingRule.Scope)
}

/// What a window stands at: not every point is known to all.
enum PlacementUse {
  /// A rule's phrase: elements and conditions are not known yet.
  case rule
  /// An element or approved wording: nor are the matches of rules.
  case speech
  /// A criterion's condition, or a check where it holds: everything else is known.
  case condition, criterion
}

extension StandardBuilder {
  /// Compiles where a match counts; its phrases are looked for in every turn.
  mutating func compile(_ placement: Placement, in use: PlacementUse) throws(StandardError)
    -> CompiledPlacement
  {
    var groups: [[CompiledWindow]] = []
    for group in placement.within {
      var windows: [CompiledWindow] = []
      for window in group { windows.append(try compile(window, in: use)) }
      groups.append(windows)
    }
    var outside: [CompiledWindow] = []
    for window in placement.outside { outside.append(try compile(window, in: use)) }
    return CompiledPlacement(within: groups, outside: outside)
  }

  private mutating func compile(_ source: StandardWindow, in use: PlacementUse)
    throws(StandardError) -> CompiledWindow
  {
    let window = source.window
    func refuse(_ word: String, _ message: String) -> StandardError {
      StandardError(
        .shape, "\(message) — в условии «\(source.text)»", at: source.place(of: word))
    }
    let point: CompiledPoint
    switch window.point {
    case .start: point = .start
    case .end: point = .end
    case .hold(let edge): point = .hold(edge)
    case .pause(let edge, let seconds): point = .pause(edge, longerThan: seconds)
    case .interruption(let speaker): point = .interruption(speaker)
    case .condition:
      guard use == .criterion else {
        throw refuse("условия", "от условия отсчитывают только в проверках критериев")
      }
      point = .condition
    case .element(let element):
      guard use == .criterion || use == .condition else {
        throw refuse("элемента", "от элемента отсчитывают только в критериях")
      }
      point = .element(element)
    case .rule(let id):
      guard use != .speech else {
        throw refuse("правила", "от правила отсчитывают только в правилах и критериях")
      }
      let known = standard.rules.map(\.id)
      guard known.contains(id) else {
        throw refuse(id, "нет правила «\(id)»\(Misspelling.hint(for: id, among: known))")
      }
      point = .rule(id)
    case .phrase(let phrase, let speaker):
      point = .phrase(
        try windowSet(of: phrase, source, isOperatorOnly: speaker == .operator), speaker)
    }
    return CompiledWindow(distance: window.distance, side: window.side, point: point)
  }

  /// The set of a window's phrase; a rule's windows stand at every phrase of it and share one.
  private mutating func windowSet(
    of phrase: Phrase, _ source: StandardWindow, isOperatorOnly: Bool
  ) throws(StandardError) -> PhraseSet {
    let text = phrase.description
    let key = isOperatorOnly ? "о \(text)" : text
    if let known = windowSets[key] { return known }
    guard let phrase = try? StandardPhrase(text: text, place: source.place) else {
      throw StandardError(.phrase, "неверная фраза «\(text)»", at: source.place)
    }
    let set = try set(of: [phrase], isOperatorOnly: isOperatorOnly)
    windowSets[key] = set
    return set
  }
}
