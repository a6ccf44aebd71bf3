extension Turn: Codable {
  private enum Key: String, CodingKey {
    case speaker, text, start, end, words, voice, speakerConfidence
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      speaker: try values.decode(Speaker.self, forKey: .speaker),
      text: try values.decode(String.self, forKey: .text),
      start: try values.decodeIfPresent(Double.self, forKey: .start),
      end: try values.decodeIfPresent(Double.self, forKey: .end),
      words: try values.decodeIfPresent([Word].self, forKey: .words),
      voice: try values.decodeIfPresent(String.self, forKey: .voice),
      speakerConfidence: try values.decodeIfPresent(Double.self, forKey: .speakerConfidence))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(speaker, forKey: .speaker)
    try values.encode(text, forKey: .text)
    try values.encodeIfPresent(start, forKey: .start)
    try values.encodeIfPresent(end, forKey: .end)
    try values.encodeIfPresent(words, forKey: .words)
    try values.encodeIfPresent(voice, forKey: .voice)
    try values.encodeIfPresent(speakerConfidence, forKey: .speakerConfidence)
  }
}

extension Word: Codable {
  private enum Key: String, CodingKey { case text, start, end, confidence, speakerConfidence }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      text: try values.decode(String.self, forKey: .text),
      start: try values.decodeIfPresent(Double.self, forKey: .start),
      end: try values.decodeIfPresent(Double.self, forKey: .end),
      confidence: try values.decodeIfPresent(Double.self, forKey: .confidence),
      speakerConfidence: try values.decodeIfPresent(Double.self, forKey: .speakerConfidence))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(text, forKey: .text)
    try values.encodeIfPresent(start, forKey: .start)
    try values.encodeIfPresent(end, forKey: .end)
    try values.encodeIfPresent(confidence, forKey: .confidence)
    try values.encodeIfPresent(speakerConfidence, forKey: .speakerConfidence)
  }
}
