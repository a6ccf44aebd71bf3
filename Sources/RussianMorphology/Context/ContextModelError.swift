/// Why a context model cannot be used.
public enum ContextModelError: MappedFileError, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file is no model, or not a whole one.
  case damaged(path: String, reason: String)
  /// The file was written by another version of the program.
  case otherVersion(path: String, found: UInt32, expected: UInt32)

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
