/// A step from a value to a value inside it.
public enum JSONStep: Sendable, Hashable {
  case key(String)
  case index(Int)
}

extension [JSONStep] {
  /// `turns[2].text`.
  public var keyPath: String {
    reduce(into: "") { result, step in
      switch step {
      case .key(let key): result += result.isEmpty ? key : ".\(key)"
      case .index(let index): result += "[\(index)]"
      }
    }
  }
}

/// Where a text stops being JSON, and why.
public struct JSONProblem: Error, Sendable, Hashable {
  public var reason: Reason
  /// Offset of the byte.
  public var offset: Int
  /// 1-based.
  public var line: Int
  /// 1-based, in characters of Unicode.
  public var column: Int
  /// The keys and indices that lead to the place.
  public var path: [JSONStep]

  /// The kinds of mistakes.
  public enum Reason: Sendable, Hashable {
    case invalidText, tooLong, tooDeep, truncated, extra
    case keyExpected, colonExpected, commaOrBraceExpected, commaOrBracketExpected
    case digitExpected, leadingZero, valueExpected
    case notANumber(String)
    case controlCharacter, unknownEscape, hexadecimalExpected, loneSurrogate
  }

  init(_ reason: Reason, at offset: Int, path: [JSONStep], in bytes: [UInt8]) {
    self.reason = reason
    self.offset = offset
    self.path = path
    let before = bytes[..<Swift.min(offset, bytes.count)]
    line = 1 + before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// What is wrong, in Russian.
  public var message: String {
    switch reason {
    case .invalidText: "текст не в UTF-8"
    case .tooLong: "длиннее 1 ГБ, такое не читаем"
    case .tooDeep: "вложенность глубже \(JSONDocument.depthLimit) уровней"
    case .truncated: "запись оборвана: конец раньше, чем закрыты скобки"
    case .extra: "лишнее после конца значения"
    case .keyExpected: "здесь ждём ключ в кавычках"
    case .colonExpected: "после ключа ждём двоеточие"
    case .commaOrBraceExpected: "здесь ждём запятую или «}»"
    case .commaOrBracketExpected: "здесь ждём запятую или «]»"
    case .digitExpected: "здесь ждём цифру"
    case .leadingZero: "число не начинают с нуля"
    case .valueExpected: "здесь ждём значение"
    case .notANumber(let word):
      "\(word) в JSON не бывает: здесь должно быть число или null"
    case .controlCharacter: "управляющий символ внутри строки надо записать как \\u00XX"
    case .unknownEscape: "такой записи через «\\» в JSON нет"
    case .hexadecimalExpected: "после \\u ждём четыре шестнадцатеричные цифры"
    case .loneSurrogate: "половина суррогатной пары в \\uXXXX"
    }
  }
}

extension JSONProblem: CustomStringConvertible {
  /// «строка 3, столбец 14, segments[2].text: здесь ждём цифру».
  public var description: String {
    let key = path.keyPath
    return "строка \(line), столбец \(column)\(key.isEmpty ? "" : ", \(key)"): \(message)"
  }
}
