extension Circumstances: CustomStringConvertible {
  /// The circumstances as the keys of a standard's file, one a line; reading them gives the same.
  public var description: String {
    var lines: [String] = []
    func add(_ key: String, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      let quoted = texts.map { "'\($0.replacing("'", with: "''"))'" }
      lines.append("\(key): [\(quoted.joined(separator: ", "))]")
    }
    for (key, phrases) in [
      ("unless", unless), ("unless_sentence", unlessInSentence), ("unless_turn", unlessInTurn),
      ("only", only), ("only_sentence", onlyInSentence), ("only_turn", onlyInTurn),
      ("after_client", afterClient), ("unless_after_client", unlessAfterClient),
    ] {
      add(key, phrases.map(\.phrase.description))
    }
    if let fromTurn { lines.append("from_turn: \(fromTurn)") }
    if let toTurn { lines.append("to_turn: \(toTurn)") }
    if let punctuated { lines.append("punctuated: \(punctuated)") }
    // A group of several windows has a key of its own, and a phrase one such key.
    add("where", placement.within.filter { $0.count == 1 }.map { $0[0].window.description })
    for group in placement.within where group.count > 1 {
      add("where_any", group.map(\.window.description))
    }
    add("where_not", placement.outside.map(\.window.description))
    return lines.joined(separator: "\n")
  }
}
