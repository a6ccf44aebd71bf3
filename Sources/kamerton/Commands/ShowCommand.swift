import ArgumentParser
import CallStore
import Compliance
import RussianMorphology
import ServiceStandards
import Transcripts

/// One call with its marks and reasons.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Показать звонок: реплики с пометками, элементы, оценку и её причины.")

  @Argument(help: ArgumentHelp("Номер (id) звонка.", valueName: "звонок"))
  var call: String

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try reporting {
      let installation = Installation()
      let morphology = try installation.morphology()
      let store = try Store(
        existing: database.path, indexing: installation.indexing(morphology))
      guard let stored = try store.call(id: call) else {
        let similar = try store.ids(like: call)
        let hint = similar.isEmpty ? "" : "; похожие: \(similar.joined(separator: ", "))"
        Complaint.write("звонка «\(call)» в базе нет\(hint)")
        throw ExitCode.refused
      }
      let standing = CallStanding(
        presentVersion: installation.version(of: stored.analysis.standard, morphology),
        namesakes: try store.namesakes(of: call))
      switch format {
      case .json:
        try Output.print(try JSONOutput.encode(CallAnswer(stored, standing)) + "\n")
      case .text:
        try Output.print(CallPrinter(terminal: .current(), standing: standing).text(stored))
      }
    }
  }
}

/// What else there is to know of a kept call.
struct CallStanding {
  /// The present version of the standard it was judged by; nil when that cannot be used.
  var presentVersion: String?
  /// Other conversations whose sources give them this id.
  var namesakes: [String] = []

  func isOutdated(_ stored: StoredCall) -> Bool {
    presentVersion.map { $0 != stored.analysis.standardVersion } ?? false
  }
}

extension Installation {
  /// The present version of a standard; nil when it cannot be used.
  fileprivate func version(of standard: String, _ morphology: RussianMorphology.Morphology)
    -> String?
  {
    guard var shelf = try? shelf(morphology, judges: false) else { return nil }
    return (try? shelf.analyzer(standard))?.compiled.standard.version
  }
}

/// A kept call for programs: call and analysis in the shapes of the contract.
struct CallAnswer: Encodable {
  var call: Call
  var analysis: Analysis
  var source: String
  var line: Int?
  /// The id in the source, where another conversation is kept under that.
  var givenID: String?
  /// Other conversations whose sources give them this id; left out where there are none.
  var namesakes: [String]?
  /// The present version of the standard, where the score is of another one.
  var presentVersion: String?
  var analysedAt: String
  /// How it was decided who the operator is.
  var `operator`: OperatorDecision?

  init(_ stored: StoredCall, _ standing: CallStanding) {
    givenID = stored.origin.givenID
    namesakes = standing.namesakes.isEmpty ? nil : standing.namesakes
    presentVersion = standing.isOutdated(stored) ? standing.presentVersion : nil
    call = stored.call
    analysis = stored.analysis
    source = stored.origin.source
    line = stored.origin.line
    analysedAt = stored.origin.analysedAt
    self.operator = stored.decision
  }
}
