public import Compliance
public import Transcripts

/// A call with its analysis, as it is kept.
public struct StoredCall: Sendable, Hashable {
  public var call: Call
  public var analysis: Analysis
  public var origin: Origin
  /// How it was decided who the operator is; nil where the source says it in the contract's way.
  public var decision: OperatorDecision?

  /// Why the call is not to be judged whatever is said in it, as its importer found.
  public var leftOutReason: String?

  public init(
    call: Call, analysis: Analysis, origin: Origin, decision: OperatorDecision? = nil,
    leftOutReason: String? = nil
  ) {
    self.decision = decision
    self.leftOutReason = leftOutReason
    self.call = call
    self.analysis = analysis
    self.origin = origin
  }

  /// Where a call was read from, and what analysed it and when.
  public struct Origin: Sendable, Hashable {
    /// Path of the file, or `-` for standard input.
    public var source: String
    public var line: Int?
    /// The id that the call has in its source, where another conversation is kept under that.
    public var givenID: String?
    /// Version of the program and the dictionary.
    public var engine: String
    /// ISO 8601.
    public var analysedAt: String

    public init(
      source: String, line: Int? = nil, givenID: String? = nil, engine: String,
      analysedAt: String
    ) {
      self.source = source
      self.line = line
      self.givenID = givenID
      self.engine = engine
      self.analysedAt = analysedAt
    }
  }
}
