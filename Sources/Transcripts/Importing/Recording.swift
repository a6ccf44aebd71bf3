/// A conversation as a foreign format tells it, before it is decided which voice is the operator's.
struct Recording: Sendable, Hashable {
  /// The id that the source itself gives to one of several calls in it.
  var id: String?
  var segments: [Segment]
  var employee: String?
  var direction: Call.Direction?
  var startedAt: String?
  /// What was repaired or left out, in Russian.
  var notes: [String] = []
  /// Why its sides cannot be told apart, in Russian.
  var reasonNotToJudge: String?
  /// 1-based line of the source where it begins.
  var line: Int?
  /// The segments are pieces as the recogniser cut them, not what was said in one go.
  var isChunked = false

  init(_ segments: [Segment], isChunked: Bool = false) {
    self.segments = segments
    self.isChunked = isChunked
  }

  /// So many turns no call has: one every three seconds for eight hours.
  static let segmentLimit = 10_000

  /// Adds a stretch; refuses what is no call any more, before it takes memory.
  mutating func add(_ segment: Segment) throws(TranscriptError) {
    try Self.check(segments.count)
    segments.append(segment)
  }

  /// - Parameter count: how many turns or subtitles there are already.
  static func check(_ count: Int) throws(TranscriptError) {
    guard count < segmentLimit else {
      throw TranscriptError(
        .tooLarge, "больше \(segmentLimit) реплик: это не один звонок")
    }
  }
}

/// A stretch of one voice.
struct Segment: Sendable, Hashable {
  var voice: Voice
  var text: String
  var words: [Word]?
  private var sparseStart: SparseNumber
  private var sparseEnd: SparseNumber
  private var sparseVoiceConfidence: SparseNumber

  init(
    _ voice: Voice, _ text: String, start: Double? = nil, end: Double? = nil, words: [Word]? = nil
  ) {
    sparseVoiceConfidence = SparseNumber(nil)
    self.voice = voice
    self.text = text
    sparseStart = SparseNumber(start)
    sparseEnd = SparseNumber(end)
    self.words = words
  }

  /// Seconds.
  var start: Double? {
    get { sparseStart.value }
    set { sparseStart = SparseNumber(newValue) }
  }

  /// Seconds.
  var end: Double? {
    get { sparseEnd.value }
    set { sparseEnd = SparseNumber(newValue) }
  }

  /// How sure the diarization is of the voice, 0…1, where it does not say so word by word.
  var voiceConfidence: Double? { sparseVoiceConfidence.value }

  /// Takes in what is as sure as this: the whole is as sure as the least sure of its pieces.
  mutating func doubt(_ confidence: Double?) {
    guard let confidence else { return }
    sparseVoiceConfidence = SparseNumber(min(confidence, voiceConfidence ?? 1))
  }
}

/// One of those who speak, as far as the format tells them apart.
struct Voice: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case channel, speaker
    /// The format tells nobody apart.
    case unknown
  }

  // Every segment has one: small members first, so that it stays small.
  var kind: Kind
  /// Whose it is, when the format or the label says so.
  var role: Speaker?
  /// The whole label is the person's name.
  private var isNamedByLabel: Bool
  /// As the format writes it: «1», «SPEAKER_00», «Анна».
  var label: String

  init(kind: Kind, label: String, role: Speaker? = nil, isNamedByLabel: Bool = false) {
    self.kind = kind
    self.role = role
    self.isNamedByLabel = isNamedByLabel
    self.label = label
  }

  /// The format tells the voice from others, and not whose it is.
  var isNameless: Bool { role == nil && kind != .unknown }

  /// The person's name, when the label gives it.
  var name: String? {
    if isNamedByLabel { return label }
    return kind == .speaker && role != nil ? SpeakerLabel.role(of: label)?.name : nil
  }

  static let unknown = Voice(kind: .unknown, label: "")

  static func channel(_ label: String) -> Self { Voice(kind: .channel, label: label) }

  /// A speaker whose label may name a side.
  static func speaker(_ label: String) -> Self {
    // «SPEAKER_00», «spk_1», «0»: asked for every word, and no side's name begins so.
    let head = label.utf8.prefix(2).map { $0 | 0x20 }
    if head == [0x73, 0x70] || head.count == 1 && (0x30...0x39).contains(head[0]) {
      return Voice(kind: .speaker, label: label)
    }
    let role = SpeakerLabel.role(of: label)
    return Voice(kind: .speaker, label: label, role: role?.speaker)
  }

  /// How a person would call it.
  var title: String {
    switch kind {
    case .channel: "канал \(label)"
    case .speaker: "«\(label)»"
    case .unknown: "неизвестный голос"
    }
  }
}
