/// What a finding's words give way to in a rewritten turn.
struct Mending: Sendable {
  /// The words that give way; at least those of the finding.
  var words: Range<Int>
  /// What takes their place; nil where they are left out.
  var text: FittedText?
}

/// A replacement in the form that its place asks for, before the signs around it are settled.
struct FittedText: Sendable {
  /// With courtesy («назовите, пожалуйста,»), and without it, for a turn that has it already.
  var courteous: String
  var plain: String

  /// The text as it stands before `next`, what comes after the words it replaces: a comma at its end
  /// goes before another sign and at the end of the turn, and dots before the sign that ends a sentence.
  func text(before next: String) -> String {
    let sign = next.first { $0 != " " }
    // «…альтернативная возможность…» before a full stop keeps the stop alone.
    if courteous.hasSuffix("…"), sign.map({ ".?!…".contains($0) }) == true {
      return String(courteous.dropLast())
    }
    return shown(before: next)
  }

  /// The same, with dots as they are.
  func shown(before next: String) -> String {
    guard courteous.hasSuffix(",") else { return courteous }
    let sign = next.first { $0 != " " }
    let needsComma = sign.map { $0.isLetter || $0.isNumber || "«\"(".contains($0) } ?? false
    return needsComma ? courteous : String(courteous.dropLast())
  }
}
