public import Foundation
internal import RussianMorphology

/// The standards of a `Lexicons` folder, read on demand.
public struct StandardLibrary: Sendable {
  public let folder: URL

  /// - Parameter folder: the folder that holds `standards/`, `rules/`, `lists/` and so on.
  public init(folder: URL) { self.folder = folder }

  /// Ids of all standards, sorted, `general` first.
  public func identifiers() throws(StandardError) -> [String] {
    let names = try files(in: "standards").map { String($0.dropFirst(10).dropLast(5)) }
    return names.filter { $0 == "general" } + names.filter { $0 != "general" }.sorted()
  }

  /// Reads a standard whole, with what it extends.
  ///
  /// - Throws: `StandardError` with the file, line and column of the first mistake.
  public func standard(_ id: String) throws(StandardError) -> ServiceStandard {
    var read: [String: ServiceStandard] = [:]
    return try standard(id, read: &read)
  }

  /// The same, for whoever asks for several standards: what they extend is read once and shared.
  ///
  /// - Parameter read: standards read so far, by id; those that were needed are added.
  public func standard(_ id: String, read: inout [String: ServiceStandard]) throws(StandardError)
    -> ServiceStandard
  {
    if let standard = read[id] { return standard }
    if let message = try reasonForNone(id) { throw StandardError(.notFound, message) }
    var assembly = StandardAssembly(known: read)
    let standard = try assembly.read("standards/\(id).yaml", from: self)
    read = assembly.known
    return standard
  }

  /// Ids of the standards that extend another; what cannot be read extends none.
  public func extending(_ id: String) throws(StandardError) -> [String] {
    try identifiers().filter { name in
      let file = "standards/\(name).yaml"
      guard let text = try? text(of: file),
        let document = try? YAMLReader.document(text, file: file)
      else { return false }
      return (try? document.value("extends")?.string()) == id
    }
  }

  /// Why there is no standard of an id, and what may have been meant; nil where there is one.
  func reasonForNone(_ id: String) throws(StandardError) -> String? {
    let known = try identifiers()
    if known.contains(id) { return nil }
    let list = "есть: \(known.joined(separator: ", "))"
    if id.hasSuffix(".yaml") {
      let name = URL(filePath: id).deletingPathExtension().lastPathComponent
      return """
        стандарты лежат в папке «\(folder.appending(path: "standards").path)»; их называют по \
        номеру, а не по файлу: \(name); \(list)
        """
    }
    return "нет стандарта «\(id)»\(Misspelling.hint(for: id, among: known)); \(list)"
  }

  /// Names of the YAML files of a subfolder, relative to the library's folder, sorted.
  func files(in subfolder: String) throws(StandardError) -> [String] {
    do {
      return try FileManager.default
        .contentsOfDirectory(atPath: folder.appending(path: subfolder).path)
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
        .sorted().map { "\(subfolder)/\($0)" }
    } catch {
      throw StandardError(
        .unreadable, "папка «\(folder.appending(path: subfolder).path)» не читается")
    }
  }

  func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  func text(of file: String) throws(StandardError) -> String {
    guard let data = FileManager.default.contents(atPath: folder.appending(path: file).path) else {
      throw StandardError(.unreadable, "файл «\(folder.appending(path: file).path)» не читается")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw StandardError(
        .unreadable, "файл не в кодировке UTF-8", at: Place(file: file, line: 1, column: 1))
    }
    // Editors of Windows begin a file with a mark of the encoding.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
