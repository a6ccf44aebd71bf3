/// A kind of call that is not to be judged: an answerphone, a wrong number, a lost connection.
///
/// Everything that is given must hold. A real call that is left out costs more than an empty one
/// that is judged, so every kind is held to bounds as well as to phrases.
public struct UnjudgedKind: Sendable, Codable {
  public var id: String
  /// Why such a call is not judged, in Russian.
  public var reason: String
  /// A call that is known to have the other direction is of another kind.
  public var direction: String?
  /// What both sides, the client or the operator say, and how many of the phrases it takes.
  public var says: [StandardPhrase] = []
  public var clientSays: [StandardPhrase] = []
  public var clientSaysAtLeast = 1
  public var operatorSays: [StandardPhrase] = []
  public var operatorSaysAtLeast = 1
  /// Said in turns of their own beside those phrases; alone they tell nothing.
  public var goesWith: [StandardPhrase] = []
  public var unlessClientSays: [StandardPhrase] = []
  public var unlessOperatorSays: [StandardPhrase] = []
  /// It takes that nothing the operator said is a finding of these.
  public var unlessFindings: [Category] = []
  /// Bounds of measures and metrics. A measure that is not known is within no bound.
  public var atMost: [String: Double] = [:]
  public var atLeast: [String: Double] = [:]
  /// Dialogues, a line a turn: «О: …», «К: …».
  public var examples: [RuleExample] = []
  public var place: Place

  /// Measures that bounds may name besides the metrics of a call.
  public enum Measure: String, Sendable, CaseIterable {
    /// Words of both sides.
    case words
    /// Words of that side's turns in which none of the phrases stands.
    case clientWordsBesides = "client_words_besides"
    case operatorWordsBesides = "operator_words_besides"
    /// Words of both sides after the first turn in which one of the phrases stands.
    case wordsAfter = "words_after"
  }

  /// The same without phrases and examples.
  public var compiled: UnjudgedKind {
    var result = self
    result.says = []
    result.clientSays = []
    result.operatorSays = []
    result.goesWith = []
    result.unlessClientSays = []
    result.unlessOperatorSays = []
    result.examples = []
    return result
  }
}
