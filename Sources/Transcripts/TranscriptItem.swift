/// A call as an importer gives it.
public struct ImportedCall: Sendable, Hashable {
  public var call: Call
  /// 1-based line of the source where the call begins.
  public var line: Int?
  /// The id comes from the file's name: another folder may hold a different call of that name.
  public var isNamedByFile: Bool
  /// What the importer had to guess or leave out, in Russian.
  public var notes: [String]
  /// What the source was taken for.
  public var format: TranscriptFormat?
  /// How it was decided who the operator is; `nil` where the source says it in the contract's way.
  public var decision: OperatorDecision?
  /// Why the call is not to be judged whatever is said in it, in Russian: its sides are not told
  /// apart. All its turns are then the client's, so that nothing is laid to the operator's charge.
  public var reasonNotToJudge: String?

  public init(
    call: Call, line: Int? = nil, isNamedByFile: Bool = false, notes: [String] = [],
    format: TranscriptFormat? = nil, decision: OperatorDecision? = nil
  ) {
    self.format = format
    self.decision = decision
    self.call = call
    self.line = line
    self.isNamedByFile = isNamedByFile
    self.notes = notes
  }
}

/// What comes out of a source, one thing at a time.
public enum TranscriptItem: Sendable, Hashable {
  case call(ImportedCall)
  case refused(TranscriptError)
}
