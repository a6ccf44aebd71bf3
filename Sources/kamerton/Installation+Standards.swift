import Foundation
import RussianMorphology
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

  /// The standards ready to judge by, from the cache where it still holds.
  ///
  /// - Throws: `StandardError` when there is no folder of lexicons.
  func shelf(_ morphology: RussianMorphology.Morphology) throws -> StandardShelf {
    let library = try library()
    let words = try wordsVersion(morphology)
    return StandardShelf(
      library: library, morphology: morphology,
      cache: caches.map {
        StandardCache(
          folder: $0, lexicons: library.folder, program: programMark + " " + words)
      })
  }
}
