import Foundation
import ServiceStandards
import Testing

/// The standards of the sources.
let ownLibrary = StandardLibrary(
  folder: URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Lexicons").standardizedFileURL)

/// A library with one rule file of that text.
func library(rules: String) throws -> StandardLibrary {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "kamerton-standards-\(UUID().uuidString)")
  for name in ["standards", "rules"] {
    try FileManager.default.createDirectory(
      at: folder.appending(path: name), withIntermediateDirectories: true)
  }
  try """
  id: general
  title: Общий
  include: {rules: [rules]}
  scorecard: {pass: 80, sections: []}
  """.write(
    to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
  try rules.write(
    to: folder.appending(path: "rules/some.yaml"), atomically: true, encoding: .utf8)
  return StandardLibrary(folder: folder)
}

/// A library whose only standard ends with that text.
func library(standard text: String) throws -> StandardLibrary {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "kamerton-standards-\(UUID().uuidString)/standards")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try "id: general\ntitle: Общий\n\(text)\n".write(
    to: folder.appending(path: "general.yaml"), atomically: true, encoding: .utf8)
  return StandardLibrary(folder: folder.deletingLastPathComponent())
}

/// What a library answers to who asks for a standard that it cannot give.
func refusal(_ id: String, by library: StandardLibrary) throws -> StandardError {
  var refusal: StandardError?
  do throws(StandardError) { _ = try library.standard(id) } catch { refusal = error }
  return try #require(refusal, "accepted")
}
