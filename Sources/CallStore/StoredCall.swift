public import Compliance
public import Transcripts

/// A call with its analysis, as it is kept.
public struct StoredCall: Sendable, Hashable {
  public var call: Call
  public var analysis: Analysis
  public var origin: Origin
  /// How it was decided who the operator is; nil where the source says it in the contract's way.
  public var decision: OperatorDecision?

  public init(
    call: Call, analysis: Analysis, origin: Origin, decision: OperatorDecision? = nil
  ) {
    self.decision = decision
    self.call = call
    self.analysis = analysis
    self.origin = origin
  }

  /// Where a call was read from, and what analysed it and when.
  public struct Origin: Sendable, Hashable {
    /// Path of the file, or `-` for standard input.
    public var source: String
    public var line: Int?
    /// Version of the program and the dictionary.
    public var engine: String
    /// ISO 8601.
    public var analysedAt: String

    public init(source: String, line: Int? = nil, engine: String, analysedAt: String) {
      self.source = source
      self.line = line
      self.engine = engine
      self.analysedAt = analysedAt
    }
  }
}
