/// Signs that people write in phrases and that the notation does not have.
enum ForeignSign {
  /// What stands there, and what is written instead, in Russian: the end of a message.
  static func told(_ sign: Unicode.Scalar) -> String {
    let found = "стоит «\(sign)»"
    switch sign {
    case "\"", "“", "”", "„", "‘", "’", "`":
      return "\(found); фразу берут в простые одинарные кавычки: 'ваша вина'"
    case "?": return "\(found); конец вопроса пишут «$?»"
    case "—", "–", "−", ":": return "\(found); тире и двоеточие пишут «,»"
    case ";": return "\(found); такого знака в записи нет: начните новую фразу"
    case "/", "\\", "|": return "\(found); «или» пишут в скобках: «(а|б)»"
    case "+", "&", "=": return "\(found); напишите словом"
    case ")", "]", "}", ">", "»":
      return "\(found); эта скобка лишняя, или перед ней не хватает слова"
    default: return isInvisible(sign) ? "стоит невидимый знак U+\(code(sign)): сотрите его" : found
    }
  }

  private static func isInvisible(_ sign: Unicode.Scalar) -> Bool {
    switch sign.properties.generalCategory {
    case .format, .control, .unassigned, .privateUse, .surrogate: true
    default: false
    }
  }

  private static func code(_ sign: Unicode.Scalar) -> String {
    let digits = String(sign.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
