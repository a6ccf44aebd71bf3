/// Who the voices are that are not the operator's.
struct Crowd {
  /// Who was taken for the client among several; `nil` where there is no choice.
  var client: Voice?
  /// Neither the operator nor the client: what they say is kept, and counted for nobody.
  var others: Set<Voice> = []
  /// Those of them that speak as the company's people do, with their words.
  var colleagues: [(voice: Voice, reason: String)] = []
}

extension OperatorChoice {
  /// Tells the client from third voices: who is labelled so, or else of those who do not serve the
  /// one who says most.
  func crowd(besides operators: Set<Voice>) -> Crowd {
    let rest = voices.filter { !operators.contains($0) }
    var crowd = Crowd(others: Set(rest.filter { $0.role == .other }))
    var strangers = rest.filter { $0.role == nil }.sorted { $0.label < $1.label }
    let hasClient = rest.contains { $0.role == .client }
    guard strangers.count > (hasClient ? 0 : 1) else { return crowd }
    crowd.colleagues = serving(among: strangers.filter { $0 != .unknown })
    if !hasClient {
      let serving = Set(crowd.colleagues.map(\.voice))
      let asking = strangers.filter { $0 != .unknown && !serving.contains($0) }
      let sizes = said(by: asking.isEmpty ? strangers : asking)
      crowd.client = sizes.max { ($0.size, $1.voice.label) < ($1.size, $0.voice.label) }?.voice
      strangers.removeAll { $0 == crowd.client }
    }
    crowd.others.formUnion(strangers)
    crowd.colleagues.removeAll { !crowd.others.contains($0.voice) }
    return crowd
  }

  /// How much each of some voices says, in bytes.
  private func said(by voices: [Voice]) -> [(voice: Voice, size: Int)] {
    var sizes: [Voice: Int] = [:]
    for segment in recording.segments {
      sizes[segment.voice, default: 0] += segment.text.utf8.count
    }
    return voices.map { ($0, sizes[$0] ?? 0) }
  }
}
