internal import Transcripts

/// Under which ids the calls of a run are kept, so that none takes the place of another: exports
/// number their calls from 1 every day.
///
/// A call that comes again, mended or moved, goes on under its id. Another conversation under a
/// taken id is kept beside the first, under the id with its file's name before it. Where nobody
/// can tell, the call is refused, and what is kept stays.
struct CallPlaces {
  enum Place {
    /// Under this id; `known` is what is kept under it now.
    case id(String, known: KnownCall?)
    /// The same call came before in this run.
    case repeated
    /// Why the call cannot be kept, in Russian.
    case refused(String)
  }

  /// A call as it is asked about.
  struct Question {
    var call: Call
    var contentHash: Int64
    var isNamedByFile: Bool
    var file: ScoringRun.SourceFile
  }

  private struct Seen {
    var file: ScoringRun.SourceFile
    var line: Int?
    var contentHash: Int64
  }

  private let store: Store
  private let isThere: @Sendable (String) -> Bool
  private var seen: [String: Seen] = [:]

  /// - Parameter isThere: whether there is a file of that path.
  init(store: Store, isThere: @escaping @Sendable (String) -> Bool) {
    self.store = store
    self.isThere = isThere
  }

  /// Notes that a call of this run is kept under `id`.
  mutating func take(_ id: String, file: ScoringRun.SourceFile, line: Int?, contentHash: Int64) {
    seen[id] = Seen(file: file, line: line, contentHash: contentHash)
  }

  /// - Parameter waiting: a call of this run that is not written yet.
  func place(_ question: Question, waiting: (String) -> Call?) throws(StoreError) -> Place {
    let given = question.isNamedByFile ? try fileID(question) : question.call.id
    var ids = [given]
    var next = 0
    while next < ids.count {
      let id = ids[next]
      next += 1
      let before = seen[id]
      let known = before == nil ? try store.known(id: id) : nil
      guard let path = before?.file.path ?? known?.source else {
        return try id == given ? .id(id, known: nil) : renamed(question, given: given, free: id)
      }
      if (before?.contentHash ?? known?.contentHash) == question.contentHash {
        return before == nil ? .id(id, known: known) : .repeated
      }
      var kept = waiting(id).map(Conversation.init)
      if kept == nil { kept = try store.conversation(of: id) }
      let likeness = kept.map {
        Conversation(question.call).likeness(to: $0, isOfOneFile: path == question.file.path)
      }
      switch likeness ?? .unclear {
      case .same where before == nil: return .id(id, known: known)
      case .another:
        if next == 1 { ids += Self.longer(given, question, besides: path) }
      default: return .refused(reason(id, before, known))
      }
    }
    let before = seen[given]
    return .refused(reason(given, before, before == nil ? try store.known(id: given) : nil))
  }

  private func reason(_ id: String, _ before: Seen?, _ known: KnownCall?) -> String {
    if let before {
      let place = before.line.map { "\(before.file.name), строка \($0)" } ?? before.file.name
      return "другой звонок с id «\(id)» уже был в этом запуске: \(place)"
    }
    let place = known.map { known in
      known.line.map { "\(known.source), строка \($0)" } ?? known.source
    }
    return """
      id «\(id)» в базе у другого звонка (\(place ?? "")), тот оставлен: если это новый звонок, \
      дайте ему другой id, если правка прежнего — исправьте его в прежнем файле
      """
  }

  /// A call whose id is another's, and whose longer id is free: it may be kept already, from a
  /// file that was called otherwise then.
  private func renamed(_ question: Question, given: String, free: String) throws(StoreError)
    -> Place
  {
    let kept = try store.known(
      givenID: given, contentHash: question.contentHash, startedAt: question.call.startedAt)
    for call in kept.filter({ seen[$0.id] == nil }) {
      if call.contentHash == question.contentHash { return .id(call.id, known: call) }
      let conversation = try store.conversation(of: call.id)
      if let conversation, isSame(question, conversation) {
        return .id(call.id, known: call)
      }
    }
    return .id(free, known: nil)
  }

  private func isSame(_ question: Question, _ kept: Conversation) -> Bool {
    Conversation(question.call).likeness(to: kept, isOfOneFile: false) == .same
  }

  /// Ids for a call that another one's file has taken the id of: with as many of the last parts of
  /// its own path before it as tell it from the other's, then with more. Where both files are one,
  /// the day tells them apart.
  private static func longer(_ id: String, _ question: Question, besides other: String) -> [String]
  {
    let own = parts(question.file.path)
    let others = parts(other)
    let common = zip(own.reversed(), others.reversed()).prefix { $0 == $1 }.count
    let day = own == others ? Day(of: question.call.startedAt).map { ["\($0)/\(id)"] } ?? [] : []
    let first = common < own.count ? common + 1 : 1
    guard first <= own.count else { return day }
    return day + (first...own.count).map { own.suffix($0).joined(separator: "/") + "/" + id }
  }

  /// Folders and name of a file, without its ending.
  private static func parts(_ path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    if let name = parts.last, let dot = name.lastIndex(of: "."), dot > name.startIndex {
      parts[parts.count - 1] = String(name[..<dot])
    }
    return parts
  }

  private func fileID(_ question: Question) throws(StoreError) -> String {
    if let moved = try movedID(question) { return moved }
    return try freeID(question)
  }

  /// The id under which the very call is kept that a file of another name, or named from another
  /// folder, holds now. A few words may be said in two calls: of them only the same file tells.
  private func movedID(_ question: Question) throws(StoreError) -> String? {
    try store.known(contentHash: question.contentHash).first {
      seen[$0.id] == nil
        && ($0.source == question.file.path
          || !isThere($0.source) && Conversation(question.call).isTelling)
    }?.id
  }

  /// The id of a call that is named by its file: the name, unless another file of that name has
  /// taken it; then with as many folders before it as are needed.
  private func freeID(_ question: Question) throws(StoreError) -> String {
    var id = question.call.id
    let depth = id.count { $0 == "/" }
    var folders = question.file.path.split(separator: "/").map(String.init).dropLast(1 + depth)
    while true {
      let owner = seen[id].map { ($0.file.path, $0.contentHash) }
      let kept = try store.known(id: id).map { ($0.source, $0.contentHash) }
      guard let (other, content) = owner ?? kept, other != question.file.path,
        content != question.contentHash, let folder = folders.popLast()
      else { return id }
      id = "\(folder)/\(id)"
    }
  }
}

extension Conversation {
  init(_ call: Call) {
    self.init(
      employee: call.employee, startedAt: call.startedAt, texts: call.turns.map(\.text))
  }
}
