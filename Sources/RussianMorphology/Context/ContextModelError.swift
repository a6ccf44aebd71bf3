/// Why a context model cannot be used.
public enum ContextModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is no model, or not a whole one.
  case damaged(path: String, reason: String)
  /// The file was written by another version of the program.
  case otherVersion(path: String, found: UInt32, expected: UInt32)

  init(_ error: MappingError, path: String) {
    switch error {
    case .missing: self = .missing(path: path)
    case .unusable(let reason): self = .damaged(path: path, reason: reason)
    }
  }

  public var description: String {
    switch self {
    case .missing(let path):
      "Модель контекста не найдена: \(path)."
    case .damaged(let path, let reason):
      "Модель контекста повреждена (\(reason)): \(path). "
        + "Она ставится вместе с Камертоном: установите его заново."
    case .otherVersion(let path, let found, let expected):
      "Модель контекста от другой версии (\(found), нужна \(expected)): \(path). "
        + "Она ставится вместе с Камертоном: установите его заново."
    }
  }
}
