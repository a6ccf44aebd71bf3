import ServiceStandards

/// Makes other sentences out of a rule's examples: the same thing said a little differently must
/// be judged the same.
enum ExampleVariants {
  static func variants(of example: RuleExample) -> [RuleExample] {
    let raw = bare(example.plain)
    let texts = [
      raw,
      "здравствуйте ещё раз " + raw,
      raw + " сейчас минуту проверю данные",
    ]
    return texts.filter { $0 != example.plain }.map { text in
      var variant = example
      variant.plain = text
      variant.marks = []
      return variant
    }
  }

  /// The text as a recogniser writes it: lower case, no signs, ё as е.
  static func bare(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "ё": result += "е"
      case ".", ",", "!", "?", ":", ";", "«", "»", "\"", "…", "(", ")", "—", "–": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
