/// Why a dictionary cannot be used.
public enum DictionaryError: MappedFileError, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case damaged(path: String, reason: String)
  case otherVersion(path: String, found: UInt32, expected: UInt32)
  /// The package to compile from is not what it should be.
  case badSource(reason: String)

  public var description: String {
    switch self {
    case .missing(let path):
      "Словарь не найден: \(path). Соберите его командой «make dictionary»."
    case .damaged(let path, let reason):
      "Словарь повреждён (\(reason)): \(path). Соберите его заново командой «make dictionary»."
    case .otherVersion(let path, let found, let expected):
      "Словарь собран для другой версии (\(found), нужна \(expected)): \(path). "
        + "Соберите его заново командой «make dictionary»."
    case .badSource(let reason):
      "Исходные данные словаря не читаются: \(reason)."
    }
  }
}
