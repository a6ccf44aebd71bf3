import Foundation
import ServiceStandards

extension Installation {
  /// The library of this installation's standards.
  ///
  /// - Throws: `StandardError` when there is no folder of lexicons.
  func library() throws(StandardError) -> StandardLibrary {
    guard let lexicons else {
      throw StandardError(
        .notFound,
        "не найдена папка Lexicons со стандартами: она должна лежать рядом с программой, "
          + "в ../share/kamerton или в $KAMERTON_LEXICONS")
    }
    return StandardLibrary(folder: URL(filePath: lexicons))
  }
}
