internal import Foundation

/// Lists the files of the paths a person names: a file as it is, a folder with all that lies in
/// it, in the order of names. Hidden files and recordings of sound are passed by.
public struct FileWalker: Sendable {
  /// A file to read, or a path that could not be looked into.
  public enum Entry: Sendable, Hashable {
    case file(path: String, id: String)
    case refused(path: String, TranscriptError)
  }

  /// Sound that lies beside its transcripts, passed by in walked folders.
  public private(set) var soundFiles = 0
  private var pending: [Place] = []
  private var visited: Set<String> = []

  private struct Place: Sendable {
    var path: String
    /// Path from the walked folder, empty for what the person named.
    var relative: String
  }

  public init(paths: [String]) {
    pending = paths.reversed().map { Place(path: $0, relative: "") }
  }

  /// The next file, `nil` at the end.
  public mutating func next() -> Entry? {
    while let place = pending.popLast() {
      if let entry = look(at: place) { return entry }
    }
    return nil
  }

  private mutating func look(at place: Place) -> Entry? {
    let url = URL(fileURLWithPath: place.path)
    let real = url.resolvingSymlinksInPath().path
    let type: FileAttributeType?
    do {
      type = try FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
    } catch {
      return .refused(path: place.path, refusal(error))
    }
    switch type {
    case .typeDirectory?:
      // Links may lead in a circle.
      guard visited.insert(real).inserted else { return nil }
      do {
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        for name in names.sorted(by: >) where !name.hasPrefix(".") {
          pending.append(
            Place(
              path: place.path.hasSuffix("/") ? place.path + name : "\(place.path)/\(name)",
              relative: place.relative.isEmpty ? name : "\(place.relative)/\(name)"))
        }
        return nil
      } catch {
        return .refused(path: place.path, refusal(error))
      }
    case .typeRegular?:
      return file(place)
    default:
      // A pipe or a device is read only when the person names it.
      return place.relative.isEmpty
        ? file(place)
        : .refused(path: place.path, TranscriptError(.unreadable, "это не обычный файл"))
    }
  }

  private mutating func file(_ place: Place) -> Entry? {
    let name = place.relative.isEmpty ? (place.path as NSString).lastPathComponent : place.relative
    if !place.relative.isEmpty {
      let suffix = (name as NSString).pathExtension.lowercased()
      if Self.sound.contains(suffix) {
        soundFiles += 1
        return nil
      }
    }
    return .file(path: place.path, id: (name as NSString).deletingPathExtension)
  }

  private static let sound: Set<String> = [
    "wav", "mp3", "ogg", "opus", "m4a", "flac", "aac", "wma", "amr", "gsm", "webm",
  ]

  private func refusal(_ error: any Error) -> TranscriptError {
    let error = error as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let code: Int32 =
      switch (underlying?.domain, CocoaError.Code(rawValue: error.code)) {
      case (NSPOSIXErrorDomain, _): Int32(underlying?.code ?? 0)
      case (_, .fileReadNoPermission): EACCES
      case (_, .fileReadNoSuchFile), (_, .fileNoSuchFile): ENOENT
      default: Int32(truncatingIfNeeded: error.code)
      }
    return TranscriptError(.unreadable, "не открывается: \(SystemFailure.reason(code))")
  }
}
