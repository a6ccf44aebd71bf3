internal import JSONBytes

/// Reads one foreign format that is JSON.
protocol JSONImporter: SendableMetatype {
  static var format: TranscriptFormat { get }
  /// Whether the values of the file have the format's shape.
  static func recognises(_ roots: JSONRoots) -> Bool
  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording]
}

/// Reads one foreign format that is text.
protocol TextImporter: SendableMetatype {
  static var format: TranscriptFormat { get }
  /// Whether a text that begins with these lines has the format's shape; blank lines are left out.
  static func recognises(_ head: [Substring]) -> Bool
  static func read(_ text: String) throws(TranscriptError) -> [Recording]
}

/// All importers, the most particular shape first.
enum Importers {
  static let json: [any JSONImporter.Type] = [
    SpeechSense.self, WhisperCpp.self, WhisperX.self, OpenAIWhisper.self, FasterWhisper.self,
    VoskTranscriber.self, SpeechKitV2.self, SpeechKitV3.self, SaluteSpeech.self, AzureBatch.self,
    AzureFast.self, CallAnalytics.self, AmazonTranscribe.self, Deepgram.self, GoogleV1.self,
    GoogleV2.self, AssemblyAI.self, Vosk.self,
  ]

  static let text: [any TextImporter.Type] = [
    WebVTT.self, SubRip.self, TextGrid.self, RTTM.self, STM.self, CTM.self, WhisperTable.self,
    Audacity.self, SpeechKitText.self, DialogueTable.self,
  ]
}

extension JSONValue {
  /// A number, or a text that holds one, with a comma or a point and with or without «s».
  var amount: Double? {
    if let number { return number.isFinite ? number : nil }
    guard let text = string else { return nil }
    var utf8 = Substring(text).utf8
    if utf8.last == UInt8(ascii: "s") { utf8.removeLast() }
    guard utf8.allSatisfy({ $0 > 0x20 && $0 < 0x41 || $0 | 0x20 == 0x65 }) else { return nil }
    let digits = Substring(utf8)
    let value =
      utf8.contains(UInt8(ascii: ",")) ? Double(digits.replacing(",", with: ".")) : Double(digits)
    guard let value, value.isFinite else { return nil }
    // «0.879999999s» is how a duration in nanoseconds writes 0.88.
    return abs(value) < 1e9 ? (value * 1e6).rounded() / 1e6 : value
  }

  /// Seconds written as milliseconds.
  var milliseconds: Double? { amount.map { $0 / 1000 } }

  /// A text or a number as a label.
  var label: String? {
    if let string { return string.isEmpty ? nil : string }
    guard let number, number.isFinite else { return nil }
    // A number that is no count is shown as the file has it, not as «1e+26».
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : digits
  }

  /// A text without space around it; `nil` when nothing is left.
  var trimmed: String? {
    guard let string else { return nil }
    let text = string.trimmed
    return text.isEmpty ? nil : text
  }

  /// The first element of an array.
  var first: JSONValue? { elements.first { _ in true } }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    // Most texts begin and end with a letter or a mark of ASCII or Cyrillic: nothing to look up.
    let bytes = Substring(self).utf8
    if let first = bytes.first, first > 0x20, first < 0x7F || first == 0xD0 || first == 0xD1,
      let last = bytes.last, last > 0x20,
      last < 0x7F || bytes.dropLast().last.map({ $0 == 0xD0 || $0 == 0xD1 }) == true
    {
      return String(self)
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
