public import Compliance
public import Transcripts

/// Who analyses calls: which standard a call is judged by, and the analysis itself.
public struct CallJudge: Sendable {
  /// Id and version of a standard.
  public struct Standard: Sendable, Hashable {
    public var id: String
    public var version: String

    public init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  /// Analyses calls one after another; may keep what it learnt of words from call to call.
  public typealias Worker = @Sendable (Call) throws -> Analysis

  /// Version of the program and its dictionary: when it changes, kept calls are analysed anew.
  public var engine: String
  /// The standard of a call; throws, in Russian, when there is no such standard.
  public var standard: @Sendable (Call) throws -> Standard
  /// Makes a worker for one thread.
  public var makeWorker: @Sendable () -> Worker

  public init(
    engine: String, standard: @escaping @Sendable (Call) throws -> Standard,
    makeWorker: @escaping @Sendable () -> Worker
  ) {
    self.engine = engine
    self.standard = standard
    self.makeWorker = makeWorker
  }
}
