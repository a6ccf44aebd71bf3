/// Why a file, a line of it or a call cannot be used, told to the person who gave it.
public struct TranscriptError: Error, Sendable, Hashable {
  public var code: Code
  /// In Russian, without the file's name: whoever prints it knows where the bytes came from.
  public var message: String
  /// 1-based line of the source.
  public var line: Int?
  /// Path of the offending key: `turns[2].text`.
  public var key: String?
  /// Id of the call, where it could be read.
  public var callID: String?

  /// The kinds of refusals. The raw values stand in the answers of `kamerton stream`.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case unreadable, empty
    case invalidText = "invalid_utf8"
    case invalidJSON = "invalid_json"
    case wrongType = "wrong_type"
    case missingKey = "missing_key"
    case invalidValue = "invalid_value"
    case tooLarge = "too_large"
    case unknownFormat = "unknown_format"
    case noSpeakers = "no_speakers"
    case unknownStandard = "unknown_standard"
    /// Another call of the same id came before.
    case duplicate
    case analysisFailed = "analysis_failed"
  }

  public init(
    _ code: Code, _ message: String, line: Int? = nil, key: String? = nil, callID: String? = nil
  ) {
    self.code = code
    self.message = message
    self.line = line
    self.key = key
    self.callID = callID
  }
}

extension TranscriptError: CustomStringConvertible {
  /// «строка 3: …» where the line is known, and the message alone elsewhere.
  public var description: String {
    line.map { "строка \($0): \(message)" } ?? message
  }
}
