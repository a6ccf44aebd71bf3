#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the operating system answers, in Russian.
public enum SystemFailure {
  /// A short reason for a value of `errno`.
  public static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "нет прав на чтение"
    case ENOENT: "нет такого файла или папки"
    case ENOTDIR: "часть пути — не папка"
    case EISDIR: "это папка"
    case ELOOP: "ссылки ведут по кругу"
    case ENAMETOOLONG: "слишком длинный путь"
    case EMFILE, ENFILE: "открыто слишком много файлов"
    case EIO: "ошибка чтения с диска"
    case ENOSPC, EDQUOT: "на диске нет места"
    case EROFS: "диск доступен только для чтения"
    case EPIPE: "получатель закрыл поток"
    default: "ошибка системы \(code)"
    }
  }
}
