internal import GRDB

/// Why the database cannot do what is asked, told to the person who runs the program.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public var code: Code
  /// In Russian.
  public var message: String

  public enum Code: Sendable, Hashable {
    /// The file is missing, closed to us or no database of ours: the person can set it right.
    case unusable
    /// Disk full, broken file, a lock that is not let go.
    case failed
    /// The query asks for nothing.
    case emptyQuery
  }

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }

  /// What SQLite says, in Russian.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(.failed, "база \(path): на диске нет места, записанное раньше цело")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.unusable, "база \(path): нет прав на запись")
    case .SQLITE_CANTOPEN:
      self.init(.unusable, "база \(path) не открывается: нет такой папки или прав на неё")
    case .SQLITE_NOTADB:
      self.init(.unusable, "\(path) — не база Камертона")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.failed, "база \(path) занята другой программой, попробуйте позже")
    case .SQLITE_CORRUPT:
      self.init(.failed, "база \(path) повреждена: восстановите её из копии")
    case .SQLITE_IOERR:
      self.init(.failed, "база \(path): ошибка чтения или записи на диск")
    default:
      self.init(
        .failed, "база \(path): ошибка \(error.resultCode.rawValue): \(error.message ?? "")")
    }
  }
}
