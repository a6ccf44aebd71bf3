internal import Foundation

/// Lists the files of the paths a person names: a file as it is, a folder with all that lies in
/// it, in the order of names. Hidden files, recordings of sound and databases are passed by.
public struct FileWalker: Sendable {
  /// A file to read, or a path that could not be looked into.
  public enum Entry: Sendable, Hashable {
    case file(WalkedFile)
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
    /// Other files of the same call, and what is in this one.
    var siblings: SiblingFiles?
  }

  public init(paths: [String]) {
    pending = Self.places(paths, folder: "", relative: "").reversed()
  }

  private static func places(_ names: [String], folder: String, relative: String) -> [Place] {
    SiblingFiles.groups(of: names).map { group in
      Place(
        path: folder + group.members[0].name,
        relative: relative.isEmpty && folder.isEmpty ? "" : relative + group.members[0].name,
        siblings: group.members.count > 1 ? group.under(folder, relative: relative) : nil)
    }
  }

  /// The next file, `nil` at the end.
  public mutating func next() -> Entry? {
    while let place = pending.popLast() {
      if let entry = look(at: place) { return entry }
    }
    return nil
  }

  /// The bytes of all the files that a walk would read.
  public static func size(of paths: [String]) -> Int {
    var walker = FileWalker(paths: paths)
    var total = 0
    while let entry = walker.next() {
      guard case .file(let file) = entry else { continue }
      for path in file.parts.isEmpty ? [file.path] : file.parts.map(\.path) {
        let attributes = try? FileManager.default.attributesOfItem(
          atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        total += (attributes?[.size] as? NSNumber)?.intValue ?? 0
      }
    }
    return total
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
        let visible = names.filter { !$0.hasPrefix(".") }.sorted()
        pending += Self.places(
          visible, folder: place.path.hasSuffix("/") ? place.path : place.path + "/",
          relative: place.relative.isEmpty ? "" : place.relative + "/"
        ).reversed()
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
      if Self.databases.contains(suffix) { return nil }
    }
    if let siblings = place.siblings {
      return .file(
        WalkedFile(
          path: place.path,
          id: place.relative.isEmpty
            ? (siblings.stem as NSString).lastPathComponent : siblings.stem,
          parts: siblings.members.map { .init(path: $0.name, side: $0.side) }))
    }
    return .file(WalkedFile(path: place.path, id: (name as NSString).deletingPathExtension))
  }

  private static let sound: Set<String> = [
    "wav", "mp3", "ogg", "opus", "m4a", "flac", "aac", "wma", "amr", "gsm", "webm",
  ]

  /// SQLite's, with the files it keeps beside an open one.
  private static let databases: Set<String> = ["sqlite", "sqlite-shm", "sqlite-wal"]

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

/// A file to read, or several that hold one call.
public struct WalkedFile: Sendable, Hashable {
  /// The file, or the first of them.
  public var path: String
  /// The id of a call that has none of its own.
  public var id: String
  /// All files of the call, when there are several.
  public var parts: [Part]

  /// One of the files of a call.
  public struct Part: Sendable, Hashable {
    public var path: String
    public var side: TranscriptPart.Side

    public init(path: String, side: TranscriptPart.Side) {
      self.path = path
      self.side = side
    }
  }

  public init(path: String, id: String, parts: [Part] = []) {
    self.path = path
    self.id = id
    self.parts = parts
  }
}

extension SiblingFiles {
  /// The same group with whole paths; the stem stays relative to the walked folder.
  fileprivate func under(_ folder: String, relative: String) -> SiblingFiles {
    SiblingFiles(
      stem: relative + stem,
      members: members.map { Member(name: folder + $0.name, side: $0.side) })
  }
}
