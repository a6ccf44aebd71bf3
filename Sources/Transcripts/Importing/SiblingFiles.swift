/// Files that lie side by side and hold one call between them, told by their names.
struct SiblingFiles: Sendable, Hashable {
  struct Member: Sendable, Hashable {
    var name: String
    var side: TranscriptPart.Side
  }

  /// What the names have in common, without the extension.
  var stem: String
  var members: [Member]

  /// Groups `names`; a name without siblings stays alone, and the order stays.
  static func groups(of names: [String]) -> [SiblingFiles] {
    var groups: [Key: [Member]] = [:]
    var keys: [String: [Key]] = [:]
    for name in names {
      for (key, side) in candidates(name) {
        groups[key, default: []].append(Member(name: name, side: side))
        keys[name, default: []].append(key)
      }
    }
    var taken: Set<String> = []
    var result: [SiblingFiles] = []
    for name in names where !taken.contains(name) {
      let group = keys[name]?.lazy.compactMap { key -> SiblingFiles? in
        guard let members = groups[key], key.kind.isComplete(members),
          !members.contains(where: { taken.contains($0.name) })
        else { return nil }
        return SiblingFiles(stem: key.stem, members: members)
      }.first
      let chosen =
        group
        ?? SiblingFiles(
          stem: parts(of: name).stem, members: [Member(name: name, side: .whole)])
      for member in chosen.members { taken.insert(member.name) }
      result.append(chosen)
    }
    return result
  }

  private struct Key: Hashable {
    var stem: String
    var kind: Kind
    var suffix: String
  }

  private enum Kind {
    case roles, channels, exports, diarization

    func isComplete(_ members: [Member]) -> Bool {
      switch self {
      case .roles, .channels: members.count == 2 && Set(members.map(\.side)).count == 2
      // Subtitles alone are told by their contents; beside an export they tell its call again.
      case .exports:
        members.count > 1 && members.contains { $0.name.lowercased().hasSuffix(".json") }
      case .diarization:
        members.count == 2 && members.contains { $0.name.lowercased().hasSuffix(".rttm") }
      }
    }
  }

  private static func candidates(_ name: String) -> [(Key, TranscriptPart.Side)] {
    let (stem, suffix) = parts(of: name)
    guard !suffix.isEmpty else { return [] }
    var result: [(Key, TranscriptPart.Side)] = []
    if let cut = stem.lastIndex(where: { "-_. ".contains($0) }) {
      let rest = String(stem[..<cut])
      let word = stem[stem.index(after: cut)...].lowercased()
      if let role = roles[word] {
        result.append((Key(stem: rest, kind: .roles, suffix: suffix), .role(role)))
      } else if let channel = channels[word] {
        result.append((Key(stem: rest, kind: .channels, suffix: suffix), .channel(channel)))
      }
    }
    let file = stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex
    if let cut = stem[file...].firstIndex(where: { "-_".contains($0) }) {
      let word = stem[file..<cut].lowercased()
      let rest = String(stem[..<file]) + stem[stem.index(after: cut)...]
      if suffix == "json", ["sentences", "paragraphs", "timestamps"].contains(word) {
        result.append((Key(stem: rest, kind: .exports, suffix: suffix), .whole))
      } else if let role = roles[word] {
        result.append((Key(stem: rest, kind: .roles, suffix: suffix), .role(role)))
      }
    }
    if suffix == "srt" || suffix == "vtt" {
      result.append((Key(stem: stem, kind: .exports, suffix: "json"), .whole))
    }
    if ["rttm", "ctm", "json", "srt", "vtt", "tsv"].contains(suffix) {
      result.append((Key(stem: stem, kind: .diarization, suffix: ""), .whole))
    }
    return result
  }

  private static func parts(of name: String) -> (stem: String, suffix: String) {
    let file = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[file...].lastIndex(of: "."), dot > file else { return (name, "") }
    return (String(name[..<dot]), name[name.index(after: dot)...].lowercased())
  }

  private static let roles: [String: Speaker] = [
    "operator": .operator, "оператор": .operator, "agent": .operator, "manager": .operator,
    "менеджер": .operator, "employee": .operator, "сотрудник": .operator, "client": .client,
    "клиент": .client, "customer": .client, "абонент": .client, "caller": .client,
  ]

  private static let channels: [String: String] = [
    "left": "left", "right": "right", "l": "left", "r": "right", "in": "in", "out": "out",
    "rx": "rx", "tx": "tx", "ch0": "0", "ch1": "1", "ch2": "2", "channel0": "0",
    "channel1": "1", "channel2": "2",
  ]
}
