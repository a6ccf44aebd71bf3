import Compliance
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

  /// What was learned of speech that no phrase says outright, as far as it is installed.
  ///
  /// - Parameter judges: false where nothing but phrases is asked.
  /// - Throws: `StandardError` when a file is no model of this program's.
  func speechModels(judges: Bool = true) throws(StandardError) -> SpeechModels {
    SpeechModels(
      paraphrases: try speechModel("paraphrases") { try SpeechModel($0) },
      uses: try speechModel("uses") { try UseModel($0) },
      elements: judges ? try speechModel("elements") { try SpeechModel($0) } : nil)
  }

  private func speechModel<Model>(_ name: String, read: (ByteSection) throws -> Model)
    throws(StandardError) -> Model?
  {
    guard let path = lexicons.map({ $0 + "/speech/\(name).model" }),
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    do {
      guard let memory = try? MappedMemory(path: path) else { throw SpeechModel.Damaged() }
      return try read(ByteSection(memory))
    } catch {
      throw StandardError(
        .syntax,
        "\(path): \(error); установите Камертон заново или уберите файл: без него работают "
          + "одни фразы правил")
    }
  }

  /// The standards ready to judge by, from the cache where it still holds.
  ///
  /// - Parameter judges: false where nothing but phrases is asked.
  /// - Throws: `StandardError` when there is no folder of lexicons.
  func shelf(_ morphology: RussianMorphology.Morphology, judges: Bool = true) throws
    -> StandardShelf
  {
    let library = try library()
    let words = try wordsVersion(morphology)
    return StandardShelf(
      library: library, morphology: morphology, models: try speechModels(judges: judges),
      cache: caches.map {
        StandardCache(
          folder: $0, lexicons: library.folder, program: programMark + " " + words)
      }, judges: judges)
  }
}
